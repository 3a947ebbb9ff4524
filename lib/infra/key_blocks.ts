/**
 * Which business keys may occur twice, found without a hash table of all keys: rows are grouped by blocks of 64
 * neighbouring key values, each with a mask of the values seen.
 */
import type { Table } from "../contracts/archetype.ts";
import { typeOf } from "../contracts/tables.ts";
import { bit, bitCount, bitsOdd, bitsSeen, bitsWithout, block, dayOfDate, hasBit } from "./dialect.ts";
import { ident } from "./sql.ts";

/** A key column as an integer, where it can be one. */
function integerKey(table: Table, column: string): string | null {
  const type = typeOf(table, column);
  if (type === "DATE") return dayOfDate(`t.${ident(column)}`);
  return type === "BIGINT" || type === "INTEGER" ? `t.${ident(column)}` : null;
}

/** The business key, split into the column whose values are packed 64 to a block, and the others. */
export function splitKey(table: Table): { readonly packed: string | null; readonly others: readonly string[] } {
  const integers = table.businessKey.filter((column) => typeOf(table, column) !== "DATE");
  const column = [...integers, ...table.businessKey].find((name) => integerKey(table, name) !== null);
  return {
    packed: column === undefined ? null : integerKey(table, column),
    others: table.businessKey.filter((name) => name !== column).map((name) => `t.${ident(name)}`),
  };
}

/** Aggregates of a block: masks of the keys seen, and of those seen an odd number of times. */
export function blockMasks(packed: string): string {
  return `${bitsSeen(bit(packed))} AS seen, ${bitsOdd(bit(packed))} AS odd`;
}

/** Condition on a block of `rows` rows: rows beyond the keys seen betray a duplicate. */
export function holdsDuplicates(rows: string): string {
  return `${rows} > ${bitCount("seen")}`;
}

/**
 * Mask of the keys that may occur twice in such a block: those seen an even number of times, unless the counts say that a
 * key came thrice, when the whole block stays under suspicion.
 */
export function suspectMask(rows: string): string {
  const even = bitsWithout("seen", "odd");
  return `CASE WHEN ${rows} - ${bitCount("seen")} = ${bitCount(even)} THEN ${even} ELSE seen END`;
}

function complete(table: Table): string {
  return table.businessKey.map((column) => `t.${ident(column)} IS NOT NULL`).join(" AND ");
}

/** SQL of the keys that may occur twice. Exact for any integers; sparse ones merely fill one block each. */
export function suspectsSql(table: Table, relation: string): string {
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

/** Condition under which the key of a row `t` is among the suspects `s`. */
export function isSuspect(table: Table): string {
  const { packed, others } = splitKey(table);
  const equal = others.map((sql, i) => `s.other_${i} = ${sql}`);
  const inBlock = packed === null ? [] : [`s.block = ${block(packed)}`, hasBit("s.mask", packed)];
  return [...inBlock, ...equal].join(" AND ");
}
