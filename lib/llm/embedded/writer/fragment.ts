import type { Subject } from "../../../contracts/comms_plan.ts";
import { type Draw, pick } from "./grammar.ts";

const OF_A_COLUMN: readonly ((table: string, column: string) => string)[] = [
  (table, column) => `select count(*) from ${table} where ${column} is null`,
  (table, column) => `select ${column}, count(*) from ${table} group by 1`,
  (table, column) => `count(distinct ${table}.${column})`,
  (table, column) => `select max(${column}) from ${table}`,
  (table, column) => `where ${table}.${column} is not null`,
  (table, column) => `group by ${table}.${column}`,
];

const OF_A_TABLE: readonly ((table: string) => string)[] = [
  (table) => `select count(*) from ${table}`,
  (table) => `select * from ${table} limit 20`,
  (table) => `from ${table} t`,
  (table) => `describe ${table}`,
];

/** Fragments that name nothing of any schema. */
const OF_NOTHING = [
  "count(*) filter (where x is null)",
  "group by 1, 2",
  "row_number() over (partition by id order by ts)",
  "select count(*)",
  "coalesce(a, b)",
  "where ds >= current_date - 7",
  "having count(*) > 1",
  "order by 1 desc limit 10",
  "date_trunc('day', ts)",
] as const;

/** A short piece of SQL about the subject, without backticks. */
export function sqlFragment(subject: Subject | null, draw: Draw): string {
  if (subject === null) return pick(OF_NOTHING, draw);
  if (subject.column === null) return pick(OF_A_TABLE, draw)(subject.table);
  return pick(OF_A_COLUMN, draw)(subject.table, subject.column);
}
