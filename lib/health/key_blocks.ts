import { splitKey } from "../infra/key_blocks.ts";
import type { TableSql } from "./table_sql.ts";

/**
 * The packed key column of a table whose business key is that and the stored day: blocks of its keys lie inside a day, so
 * that the scan that counts the days can look for duplicates too. Null for other tables, and for those with lags.
 */
export function keyWithinDay(sql: TableSql): string | null {
  const { packed, others } = splitKey(sql.table);
  return sql.lagUs === null && others.length === 1 && others[0] === sql.dayKey ? packed : null;
}
