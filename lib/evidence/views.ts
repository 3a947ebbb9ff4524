/** SQL of the views that evidence reads (`docs/evidence.md`): pure functions of what an archetype declares. */
import type { Archetype, Table } from "../contracts/archetype.ts";
import { eventType, timeKey, typeOf } from "../contracts/tables.ts";
import { DAY_US, type LocalDay, type Offset, type Period } from "../core/calendar.ts";
import {
  dateOfDay,
  dayOfDate,
  epochUs,
  FILE_ROW,
  localDay,
  numberedParquet,
  parquet,
  startOfLocalDayUs,
  timestampOfUs,
} from "../infra/dialect.ts";
import { isSuspect, suspectsSql } from "../infra/key_blocks.ts";
import { ident, literal } from "../infra/sql.ts";

/** A warehouse as evidence sees it. */
export interface World {
  readonly archetype: Archetype;
  /** Holds `<table>.parquet` for each table. */
  readonly folder: string;
  /** Of the zone, over all times that are compared by local day. */
  readonly offsets: readonly Offset[];
  /** The local days of the window. */
  readonly window: Period;
}

function pathOf({ folder }: World, table: Table): string {
  return `${folder}/${table.name}.parquet`;
}

/** The extra copies of a table's rows, listed by place in the file. */
export function copiesName(table: Table): string {
  return ident(`copies_${table.name}`);
}

/** Copies of a snapshot are not looked for: it carries no money, and is too large. */
export function mayRepeat(table: Table): boolean {
  return table.kind !== "snapshot" && table.businessKey.length > 0;
}

/**
 * SQL of the extra copies of a whole table: `place` in the file and `copy`, 2 for the second row of a business key and so
 * on, in order of `loaded_at`, then of the file. A key with a null is never repeated.
 */
export function copiesSql(world: World, table: Table): string {
  const keys = table.businessKey.map((column) => `t.${ident(column)}`);
  const order = [...(table.loaded ? [`t."loaded_at" NULLS LAST`] : []), `t.${FILE_ROW}`].join(", ");
  return `SELECT place, copy FROM (
  SELECT t.${FILE_ROW} AS place, row_number() OVER (PARTITION BY ${keys.join(", ")} ORDER BY ${order}) AS copy
  FROM ${numberedParquet(pathOf(world, table))} AS t
  JOIN (${suspectsSql(table, parquet(pathOf(world, table)))}) AS s ON ${isSuspect(table)}
) AS numbered WHERE copy > 1`;
}

/** SQL of the instant of a row's event, and the join that it needs. */
function eventSql(world: World, table: Table): { readonly at: string; readonly join: string } {
  if (table.eventTime === undefined) return { at: "CAST(NULL AS TIMESTAMPTZ)", join: "" };
  const via = timeKey(table);
  const column = ident(table.eventTime.column);
  const stored = via === undefined ? `t.${column}` : "e.at";
  const isDate = eventType(world.archetype, table) === "DATE";
  return {
    at: isDate ? timestampOfUs(startOfLocalDayUs(dayOfDate(stored), world.offsets)) : stored,
    join: via === undefined ? "" : `
  LEFT JOIN (SELECT ${ident(via.parentKey)} AS "key", min(${column}) AS at FROM ${ident(via.parent)} GROUP BY 1) AS e
    ON e."key" = t.${ident(via.column)}`,
  };
}

/** The columns that `timed_T` has beside those of T. */
export const ADDED_COLUMNS = ["event_at", "counted_ds", "lag_us", "copy"] as const;

/** SQL of `timed_T`: all rows with {@link ADDED_COLUMNS}. */
export function timedSql(world: World, table: Table, repeated: boolean): string {
  const columns = table.columns.map(({ name }) => `t.${ident(name)}`).join(", ");
  const { at, join } = eventSql(world, table);
  const counted = table.loaded ? `coalesce(${at}, t."loaded_at")` : at;
  const lag = table.loaded ? `${epochUs(`t."loaded_at"`)} - ${epochUs(at)}` : "CAST(NULL AS BIGINT)";
  const from = repeated ? numberedParquet(pathOf(world, table)) : parquet(pathOf(world, table));
  return `SELECT ${columns}, ${at} AS event_at, local_day(${counted}) AS counted_ds, ${lag} AS lag_us,
    ${repeated ? "coalesce(c.copy, 1)" : "1"} AS copy
  FROM ${from} AS t${join}${repeated ? `\n  LEFT JOIN ${copiesName(table)} AS c ON c.place = t.${FILE_ROW}` : ""}`;
}

/** SQL of `window_T`: the rows of `timed_T` that count for the window; all rows of a table without any time. */
export function windowSql(world: World, table: Table): string {
  const rows = `SELECT * FROM ${ident(`timed_${table.name}`)}`;
  const { days, startUs, endUs } = world.window;
  const inside = (time: string) => `${time} >= ${timestampOfUs(startUs)} AND ${time} < ${timestampOfUs(endUs)}`;
  const own = table.eventTime?.through === undefined ? table.eventTime?.column : undefined;
  // A bound on the stored column lets the engine skip most of a file that lies in order of time.
  const event = own !== undefined && typeOf(table, own) === "DATE"
    ? `${ident(own)} BETWEEN DATE ${literal(days[0]!.ds)} AND DATE ${literal(days.at(-1)!.ds)}`
    : inside("event_at");
  if (table.eventTime === undefined) return table.loaded ? `${rows} WHERE ${inside(`"loaded_at"`)}` : rows;
  return table.loaded
    ? `${rows} WHERE (${event}) OR (event_at IS NULL AND ${inside(`"loaded_at"`)})`
    : `${rows} WHERE ${event}`;
}

/** SQL of `first_T`: T without the extra copies. */
export function firstSql(world: World, table: Table, repeated: boolean): string {
  if (!repeated) return `SELECT * FROM ${ident(table.name)}`;
  const columns = table.columns.map(({ name }) => `t.${ident(name)}`).join(", ");
  return `SELECT ${columns} FROM ${numberedParquet(pathOf(world, table))} AS t
  LEFT JOIN ${copiesName(table)} AS c ON c.place = t.${FILE_ROW} WHERE c.place IS NULL`;
}

/** SQL of T itself. */
export function tableViewSql(world: World, table: Table): string {
  return `SELECT * FROM ${parquet(pathOf(world, table))}`;
}

/**
 * Statements that define the macros and variables.
 *
 * @param revenueFrom First local day of which revenue is wanted.
 */
export function settingsSql({ offsets, window }: World, revenueFrom: LocalDay): string[] {
  const [first, last] = [window.days[0]!, window.days.at(-1)!];
  const variables = {
    window_from: `DATE ${literal(first.ds)}`,
    window_to: `DATE ${literal(last.ds)}`,
    window_start: timestampOfUs(window.startUs),
    window_end: timestampOfUs(window.endUs),
    utc_start: timestampOfUs(`${dayOfDate(`DATE ${literal(first.ds)}`)} * ${DAY_US}`),
    utc_end: timestampOfUs(`(${dayOfDate(`DATE ${literal(last.ds)}`)} + 1) * ${DAY_US}`),
    revenue_start: timestampOfUs(revenueFrom.startUs),
  };
  return [
    `CREATE OR REPLACE TEMP MACRO local_day(ts) AS ${dateOfDay(localDay("ts", offsets))}`,
    ...Object.entries(variables).map(([name, value]) => `SET VARIABLE ${name} = ${value}`),
  ];
}
