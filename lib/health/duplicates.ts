import { z } from "zod";
import type { Table } from "../contracts/archetype.ts";
import { block, dateOfDay, FILE_ROW, hasBit } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { ident } from "../infra/sql.ts";
import { cellsName } from "./cells.ts";
import { blockMasks, holdsDuplicates, keyWithinDay, splitKey, suspectMask } from "./key_blocks.ts";
import type { TableSql } from "./table_sql.ts";

function complete(table: Table): string {
  return table.businessKey.map((column) => `t.${ident(column)} IS NOT NULL`).join(" AND ");
}

/**
 * SQL of the keys that may occur twice, without a hash table of all keys: rows are grouped by blocks of 64 neighbouring
 * key values. Exact for any integers; sparse ones merely fill one block each.
 */
function suspectsSql(table: Table, relation: string): string {
  const { packed, others } = splitKey(table);
  const names = others.map((_, i) => `other_${i}`);
  const selected = others.map((sql, i) => `${sql} AS ${names[i]}, `).join("");
  const listed = names.map((name) => `${name}, `).join("");
  if (packed === null) {
    return `SELECT ${selected.replace(/, $/, "")} FROM ${relation} AS t WHERE ${complete(table)}
      GROUP BY ${names.join(", ")} HAVING count(*) > 1`;
  }
  return `WITH blocks AS (
      SELECT ${selected}${block(packed)} AS block, count(*) AS n, ${blockMasks(packed)}
      FROM ${relation} AS t WHERE ${complete(table)} GROUP BY ${listed}block)
    SELECT ${listed}block, ${suspectMask("n")} AS mask FROM blocks WHERE ${holdsDuplicates("n")}`;
}

/** SQL of the same, where the table's cells hold them. */
function foldedSuspectsSql(table: Table): string {
  return `SELECT ${dateOfDay('"day"')} AS other_0, block, mask FROM ${cellsName(table)} WHERE block IS NOT NULL`;
}

function suspectJoin(table: Table): string {
  const { packed, others } = splitKey(table);
  const equal = others.map((sql, i) => `s.other_${i} = ${sql}`);
  return packed === null ? equal.join(" AND ") : [`s.block = ${block(packed)}`, ...equal].join(" AND ");
}

/** Name of the temporary table that lists a table's extra copies. */
export function extraCopiesName(table: Table): string {
  return `extra_${table.name}`;
}

/** SQL of the extra copies: `copy`, the row's place in the file, and `day`, the local day that it counts for. */
function extraCopiesSql(sql: TableSql, numbered: string, suspects: string): string {
  const { table } = sql;
  const { packed } = splitKey(table);
  const order = [...(table.loaded ? [`t."loaded_at" NULLS LAST`] : []), `t.${FILE_ROW}`].join(", ");
  const keys = table.businessKey.map((column) => `t.${ident(column)}`).join(", ");
  return `SELECT place AS copy, "day" FROM (
      SELECT t.${FILE_ROW} AS place, ${sql.day ?? "NULL"} AS "day",
        row_number() OVER (PARTITION BY ${keys} ORDER BY ${order}) AS nth
      FROM ${numbered} AS t JOIN ${suspects} AS s ON ${suspectJoin(table)} ${sql.timeJoin}
      ${packed === null ? "" : `WHERE ${hasBit("s.mask", packed)}`}) AS copies
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
