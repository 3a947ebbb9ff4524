/** The formulas of the ranking (specification, section 10): values in, values out, all from 0 to 1. */
import type { Confidence } from "../contracts/decision.ts";
import { MONTH_DAYS } from "../core/calendar.ts";

/** Days after which an old peak counts 1/e. */
const DECAY_DAYS = 60;
/** A measure that is this many times over its SLO beyond the SLO itself is as severe as can be. */
const FULL_OVERAGE = 4;

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/**
 * Revenue at risk in the window, scaled to a month, over the median monthly revenue. 0 where there is no revenue to put
 * at risk.
 *
 * @param atRiskCents Summed over the affected rows of the window.
 * @param medianMonthCents Median monthly revenue of the three whole months before the end of the window.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * // $3,000 in 30 days of $61,000 a month: 3,000 × 30.4375 / 30 / 61,000.
 * assert.equal(revenueImpact(300_000, 30, 6_100_000).toFixed(4), "0.0499");
 * assert.equal(revenueImpact(300_000, 30, 0), 0);
 * assert.equal(revenueImpact(9e9, 30, 6_100_000), 1);
 * ```
 */
export function revenueImpact(atRiskCents: number, windowDays: number, medianMonthCents: number): number {
  if (!(medianMonthCents > 0) || !(windowDays > 0) || !Number.isFinite(atRiskCents)) return 0;
  return clip(atRiskCents * MONTH_DAYS / windowDays / medianMonthCents);
}

/**
 * How far a measure lies over its SLO: 0 at the SLO, 1 at five times the SLO, weighted by the share of the company's revenue
 * that the table carries. 0 where nothing was measured or no SLO stands; an SLO of 0 is broken in full by any value above.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * // 5 % orphans against 2 %: (2.5 − 1) / 4.
 * assert.equal(healthSeverity(5, 2, 1), 0.375);
 * assert.equal(healthSeverity(5, 2, 0.5), 0.1875);
 * assert.equal(healthSeverity(2, 2, 1), 0);
 * assert.equal(healthSeverity(0.1, 0, 1), 1);
 * assert.equal(healthSeverity(Number.NaN, 2, 1), 0);
 * ```
 */
export function healthSeverity(value: number | null, slo: number | null, revenueShare: number): number {
  if (value === null || slo === null || Number.isNaN(value) || !(revenueShare > 0)) return 0;
  const overage = slo > 0 ? value / slo - 1 : value > 0 ? Infinity : 0;
  return clip(overage / FULL_OVERAGE) * clip(revenueShare);
}

/**
 * What an old peak still counts: `exp(−days / 60)`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(decay(0), 1);
 * assert.equal(decay(30).toFixed(4), "0.6065");
 * ```
 */
export function decay(daysSincePeak: number): number {
  return Math.exp(-Math.max(0, daysSincePeak) / DECAY_DAYS);
}

export interface Weights {
  readonly revenue: number;
  readonly demand: number;
  readonly severity: number;
}

/** What a score is made of, each from 0 to 1. */
export interface Components {
  readonly revenueImpact: number;
  readonly demand: number;
  readonly healthSeverity: number;
  readonly decay: number;
}

/**
 * The score of a gap.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const weights = { revenue: 0.6, demand: 0.25, severity: 0.15 };
 * // 0.6 × 0.05 + 0.25 × 0.2 + 0.15 × 0.375 = 0.13625, and a peak 30 days ago.
 * const components = { revenueImpact: 0.05, demand: 0.2, healthSeverity: 0.375, decay: decay(30) };
 * assert.equal(score(components, weights).toFixed(4), "0.0826");
 * ```
 */
export function score({ revenueImpact, demand, healthSeverity, decay }: Components, weights: Weights): number {
  return (weights.revenue * revenueImpact + weights.demand * demand + weights.severity * healthSeverity) * decay;
}

/** What each part counts in {@link confidence}. */
const CONFIDENCE_WEIGHTS = { class: 0.45, entity: 0.25, coverage: 0.2, agreement: 0.1 } as const;

/**
 * How sure an action is: `0.45·class + 0.25·entity + 0.20·coverage + 0.10·agreement`. Where the model states no
 * probabilities, the other parts share the weight of `class`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const parts = { class: 0.8, entity: 0.6, coverage: 1, agreement: 0.5 };
 * assert.equal(confidence(parts).total.toFixed(2), "0.76");
 * // (0.25 × 0.6 + 0.2 + 0.1 × 0.5) / 0.55
 * assert.equal(confidence({ ...parts, class: null }).total.toFixed(4), "0.7273");
 * ```
 */
export function confidence(parts: Omit<Confidence, "total">): Confidence {
  const { class: labels, entity, coverage, agreement } = parts;
  const weights = CONFIDENCE_WEIGHTS;
  const rest = weights.entity * entity + weights.coverage * coverage + weights.agreement * agreement;
  const total = labels === null ? rest / (1 - weights.class) : weights.class * labels + rest;
  return { ...parts, total: clip(total) };
}

/**
 * How alike several sources' shares of one theme are: the least over the greatest. 1 where a single source speaks, for
 * nobody disagrees; 0 where nobody speaks.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(agreement([0.1, 0.2, 0.16]), 0.5);
 * assert.equal(agreement([0, 0]), 0);
 * ```
 */
export function agreement(shares: readonly number[]): number {
  const greatest = Math.max(0, ...shares);
  return greatest > 0 ? Math.min(...shares) / greatest : 0;
}
