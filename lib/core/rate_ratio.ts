import { Z95 } from "./stats.ts";

/** Events counted over two spans of time, near and far, of one stratum. */
export interface RateStratum {
  readonly near: { readonly events: number; readonly time: number };
  readonly far: { readonly events: number; readonly time: number };
}

/**
 * Mantel and Haenszel's ratio of two Poisson rates, near over far, over strata that each have a base rate of their own,
 * with its 95 % interval; null where nothing can be told (no events or no time on one side).
 *
 * Greenland and Robins (1985), "Estimation of a common effect parameter from sparse follow-up data", Biometrics 41.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const stratum = { near: { events: 20, time: 10 }, far: { events: 40, time: 80 } };
 * const { ratio, low, high } = rateRatio([stratum])!;
 * assert.deepEqual([ratio, low, high].map((value) => value.toFixed(2)), ["4.00", "2.34", "6.84"]);
 * ```
 */
export function rateRatio(
  strata: readonly RateStratum[],
): { readonly ratio: number; readonly low: number; readonly high: number } | null {
  let [up, down, spread] = [0, 0, 0];
  for (const { near, far } of strata) {
    const time = near.time + far.time;
    if (near.time === 0 || far.time === 0) continue;
    up += near.events * far.time / time;
    down += far.events * near.time / time;
    spread += (near.events + far.events) * near.time * far.time / time ** 2;
  }
  if (up === 0 || down === 0) return null;
  const half = Z95 * Math.sqrt(spread / (up * down));
  const ratio = up / down;
  return { ratio, low: ratio * Math.exp(-half), high: ratio * Math.exp(half) };
}
