import { z } from "zod";
import type { Table } from "../contracts/archetype.ts";
import { typeOf } from "../contracts/tables.ts";
import { DAY_US } from "../core/calendar.ts";
import type { Duck } from "../infra/duck.ts";
import { clampUs, columnsWithoutNulls, dayOfDate, epochUs, parquet, SAFE_US } from "../infra/dialect.ts";
import { ident } from "../infra/sql.ts";

/**
 * First and last time in a column, µs since 1970 UTC, clamped to {@link SAFE_US}; a DATE stands for its midnight in UTC.
 * Null without a value.
 */
export interface Span {
  readonly first: number | null;
  readonly last: number | null;
}

/** What the file's own statistics tell about a table, without a scan of its rows. */
export interface Extent {
  readonly rows: number;
  /** Of the table's own event-time column; null when it has none. */
  readonly event: Span | null;
  readonly loaded: Span | null;
  /** Columns that are known to hold no null. */
  readonly complete: ReadonlySet<string>;
}

/** True when all times of a column are within {@link SAFE_US}, as sentinels such as 9999-12-31 are not. */
export function isSane(span: Span | null): boolean {
  return span?.first != null && span.last != null && span.first > -SAFE_US && span.last < SAFE_US;
}

function spanSql(column: string, type: string, name: string): string {
  const value = (of: string) => type === "DATE" ? `${dayOfDate(of)} * ${DAY_US}` : epochUs(of);
  const [first, last] = [value(`min(${ident(column)})`), value(`max(${ident(column)})`)];
  return `${clampUs(first)} AS ${name}_first, ${clampUs(last)} AS ${name}_last`;
}

/** SQL of one row that only asks for the count, minima and maxima: engines answer it from the file's statistics. */
function extentSql(table: Table, path: string): string {
  const event = table.eventTime?.through === undefined ? table.eventTime?.column : undefined;
  return `SELECT count(*) AS "rows"
    ${event === undefined ? "" : `, ${spanSql(event, typeOf(table, event), "event")}`}
    ${table.loaded ? `, ${spanSql("loaded_at", "TIMESTAMPTZ", "loaded")}` : ""}
    FROM ${parquet(path)}`;
}

/** Reads the extent of the table that lies in the file at `path`. */
export async function readExtent(duck: Duck, table: Table, path: string): Promise<Extent> {
  const row = await duck.row(extentSql(table, path), z.record(z.string(), z.number().nullable()));
  const columns = await duck.rows(
    `SELECT column_name FROM ${columnsWithoutNulls(path)}`,
    z.object({ column_name: z.string() }),
  );
  const span = (name: string): Span | null =>
    `${name}_first` in row ? { first: row[`${name}_first`] ?? null, last: row[`${name}_last`] ?? null } : null;
  return {
    rows: row["rows"] ?? 0,
    event: span("event"),
    loaded: span("loaded"),
    complete: new Set(columns.map(({ column_name }) => column_name)),
  };
}
