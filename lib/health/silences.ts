import { z } from "zod";
import { typeOf } from "../contracts/tables.ts";
import { HOUR_US, MINUTE_US, type Offset } from "../core/calendar.ts";
import { bitsSeen, floorDivideUs, hasBit, integers, startOfLocalDayUs, timestampOfUs } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { ident } from "../infra/sql.ts";
import { cellsName, LAG_STEP_US } from "./cells.ts";
import { minSilenceHours, type Silence, type SilenceArrivals } from "./gaps.ts";
import type { TableSql } from "./table_sql.ts";

/**
 * SQL of the runs of at least `minHours` whole hours between a table's loads. A cell holds a day of at most 25 hours and
 * one step of lag, so that its loads lie within 27 hours of the clock from `base` on: bits modulo 64 tell which.
 */
function silencesSql(sql: TableSql, offsets: readonly Offset[], minHours: number): string {
  const earliest = `${
    startOfLocalDayUs(`CAST("day" AS BIGINT)`, offsets)
  } + CAST(coalesce(lag_step, 0) AS BIGINT) * ${LAG_STEP_US}`;
  return `WITH bases AS (
      SELECT ${floorDivideUs(earliest, HOUR_US)} AS base, ${bitsSeen("hours")} AS hours
      FROM ${cellsName(sql.table)} WHERE "day" IS NOT NULL AND hours IS NOT NULL GROUP BY 1
    ), loads AS (
      SELECT DISTINCT base + ahead.value AS "hour" FROM bases CROSS JOIN ${integers(0, 26, "ahead")}
      WHERE ${hasBit("hours", "base + ahead.value")}
    ), spaced AS (
      SELECT "hour", lag("hour") OVER (ORDER BY "hour") AS previous FROM loads
    )
    SELECT previous + 1 AS "from", "hour" AS "to" FROM spaced WHERE "hour" - previous > ${minHours} ORDER BY 1`;
}

/** Condition on the stored event time that lets the engine skip the parts of the file outside the silences. */
function insideSpan(sql: TableSql, from: number, to: number): string {
  const { eventTime } = sql.table;
  if (eventTime === undefined || eventTime.through !== undefined) return "";
  if (typeOf(sql.table, eventTime.column) !== "TIMESTAMPTZ") return "";
  const column = `t.${ident(eventTime.column)}`;
  const at = (hour: number) => timestampOfUs(hour * HOUR_US);
  return `AND ${column} >= ${at(from)} AND ${column} < ${at(to)}`;
}

/** Each hour of a silence is a row to join with: an equality is far cheaper than a pair of inequalities. */
function arrivalsSql(sql: TableSql, relation: string, silences: readonly Silence[], usualLagMin: number): string {
  const eventUs = sql.event?.us ?? "NULL";
  const first = Math.min(...silences.map(({ from }) => from));
  const last = Math.max(...silences.map(({ to }) => to));
  const longest = Math.max(...silences.map(({ from, to }) => to - from));
  return `SELECT s.first_hour AS "from", s.next_hour AS "to",
      ${floorDivideUs(sql.loadedUs ?? "NULL", HOUR_US)} AS "hour", count(*) AS "rows",
      count(*) FILTER (WHERE ${eventUs} < s.next_hour * ${HOUR_US} - ${Math.round(usualLagMin * MINUTE_US)}) AS overdue
    FROM ${relation} AS t ${sql.timeJoin}
    JOIN (
      SELECT first_hour, next_hour, first_hour + ahead.value AS event_hour
      FROM (VALUES ${silences.map(({ from, to }) => `(${from}, ${to})`).join(", ")}) AS v (first_hour, next_hour)
      JOIN ${integers(0, longest - 1, "ahead")} ON ahead.value < next_hour - first_hour
    ) AS s ON s.event_hour = ${floorDivideUs(eventUs, HOUR_US)}
    WHERE t."loaded_at" IS NOT NULL ${insideSpan(sql, first, last)} GROUP BY 1, 2, 3 ORDER BY 1, 3`;
}

const SilenceRow = z.object({ from: z.number(), to: z.number() });
const ArrivalRow = SilenceRow.extend({ hour: z.number(), rows: z.number(), overdue: z.number() });

/**
 * Hours without loads of a folded table in which events happened, and when the rows of these events arrived.
 *
 * @param usualLagMin p95 of the table's lag, in minutes.
 */
export async function findSilences(
  duck: Duck,
  sql: TableSql,
  relation: string,
  offsets: readonly Offset[],
  usualLagMin: number,
): Promise<SilenceArrivals[]> {
  const silences = await duck.rows(silencesSql(sql, offsets, minSilenceHours(usualLagMin)), SilenceRow);
  if (silences.length === 0) return [];
  const arrivals = await duck.rows(arrivalsSql(sql, relation, silences, usualLagMin), ArrivalRow);
  const bySilence = Map.groupBy(arrivals, ({ from }) => from);
  return silences.flatMap(({ from, to }) => {
    const found = bySilence.get(from);
    return found === undefined ? [] : [{ from, to, arrivals: found }];
  });
}
