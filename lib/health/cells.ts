import { z } from "zod";
import type { Archetype, ForeignKey, Table } from "../contracts/archetype.ts";
import { Ds } from "../contracts/health.ts";
import { keyColumns, tableNamed } from "../contracts/tables.ts";
import { HOUR_US, MINUTE_US } from "../core/calendar.ts";
import { bit, bitsSeen, block, clampUs, dateOfDay, floorDivideUs } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { blockMasks, holdsDuplicates, suspectMask } from "../infra/key_blocks.ts";
import { ident } from "../infra/sql.ts";
import { isSane } from "./extent.ts";
import { keyWithinDay } from "./key_blocks.ts";
import { timeColumn, unitOf } from "./parents.ts";
import { parentAlias, type TableSql } from "./table_sql.ts";

/** Counts of some rows of a table. */
export interface Counts {
  readonly rows: number;
  /** Nulls of each of the table's `keyColumns`. */
  readonly nulls: readonly number[];
  /** Of each foreign key: rows whose id has no parent, and rows older than their parent. */
  readonly missing: readonly number[];
  readonly temporal: readonly number[];
  /** Rows with both an event time and a load, and those of them whose lag is over the SLO. */
  readonly lagRows: number;
  readonly late: number;
}

/** Counts of a local day (days since 1970); null gathers the rows without any time. */
export interface DayCounts extends Counts {
  readonly day: number | null;
  /** The day as `YYYY-MM-DD`. */
  readonly ds: string | null;
  /** Latest event where it stands in a parent, µs since 1970 UTC; null where the table's extent tells it. */
  readonly lastEventUs: number | null;
}

/** Width in lag of a cell, µs: wider ones leave more rows to the exact quantiles, narrower ones more cells. */
export const LAG_STEP_US = 2 * MINUTE_US;

/** The quoted name of a table's cells in the session. */
export function cellsName(table: Table): string {
  return ident(`cells_${table.name}`);
}

function temporalSql(sql: TableSql, key: ForeignKey, archetype: Archetype): string | null {
  const { table } = sql;
  if (key.notBefore === undefined || sql.event === null) return null;
  const unit = unitOf(archetype, table, tableNamed(archetype, key.parent), key.notBefore);
  return `${sql.event[unit]} < ${parentAlias(table, key)}.${ident(timeColumn({ column: key.notBefore, unit }))}`;
}

/** Local day of a cell. Integers of 32 bits make the grouping a third faster. */
export function cellDay(sql: TableSql): string {
  return `CAST(${sql.day ?? "NULL"} AS INTEGER)`;
}

/** Lag of a cell in {@link LAG_STEP_US}, rounded down. Lags to a sentinel such as 9999-12-31 do not fit 32 bits. */
export function cellLagStep({ lagUs, extent }: TableSql): string {
  const step = lagUs === null ? "NULL" : floorDivideUs(lagUs, LAG_STEP_US);
  return `CAST(${step} AS ${isSane(extent.event) && isSane(extent.loaded) ? "INTEGER" : "BIGINT"})`;
}

/**
 * SQL that folds a table, in one pass, into cells of one local day and one step of lag: rows, nulls, missing ids,
 * temporal failures, late rows, and the hours of the clock in which the rows were loaded, as bits of the hour modulo 64.
 * Everything daily follows from the cells, and in which steps the lag quantiles lie; their number does not grow with the
 * rows. Where the business key lies within the day, the same pass finds the blocks of keys that hold duplicates.
 */
