import type { Trajectory } from "../contracts/archetype.ts";
import { MONTH_DAYS } from "../core/calendar.ts";
import { GROWTH_PCT } from "./targets.ts";

/** Factor of a local day by its index: the trajectory's growth around the middle of the period, where it is 1. */
export function growthFactor(trajectory: Trajectory, days: number): (day: number) => number {
  const monthly = 1 + GROWTH_PCT[trajectory] / 100;
  return (day) => monthly ** ((day - (days - 1) / 2) / MONTH_DAYS);
}

/** Rows of a month beside what the curves alone, without any growth, would give it. */
export interface MonthTotal {
  /** Middle of the month, in months since the start of the period. */
  readonly at: number;
  readonly weight: number;
  readonly rows: number;
}

export interface Growth {
  /** Growth a month, in per cent. */
  readonly pct: number;
  /** Its standard error, in points. */
  readonly error: number;
}

/**
 * Growth a month by weighted least squares of log(rows / weight) over time; each month weighs as many rows as it has,
 * the inverse of the variance of a Poisson count's logarithm. Null with fewer than two months that have rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const months = [0, 1, 2].map((at) => ({ at, weight: 2, rows: Math.round(1e6 * 1.04 ** at) }));
 * assert.equal(estimateGrowth(months)!.pct.toFixed(3), "4.000");
 * ```
 */
export function estimateGrowth(months: readonly MonthTotal[]): Growth | null {
  const points = months.filter(({ rows, weight }) => rows > 0 && weight > 0)
    .map(({ at, weight, rows }) => ({ x: at, y: Math.log(rows / weight), w: rows }));
  if (points.length < 2) return null;
  const sum = (of: (point: (typeof points)[number]) => number): number =>
    points.reduce((total, point) => total + of(point), 0);
  const all = sum(({ w }) => w);
  const [meanX, meanY] = [sum(({ w, x }) => w * x) / all, sum(({ w, y }) => w * y) / all];
  const spread = sum(({ w, x }) => w * (x - meanX) ** 2);
  const slope = sum(({ w, x, y }) => w * (x - meanX) * (y - meanY)) / spread;
  return { pct: 100 * Math.expm1(slope), error: 100 * Math.exp(slope) / Math.sqrt(spread) };
}
