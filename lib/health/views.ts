import type { Archetype } from "../contracts/archetype.ts";
import type { Offset } from "../core/calendar.ts";
import { dateOfDay, FILE_ROW, localDay, numberedParquet, parquet } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { ident, literal } from "../infra/sql.ts";
import { extraCopiesName } from "./duplicates.ts";
import { type DayRange, dsOf } from "./windows.ts";

/** Path of a table's file in a warehouse folder. */
export function tablePath(folder: string, table: string): string {
  return `${folder}/${table}.parquet`;
}

/**
 * Defines what an archetype's own SQL reads: for each table T the views `T` and `first_T` (without the extra copies, which
 * must have been found), the macro `local_day(ts)` and the variables `window_from` and `window_to`.
 *
 * @param duplicated Names of the tables that have extra copies.
 */
export async function createViews(
  duck: Duck,
  archetype: Archetype,
  folder: string,
  offsets: readonly Offset[],
  window: DayRange,
  duplicated: ReadonlySet<string>,
): Promise<void> {
  const views = archetype.tables.flatMap((table) => {
    const path = tablePath(folder, table.name);
    const columns = table.columns.map(({ name }) => `t.${ident(name)}`).join(", ");
    const first = duplicated.has(table.name)
      // A join and a null test: NOT EXISTS costs four times as much.
      ? `SELECT ${columns} FROM ${numberedParquet(path)} AS t
          LEFT JOIN ${ident(extraCopiesName(table))} AS e ON e.copy = t.${FILE_ROW} WHERE e.copy IS NULL`
      : `SELECT * FROM ${ident(table.name)}`;
    return [
      `CREATE OR REPLACE TEMP VIEW ${ident(table.name)} AS SELECT * FROM ${parquet(path)}`,
      `CREATE OR REPLACE TEMP VIEW ${ident(`first_${table.name}`)} AS ${first}`,
    ];
  });
  await duck.run([
    ...views,
    `CREATE OR REPLACE TEMP MACRO local_day(ts) AS ${dateOfDay(localDay("ts", offsets))}`,
    `SET VARIABLE window_from = CAST(${literal(dsOf(window.from))} AS DATE)`,
    `SET VARIABLE window_to = CAST(${literal(dsOf(window.to))} AS DATE)`,
  ].join(";\n"));
}