function cellsSql(sql: TableSql, relation: string, archetype: Archetype, lagSloMin: number): string {
  const { table, extent } = sql;
  const nulls = keyColumns(table).map((column, i) =>
    `${extent.complete.has(column) ? "0" : `count(*) - count(t.${ident(column)})`} AS nulls_${i}`
  );
  const keys = table.foreignKeys.flatMap((key, i) => {
    const older = temporalSql(sql, key, archetype);
    return [
      `count(t.${ident(key.column)}) - count(${sql.parents[i]!.found}) AS missing_${i}`,
      `${older === null ? "0" : `count(*) FILTER (WHERE ${older})`} AS temporal_${i}`,
    ];
  });
  const late = sql.lagUs === null ? "0" : `count(*) FILTER (WHERE ${sql.lagUs} > ${lagSloMin * MINUTE_US})`;
  // A table's own event time has its maximum in the file's statistics.
  const lastEvent = extent.event === null && sql.event !== null ? `max(${sql.event.us})` : "NULL";
  const hours = sql.loadedUs === null ? "NULL" : bitsSeen(bit(floorDivideUs(sql.loadedUs, HOUR_US)));
  const day = cellDay(sql);
  const step = cellLagStep(sql);
  const key = keyWithinDay(sql);
  const masks = key === null ? "" : `, ${block(key)} AS block, ${blockMasks(key)}`;
  const groups = [
    ...(sql.dayKey === null ? [] : [sql.dayKey === sql.day ? day : sql.dayKey]),
    ...(sql.lagUs === null ? [] : [step]),
    ...(key === null ? [] : [block(key)]),
  ];
  const cells = `SELECT ${day} AS "day", ${step} AS lag_step,
      count(*) AS "rows", ${[...nulls, ...keys].map((column) => `${column}, `).join("")}${late} AS late,
      ${hours} AS hours, CAST(${lastEvent} AS BIGINT) AS last_event_us${masks}
    FROM ${relation} AS t ${sql.parents.map(({ join }) => join).join("\n")} ${
    groups.length === 0 ? "" : `GROUP BY ${groups.join(", ")}`
  }`;
  return key === null ? cells : addedBlocksSql(table, cells);
}

/** The counts of a cell other than its rows. */
function countColumns(table: Table): string[] {
  return [
    "late",
    ...keyColumns(table).map((_, i) => `nulls_${i}`),
    ...table.foreignKeys.flatMap((_, i) => [`missing_${i}`, `temporal_${i}`]),
  ];
}

/** SQL that adds up a day's blocks of keys to one cell, but for those that hold duplicates: they stay, with their `mask`. */
function addedBlocksSql(table: Table, blocks: string): string {
  const sums = ["rows", ...countColumns(table)].map(ident).map((name) => `sum(${name}) AS ${name}`);
  const suspect = (value: string) => `CASE WHEN ${holdsDuplicates('"rows"')} THEN ${value} END`;
  return `SELECT "day", lag_step, ${sums.join(", ")}, last_event_us, suspect AS block, mask
    FROM (
      SELECT *, ${suspect("block")} AS suspect, ${suspect(suspectMask('"rows"'))} AS mask FROM (${blocks}) AS blocks
    ) AS judged GROUP BY "day", lag_step, last_event_us, suspect, mask`;
}

/** SQL of the counts by local day. */
function daysSql(table: Table): string {
  return `SELECT "day", CAST(${dateOfDay('"day"')} AS VARCHAR) AS ds, sum("rows") AS "rows",
      coalesce(sum("rows") FILTER (WHERE lag_step IS NOT NULL), 0) AS lag_rows,
      ${clampUs("max(last_event_us)")} AS last_event_us${
    countColumns(table).map((name) => `, sum(${name}) AS ${name}`).join("")
  }
    FROM ${cellsName(table)} GROUP BY "day" ORDER BY "day"`;
}

const DayRow = z.object({ ds: Ds.nullable() }).catchall(z.number().nullable());

/** Folds a table into cells, kept in the session, and returns its days, oldest first. */
export async function foldTable(
  duck: Duck,
  sql: TableSql,
  relation: string,
  archetype: Archetype,
  lagSloMin: number,
): Promise<DayCounts[]> {
  const { table } = sql;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${cellsName(table)} AS ${cellsSql(sql, relation, archetype, lagSloMin)}`,
  );
  const days = await duck.rows(daysSql(table), DayRow);
  return days.map(({ ds, ...row }) => ({
    day: row["day"] ?? null,
    ds,
    rows: row["rows"] ?? 0,
    nulls: keyColumns(table).map((_, i) => row[`nulls_${i}`] ?? 0),
    missing: table.foreignKeys.map((_, i) => row[`missing_${i}`] ?? 0),
    temporal: table.foreignKeys.map((_, i) => row[`temporal_${i}`] ?? 0),
    lagRows: row["lag_rows"] ?? 0,
    late: row["late"] ?? 0,
    lastEventUs: row["last_event_us"] ?? null,
  }));
}
