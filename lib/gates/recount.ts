import type { HealthCore } from "../contracts/health.ts";
import type { Defect } from "../contracts/ledger.ts";
import { type Check, exact } from "./check.ts";
import type { DefectCount } from "./defect_rows.ts";
import { gate } from "./gate.ts";

/** A measured count over the whole period, and the defects whose rows must add up to it. */
interface Counted {
  readonly name: string;
  readonly table: string;
  readonly column: string | null;
  readonly defects: readonly Defect[];
  readonly rows: number;
}

function counted({ measures, foreign_keys }: HealthCore): Counted[] {
  const nulls = measures.period.filter(({ metric }) => metric === "key_null_pct").map((measure): Counted => ({
    name: `${measure.table}.${measure.column} nulls`,
    table: measure.table,
    column: measure.column,
    defects: ["key_null", "null_spike"],
    rows: measure.numerator!,
  }));
  const orphans = foreign_keys.period.flatMap(({ table, column, missing, temporal }): Counted[] => [
    { name: `${table}.${column} missing ids`, table, column, defects: ["orphan_missing"], rows: missing },
    { name: `${table}.${column} temporal failures`, table, column, defects: ["orphan_temporal"], rows: temporal },
  ]);
  const copies = measures.period.filter(({ metric }) => metric === "dup_key_pct").map((measure): Counted => ({
    name: `${measure.table} duplicates`,
    table: measure.table,
    column: null,
    defects: ["duplicate"],
    rows: measure.numerator!,
  }));
  return [...nulls, ...orphans, ...copies];
}

function checkOf({ name, table, column, defects, rows }: Counted, listed: readonly DefectCount[]): Check {
  const expected = listed
    .filter((count) => count.table === table && count.column === column && defects.includes(count.defect))
    .reduce((sum, count) => sum + count.rows, 0);
  return exact({ check: name, expected, observed: rows, unit: "rows" });
}

/** The rows that the ledger lists, counted, are the rows that the metrics find in the whole period. */
export const recount = gate(
  "recount",
  "Recount of the ledger's rows equals the metrics",
  ["findings", "defectRows"],
  ({ findings, defectRows }) => counted(findings.report).map((count) => checkOf(count, defectRows)),
);
