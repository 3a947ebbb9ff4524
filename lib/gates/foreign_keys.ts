import type { ForeignKey } from "../contracts/archetype.ts";
import type { ForeignKeyParts } from "../contracts/health.ts";
import type { Check } from "./check.ts";
import { gate } from "./gate.ts";
import type { Generated } from "./generated.ts";
import { rate } from "./rate.ts";
import { targetOf, TEMPORAL_SHARE } from "./targets.ts";

function checksOf(parts: ForeignKeyParts, key: ForeignKey, generated: Generated): Check[] {
  const { table, column, rows, missing, temporal } = parts;
  const target = key.defects ? targetOf("orphan", generated) : { value: 0, tolerance: 0 };
  const failures = rate(`${table}.${column}`, target, { rows: missing + temporal, of: rows });
  if (key.temporal === undefined || target.value === 0) return [failures];
  return [
    failures,
    rate(`${table}.${column} temporal share`, TEMPORAL_SHARE, { rows: temporal, of: missing + temporal }),
  ];
}

/** Each foreign key fails as often as the quality profile asks for: 70 % by a missing id, 30 % by time. */
export const foreignKeys = gate(
  "foreign_keys",
  "Data quality: foreign-key failures",
  ["archetype", "generated", "findings"],
  ({ archetype, generated, findings }) =>
    findings.report.foreign_keys.period.flatMap((parts) => {
      const table = archetype.tables.find(({ name }) => name === parts.table)!;
      return checksOf(parts, table.foreignKeys.find(({ column }) => column === parts.column)!, generated);
    }),
);
