import { binomialTail } from "../core/stats.ts";

/** Days that make a peak. */
const SPAN = 7;
/** Chance, over all spans of a window, that level demand is taken for a peak. */
const ALPHA = 0.05;

/**
 * The last day of the seven on which demand stood out most, as an index into `daily`; null where no seven days hold more
 * than chance would put there.
 *
 * Level demand has no peak, and the highest of its days is noise: it must not age a gap that is asked for every day. A span
 * is held against the binomial share of the days that it fills, at 5 % over all spans (Bonferroni).
 *
 * @param daily Items a local day, oldest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(peakDay(new Array(30).fill(2)), null);
 * const burst = new Array(30).fill(1);
 * for (let day = 8; day < 15; day++) burst[day] = 6;
 * assert.equal(peakDay(burst), 14);
 * ```
 */
export function peakDay(daily: readonly number[]): number | null {
  const total = daily.reduce((sum, count) => sum + count, 0);
  const spans = daily.length - SPAN;
  if (total === 0 || spans < 1) return null;
  let best = { end: 0, count: -1 };
  for (let end = SPAN - 1; end < daily.length; end++) {
    const count = daily.slice(end - SPAN + 1, end + 1).reduce((sum, one) => sum + one, 0);
    // Of equal spans the latest: it ages the gap least.
    if (count >= best.count) best = { end, count };
  }
  return binomialTail(best.count, total, SPAN / daily.length) * (spans + 1) <= ALPHA ? best.end : null;
}
