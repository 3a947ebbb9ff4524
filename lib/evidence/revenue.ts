/** SQL of the revenue behind rows, months and tables. */
import type { Archetype } from "../contracts/archetype.ts";
import type { LedRevenue, OwnRevenue } from "../contracts/revenue.ts";
import { tableNamed } from "../contracts/tables.ts";
import { lowerMedian } from "../infra/dialect.ts";
import { ident, literal } from "../infra/sql.ts";
import type { Month } from "./months.ts";

/** SQL of `revenue_T`. */
export function revenueSql(archetype: Archetype, source: OwnRevenue | LedRevenue): string {
  return "sql" in source ? source.sql : ledSql(archetype, source);
}

function ledSql(archetype: Archetype, { table, from }: LedRevenue): string {
  const keys = new Set<string>();
  const brought = from.map(({ table: child, column }) => {
    const key = tableNamed(archetype, child).foreignKeys.find((key) => key.column === column && key.parent === table);
    if (key === undefined) throw new RangeError(`revenue of ${table} needs a foreign key: ${child}.${column}`);
    keys.add(key.parentKey);
    return `SELECT ${ident(column)} AS "key", revenue_cents FROM ${ident(`revenue_${child}`)} WHERE copy = 1`;
  });
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) throw new RangeError(`revenue of ${table} needs one key: ${[...keys]}`);
  return `SELECT t.*, CAST(coalesce(b.cents, 0) AS BIGINT) AS revenue_cents
  FROM ${ident(`timed_${table}`)} AS t
  LEFT JOIN (
    SELECT "key", sum(revenue_cents) AS cents FROM (${brought.join(" UNION ALL ")}) AS brought GROUP BY "key"
  ) AS b ON b."key" = t.${ident(key)}
  WHERE t.copy = 1`;
}

/** SQL of a window's revenue, in cents. */
export const WINDOW_REVENUE_SQL = `SELECT CAST(coalesce(sum(cents), 0) AS BIGINT)
FROM daily_revenue
WHERE ds BETWEEN getvariable('window_from') AND getvariable('window_to')`;

/** SQL of the revenue behind all rows of a table, each business key counted once, in cents. */
export function tableRevenueSql(table: string): string {
  return `SELECT CAST(coalesce(sum(revenue_cents), 0) AS BIGINT)
FROM ${ident(`revenue_${table}`)}
WHERE copy = 1`;
}

/**
 * SQL of the median revenue of some months, in cents; of two, the lesser. Months that began before the first day with
 * revenue are no whole months of the company, and left out; null when none is left.
 */
export function medianMonthSql(months: readonly Month[]): string {
  const list = months.map(({ from, to }) => `(DATE ${literal(from)}, DATE ${literal(to)})`).join(", ");
  return `SELECT ${lowerMedian("cents")} FROM (
  SELECT m.month_from, CAST(coalesce(sum(d.cents), 0) AS BIGINT) AS cents
  FROM (VALUES ${list}) AS m (month_from, month_to)
  LEFT JOIN daily_revenue AS d ON d.ds BETWEEN m.month_from AND m.month_to
  WHERE m.month_from >= (SELECT min(ds) FROM daily_revenue)
  GROUP BY m.month_from
) AS months`;
}
