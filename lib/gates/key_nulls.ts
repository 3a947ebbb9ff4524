import type { Table } from "../contracts/archetype.ts";
import type { Measure, Spike } from "../contracts/health.ts";
import { gate } from "./gate.ts";
import { rate, type Share } from "./rate.ts";
import { targetOf } from "./targets.ts";

/** True for a column that the defect profile may take the values of: a required foreign key outside the business key. */
function openToNulls(table: Table, column: string): boolean {
  return !table.businessKey.includes(column) &&
    table.foreignKeys.some((key) => key.column === column && key.required && key.defects);
}

/** Nulls of a column, the days left out on which they spiked: those are another defect. */
function usualNulls({ table, column, numerator, denominator }: Measure, spikes: readonly Spike[]): Share {
  const own = spikes.filter((spike) => spike.table === table && spike.column === column);
  const sum = (of: (spike: Spike) => number): number => own.reduce((total, spike) => total + of(spike), 0);
  return { rows: numerator! - sum(({ nulls }) => nulls), of: denominator - sum(({ rows }) => rows) };
}

/** Each key column has the nulls that the quality profile asks for, and all others have none. */
export const keyNulls = gate(
  "key_nulls",
  "Data quality: key nulls",
  ["archetype", "generated", "findings"],
  ({ archetype, generated, findings: { report } }) =>
    report.measures.period.filter(({ metric }) => metric === "key_null_pct").map((measure) => {
      const table = archetype.tables.find(({ name }) => name === measure.table)!;
      const open = openToNulls(table, measure.column!);
      const target = open ? targetOf("keyNull", generated) : { value: 0, tolerance: 0 };
      return rate(`${measure.table}.${measure.column}`, target, usualNulls(measure, report.null_spikes));
    }),
);
