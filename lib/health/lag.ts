import { z } from "zod";
import { MINUTE_US } from "../core/calendar.ts";
import type { Duck } from "../infra/duck.ts";
import { ident } from "../infra/sql.ts";
import { cellDay, cellLagStep, cellsName } from "./cells.ts";
import type { TableSql } from "./table_sql.ts";
import type { DayRange } from "./windows.ts";

/** Lag quantiles of some rows, in minutes, rounded to six decimals (which tell microseconds apart). */
export interface LagQuantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface LagFindings {
  readonly days: ReadonlyMap<number, LagQuantiles>;
  readonly window: LagQuantiles | null;
  readonly period: LagQuantiles | null;
}

const PERCENTS = [50, 95, 99] as const;

/** Place of a quantile among `total` ordered rows counted from 0, in hundredths: SQL's PERCENTILE_CONT. */
function hundredths(percent: number): string {
  return `(total - 1) * ${percent}`;
}

/** Scopes beside the local days, which stand for themselves: days since 1970 do not come near. */
const WINDOW = 2 ** 31 - 2;
const PERIOD = 2 ** 31 - 1;

/** The rows of `relation` once for each scope that they count for: their local day, the window, all rows. */
function scoped(relation: string, window: DayRange): string {
  return `(SELECT "day" AS scope, * FROM ${relation}
    UNION ALL SELECT ${WINDOW}, * FROM ${relation} WHERE "day" BETWEEN ${window.from} AND ${window.to}
    UNION ALL SELECT ${PERIOD}, * FROM ${relation})`;
}

/**
 * SQL of the steps of lag in which the order statistics at and around the quantiles lie, with the scope's rows of shorter
 * lag (`before`) and all of its rows (`total`).
 */
function stepsSql(cells: string, window: DayRange): string {
  const holds = PERCENTS.map(hundredths).map((place) =>
    `(before - 1) * 100 < ${place} AND (before + "rows") * 100 > ${place}`
  );
  return `WITH summed AS (
      SELECT scope, lag_step, CAST(sum("rows") AS BIGINT) AS "rows" FROM ${scoped(cells, window)} AS cells
      WHERE lag_step IS NOT NULL GROUP BY scope, lag_step
    ), ranked AS (
      SELECT *, CAST(sum("rows") OVER (PARTITION BY scope ORDER BY lag_step) AS BIGINT) - "rows" AS before,
        CAST(sum("rows") OVER (PARTITION BY scope) AS BIGINT) AS total
      FROM summed
    )
    SELECT scope, lag_step, before, total FROM ranked WHERE ${holds.join(" OR ")}`;
}

/** SQL of the exact lags, µs, of the rows in these steps. */
function lagsSql(sql: TableSql, relation: string, cells: string, steps: string, window: DayRange): string {
  return `SELECT "day", lag_step, lag_us
    FROM (
      SELECT ${cellDay(sql)} AS "day", ${cellLagStep(sql)} AS lag_step, ${sql.lagUs} AS lag_us
      FROM ${relation} AS t ${sql.timeJoin}
    ) AS lags
    JOIN (
      SELECT DISTINCT "day", lag_step FROM ${scoped(cells, window)} AS cells
      JOIN ${steps} AS s USING (scope, lag_step)
    ) AS needed USING ("day", lag_step)`;
}

/** SQL of the quantiles, interpolated between the order statistics. */
function quantilesSql(steps: string, lags: string, window: DayRange): string {
  const quantiles = PERCENTS.map((percent) => {
    const place = hundredths(percent);
    const low = `max(lag_us) FILTER (WHERE place * 100 <= ${place})`;
    const high = `min(lag_us) FILTER (WHERE place * 100 >= ${place})`;
    const share = `max(${place} % 100) / 100.0`;
    return `round((${low} + (${high} - ${low}) * CAST(${share} AS DOUBLE)) / ${MINUTE_US}, 6) AS p${percent}`;
  });
  return `WITH placed AS (
      SELECT scope, total, lag_us,
        before + row_number() OVER (PARTITION BY scope, lag_step ORDER BY lag_us) - 1 AS place
      FROM ${scoped(lags, window)} AS lags JOIN ${steps} AS s USING (scope, lag_step)
    )
    SELECT scope, ${quantiles.join(", ")} FROM placed GROUP BY scope`;
}

const LagRow = z.object({
  scope: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});

/**
 * Lag quantiles of a folded table, by linear interpolation between order statistics (SQL's PERCENTILE_CONT): of each
 * local day, of the window, and of all rows.
 *
 * The cells tell in which step of lag each order statistic lies; a second scan keeps only the rows of these steps, so
 * that the quantiles are exact and memory does not grow with the rows, as an engine's own quantiles would let it.
 */
export async function lagQuantiles(
  duck: Duck,
  sql: TableSql,
  relation: string,
  window: DayRange,
): Promise<LagFindings> {
  const cells = cellsName(sql.table);
  const steps = ident(`lag_steps_${sql.table.name}`);
  const lags = ident(`lags_${sql.table.name}`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${steps} AS ${stepsSql(cells, window)}`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${lags} AS ${lagsSql(sql, relation, cells, steps, window)}`);
  const rows = await duck.rows(quantilesSql(steps, lags, window), LagRow);
  const of = (wanted: number) => rows.find(({ scope }) => scope === wanted) ?? null;
  return {
    days: new Map(rows.filter(({ scope }) => scope < WINDOW).map((row) => [row.scope, row])),
    window: of(WINDOW),
    period: of(PERIOD),
  };
}
