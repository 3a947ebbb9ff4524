import { gate } from "./gate.ts";
import { rate } from "./rate.ts";
import { targetOf } from "./targets.ts";

/** Each loaded table repeats as many business keys as the quality profile asks for; the others repeat none. */
export const duplicates = gate(
  "duplicates",
  "Data quality: duplicates",
  ["archetype", "generated", "findings"],
  ({ archetype, generated, findings }) =>
    findings.report.measures.period.filter(({ metric }) => metric === "dup_key_pct").map((measure) => {
      const table = archetype.tables.find(({ name }) => name === measure.table)!;
      const target = table.loaded ? targetOf("duplicate", generated) : { value: 0, tolerance: 0 };
      return rate(`${measure.table}.${measure.column}`, target, { rows: measure.numerator!, of: measure.denominator });
    }),
);
