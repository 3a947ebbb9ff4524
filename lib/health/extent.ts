import { z } from "zod";
import type { Table } from "../contracts/archetype.ts";
import { DAY_US } from "../core/calendar.ts";
import type { Duck } from "../infra/duck.ts";
import { dayOfDate, epochUs } from "../infra/dialect.ts";
import { ident } from "../infra/sql.ts";

/** First and last time in a column, µs since 1970 UTC; a DATE stands for its midnight in UTC. Null without a value. */
export interface Span {
  readonly first: number | null;
  readonly last: number | null;
  /** Rows that have a value. */
  readonly rows: number;
}

/** What the file's own statistics tell about a table, without a scan of its rows. */
export interface Extent {
  readonly rows: number;
  /** Of the table's own event-time column; null when it has none. */
  readonly event: Span | null;
  readonly loaded: Span | null;
  /** Rows without a value, by measured column. */
  readonly nulls: ReadonlyMap<string, number>;
}

/** Type of a declared column. */
export function typeOf(table: Table, column: string): Table["columns"][number]["type"] {
  const found = table.columns.find(({ name }) => name === column);
  if (found === undefined) throw new RangeError(`typeOf() needs a column of ${table.name}: ${column}`);
  return found.type;
}

/** Columns whose nulls are counted: the business key and the foreign keys. */
export function keyColumns(table: Table): string[] {
  return [...new Set([...table.businessKey, ...table.foreignKeys.map(({ column }) => column)])];
}

function spanSql(column: string, type: string, name: string): string {
  const value = (of: string) => type === "DATE" ? `${dayOfDate(of)} * ${DAY_US}` : epochUs(of);
  const quoted = ident(column);
  return `${value(`min(${quoted})`)} AS ${name}_first, ${value(`max(${quoted})`)} AS ${name}_last,
    count(${quoted}) AS ${name}_rows`;
}

/** SQL of one row that only asks for counts, minima and maxima: engines answer it from the file's statistics. */
function extentSql(table: Table, relation: string): string {
  const event = table.eventTime?.through === undefined ? table.eventTime?.column : undefined;
  return `SELECT count(*) AS "rows"
    ${event === undefined ? "" : `, ${spanSql(event, typeOf(table, event), "event")}`}
    ${table.loaded ? `, ${spanSql("loaded_at", "TIMESTAMPTZ", "loaded")}` : ""}
    ${keyColumns(table).map((column, i) => `, count(${ident(column)}) AS present_${i}`).join("")}
    FROM ${relation}`;
}

/** Reads the extent of the table that lies in `relation`. */
export async function readExtent(duck: Duck, table: Table, relation: string): Promise<Extent> {
  const row = await duck.row(extentSql(table, relation), z.record(z.string(), z.number().nullable()));
  const rows = row["rows"] ?? 0;
  const span = (name: string): Span | null =>
    `${name}_rows` in row
      ? { first: row[`${name}_first`] ?? null, last: row[`${name}_last`] ?? null, rows: row[`${name}_rows`] ?? 0 }
      : null;
  return {
    rows,
    event: span("event"),
    loaded: span("loaded"),
    nulls: new Map(keyColumns(table).map((column, i) => [column, rows - (row[`present_${i}`] ?? 0)])),
  };
}
