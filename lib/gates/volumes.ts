import type { Archetype, Table } from "../contracts/archetype.ts";
import { type Check, near, skipped } from "./check.ts";
import { gate } from "./gate.ts";
import type { Generated } from "./generated.ts";
import { ERRORS_ALLOWED, STANDARD_MONTHS } from "./targets.ts";

/** Rows of a table may differ from their target by this share (seed, "Validation Suite"). */
const TOLERANCE = 0.1;

/**
 * Rows that a table should hold: a dimension's do not depend on how long the history is; facts come in proportion to
 * its months. Snapshots do not (their rows a day grow with what they list): a target holds for the declared days alone.
 */
function targetRows(table: Table, rows: number, { months, snapshotDays }: Generated): number | null {
  if (table.kind === "dimension") return rows;
  if (table.kind === "fact") return rows * months / STANDARD_MONTHS;
  return months === STANDARD_MONTHS && snapshotDays === null ? rows : null;
}

function checkOf({ volumes }: Archetype, table: Table, rows: number, generated: Generated): Check {
  const declared = volumes[table.name]?.[generated.scale];
  if (declared === undefined) return skipped(table.name, "the archetype declares no target");
  const expected = targetRows(table, declared, generated);
  if (expected === null) {
    return skipped(table.name, `targets of snapshots are for ${STANDARD_MONTHS} months with all of their days`);
  }
  // The standard error of a Poisson count; reference data, which has no time, is not drawn.
  const chance = table.eventTime === undefined ? 0 : ERRORS_ALLOWED * Math.sqrt(expected);
  return near({
    check: table.name,
    expected,
    observed: rows,
    tolerance: TOLERANCE * expected + chance,
    unit: "rows",
    reason: `±${100 * TOLERANCE} %, and ${Math.round(chance)} rows for chance`,
  });
}

/** Each table holds the rows that its scale and months ask for. */
export const volumes = gate(
  "volumes",
  "Volume targets",
  ["archetype", "generated", "findings"],
  ({ archetype, generated, findings }) =>
    archetype.tables.map((table) => {
      const { rows } = findings.report.tables.find((found) => found.table === table.name)!;
      return checkOf(archetype, table, rows, generated);
    }),
);
