import { z } from "zod";
import type { Table } from "../contracts/archetype.ts";
import { dateOfDay, FILE_ROW } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { isSuspect, suspectsSql } from "../infra/key_blocks.ts";
import { ident } from "../infra/sql.ts";
import { cellsName } from "./cells.ts";
import { keyWithinDay } from "./key_blocks.ts";
import type { TableSql } from "./table_sql.ts";

/** SQL of the keys that may occur twice, where the table's cells hold them. */
function foldedSuspectsSql(table: Table): string {
  return `SELECT ${dateOfDay('"day"')} AS other_0, block, mask FROM ${cellsName(table)} WHERE block IS NOT NULL`;
}

/** Name of the temporary table that lists a table's extra copies. */
export function extraCopiesName(table: Table): string {
  return `extra_${table.name}`;
}

/** SQL of the extra copies: `copy`, the row's place in the file, and `day`, the local day that it counts for. */
function extraCopiesSql(sql: TableSql, numbered: string, suspects: string): string {
  const { table } = sql;
  const order = [...(table.loaded ? [`t."loaded_at" NULLS LAST`] : []), `t.${FILE_ROW}`].join(", ");
  const keys = table.businessKey.map((column) => `t.${ident(column)}`).join(", ");
  return `SELECT place AS copy, "day" FROM (
      SELECT t.${FILE_ROW} AS place, ${sql.day ?? "NULL"} AS "day",
        row_number() OVER (PARTITION BY ${keys} ORDER BY ${order}) AS nth
      FROM ${numbered} AS t JOIN ${suspects} AS s ON ${isSuspect(table)} ${sql.timeJoin}) AS copies
    WHERE nth > 1`;
}

const PerDay = z.object({ day: z.number().nullable(), copies: z.number() });

/**
 * Extra copies of each local day of a folded table, and their list as temporary table {@link extraCopiesName}.
 *
 * An extra copy is a row whose whole business key, without nulls, already came with an earlier `loaded_at`; at the same
 * `loaded_at`, or in a table without one, the order of the file decides.
 */
export async function findExtraCopies(
  duck: Duck,
  sql: TableSql,
  relation: string,
  numbered: string,
): Promise<ReadonlyMap<number | null, number>> {
  const suspects = ident(`suspects_${sql.table.name}`);
  const extra = ident(extraCopiesName(sql.table));
  const suspected = keyWithinDay(sql) === null ? suspectsSql(sql.table, relation) : foldedSuspectsSql(sql.table);
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${suspects} AS ${suspected}`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${extra} AS ${extraCopiesSql(sql, numbered, suspects)}`);
  const days = await duck.rows(`SELECT "day", count(*) AS copies FROM ${extra} GROUP BY "day"`, PerDay);
  return new Map(days.map(({ day, copies }) => [day, copies]));
}
