/** How much each source counts in the demand for a theme. */
import { type Source, SOURCES } from "../contracts/demand.ts";

export interface SourceVolume {
  readonly source: Source;
  /** Eligible items of the window. */
  readonly volume: number;
}

/**
 * Weights that add up to 1: base × volume, renormalised, each held between the caps (specification, section 10).
 *
 * A weight is clamp(λ · base · volume, min, max), with the one λ for which all add up to 1: what a cap takes from one
 * source goes to the others in proportion, until nothing passes a cap any more. A source without volume has weight 0
 * and the others share 1; where so few are left that the caps cannot hold (one source, or two below a half each), the
 * cap in the way gives.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const weights = sourceWeights(
 *   [{ source: "slack", volume: 250 }, { source: "email", volume: 66 }, { source: "nlq", volume: 82 }],
 *   { nlq: 0.5, slack: 0.3, email: 0.2 },
 *   { min: 0.15, max: 0.6 },
 * );
 * // 75 : 13.2 : 41; e-mail is lifted to 0.15, the others share 0.85.
 * assert.deepEqual(weights, { slack: 0.5496, email: 0.15, nlq: 0.3004 });
 * ```
 */
export function sourceWeights(
  volumes: readonly SourceVolume[],
  base: Readonly<Record<Source, number>>,
  caps: { readonly min: number; readonly max: number },
): Record<Source, number> {
  const weights = Object.fromEntries(SOURCES.map((source) => [source, 0])) as Record<Source, number>;
  const raw = volumes.map(({ source, volume }) => ({ source, value: base[source] * volume }))
    .filter(({ value }) => value > 0);
  if (raw.length === 0) return weights;
  const min = Math.min(caps.min, 1 / raw.length);
  const max = Math.max(caps.max, 1 / raw.length);
  const clamped = (lambda: number): number[] => raw.map(({ value }) => Math.min(max, Math.max(min, lambda * value)));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  // The sum is piecewise linear in λ and bends where a source meets a cap: 1 lies between two neighbouring bends.
  const bends = raw.flatMap(({ value }) => [min / value, max / value]).sort((a, b) => a - b);
  const after = bends.findIndex((lambda) => sum(clamped(lambda)) >= 1 - 1e-12);
  const [low, high] = [bends[Math.max(0, after - 1)]!, bends[after]!];
  const [sumLow, sumHigh] = [sum(clamped(low)), sum(clamped(high))];
  const lambda = sumHigh === sumLow ? high : low + (high - low) * (1 - sumLow) / (sumHigh - sumLow);
  clamped(lambda).forEach((weight, i) => weights[raw[i]!.source] = Number(weight.toFixed(4)));
  return weights;
}
