import type { Table } from "../contracts/archetype.ts";
import { bit, bitCount, bitsOdd, bitsSeen, bitsWithout, dayOfDate } from "../infra/dialect.ts";
import { ident } from "../infra/sql.ts";
import { typeOf } from "./extent.ts";
import type { TableSql } from "./table_sql.ts";

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

/**
 * The packed key column of a table whose business key is that and the stored day: blocks of its keys lie inside a day, so
 * that the scan that counts the days can look for duplicates too. Null for other tables, and for those with lags.
 */
export function keyWithinDay(sql: TableSql): string | null {
  const { packed, others } = splitKey(sql.table);
  return sql.lagUs === null && others.length === 1 && others[0] === sql.dayKey ? packed : null;
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
