import { z } from "zod";
import type { Table } from "../contracts/archetype.ts";
import type { Duck } from "../infra/duck.ts";
import { cellsName } from "./cells.ts";

/** Lag quantiles of some rows, in whole minutes. */
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

const LagRow = z.object({
  scope: z.enum(["day", "window", "period"]),
  day: z.number().nullable(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});

/**
 * Lag quantiles of a folded table: of each local day, of the days `from` to `to`, and of all rows. By nearest rank: the
 * least whole minute that so many per cent of the rows do not exceed.
 */
export async function lagQuantiles(duck: Duck, table: Table, from: number, to: number): Promise<LagFindings> {
  const rank = (percent: number) => `min(lag_min) FILTER (WHERE reached * 100 >= ${percent} * total) AS p${percent}`;
  const cells = `FROM ${cellsName(table)} WHERE lag_min IS NOT NULL`;
  const rows = await duck.rows(
    `WITH scoped AS (
      SELECT 'day' AS scope, "day", lag_min, "rows" ${cells}
      UNION ALL
      SELECT 'window', NULL, lag_min, CAST(sum("rows") AS BIGINT) ${cells} AND "day" BETWEEN ${from} AND ${to} GROUP BY lag_min
      UNION ALL
      SELECT 'period', NULL, lag_min, CAST(sum("rows") AS BIGINT) ${cells} GROUP BY lag_min
    ), ranked AS (
      SELECT scope, "day", lag_min, sum("rows") OVER (PARTITION BY scope, "day" ORDER BY lag_min) AS reached,
        sum("rows") OVER (PARTITION BY scope, "day") AS total
      FROM scoped
    )
    SELECT scope, "day", ${rank(50)}, ${rank(95)}, ${rank(99)} FROM ranked GROUP BY scope, "day"`,
    LagRow,
  );
  return {
    days: new Map(rows.flatMap((row) => row.scope === "day" && row.day !== null ? [[row.day, row]] : [])),
    window: rows.find(({ scope }) => scope === "window") ?? null,
    period: rows.find(({ scope }) => scope === "period") ?? null,
  };
}
