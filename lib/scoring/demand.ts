/** What people ask for: weighted shares of themes, with what sampling leaves open. */
import { type Source, type Theme, THEMES } from "../contracts/demand.ts";
import { wilson, Z95 } from "../core/stats.ts";

/** An answered item. */
export interface Observation {
  readonly source: Source;
  /** Null where nothing is asked for. */
  readonly theme: Theme | null;
  /** Whether it counts at all, such as when it lies in the report's window. */
  readonly counts: boolean;
  /** N_h / n_h of its stratum. */
  readonly weight: number;
  readonly stratum: number;
}

/** A share from 0 to 1 with its 95 % interval; null where nothing is asked for. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export type Shares = Readonly<Record<Theme, Share>>;

/**
 * Shares of the themes among one source's needs.
 *
 * With N_h eligible and n_h answered items in stratum h, and d = 1 for an item that counts and has a theme, the share is
 * the ratio p = Σ w·d·[theme] / Σ w·d with w = N_h / n_h. Its variance is that of a stratified sample without replacement
 * over the linearised values z = ([theme] − p)·d / Σ w·d:
 *
 *     v = Σ_h N_h² (1 − n_h / N_h) s²_h / n_h,   s²_h the variance of z in stratum h
 *
 * (Cochran, Sampling Techniques, 3rd ed., 5.3 and 6.11), where strata of one answer out of several take the variance of
 * all such strata together (collapsed strata, 5A.12). The interval is Wilson's with an effective sample size (Korn and
 * Graubard, 1998, "Confidence intervals for proportions with small expected number of positive counts", Survey
 * Methodology 24): the smaller of p(1 − p) / v and Kish's (Σw)² / Σw² over the share that was not read, times
 * (z / t)² for n − 1 degrees of freedom, n the answered items that count. The smaller one: v is itself an estimate, and
 * 0 at shares of 0 and 1. Where everything was answered nothing is open: low = high = share.
 *
 * @returns null where no answered item counts and has a theme.
 */
export function themeShares(observations: readonly Observation[]): Shares | null {
  const needs = observations.filter(({ theme, counts }) => counts && theme !== null);
  const total = needs.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const strata = [...Map.groupBy(observations, ({ stratum }) => stratum).values()];
  const kish = total ** 2 / needs.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const unread = Math.max(0, 1 - needs.length / total);
  return Object.fromEntries(THEMES.map((theme) => {
    const found = needs.reduce((sum, need) => need.theme === theme ? sum + need.weight : sum, 0);
    const share = found / total;
    const variance = stratifiedVariance(
      strata,
      (item) => item.counts && item.theme !== null ? ((item.theme === theme ? 1 : 0) - share) / total : 0,
    );
    const size = Math.min(variance > 0 ? share * (1 - share) / variance : Infinity, kish / unread);
    return [theme, intervalOf(Math.min(1, share), size * smallSample(needs.length - 1))];
  })) as Record<Theme, Share>;
}

/** Of the weighted total of `value`. */
function stratifiedVariance(
  strata: readonly (readonly Observation[])[],
  value: (item: Observation) => number,
): number {
  const lone: { readonly size: number; readonly value: number }[] = [];
  let variance = 0;
  for (const items of strata) {
    const n = items.length;
    const size = items[0]!.weight * n;
    if (n >= size) continue;
    if (n === 1) lone.push({ size, value: value(items[0]!) });
    else variance += size ** 2 * (1 - n / size) * sampleVariance(items.map(value)) / n;
  }
  const spread = lone.length > 1 ? sampleVariance(lone.map((stratum) => stratum.value)) : 0;
  return lone.reduce((sum, { size }) => sum + size ** 2 * (1 - 1 / size) * spread, variance);
}

function sampleVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** (z / t)² for the 97.5 % quantiles, t by its Cornish–Fisher expansion; nearly 0 without degrees of freedom. */
function smallSample(degrees: number): number {
  const z = Z95;
  const df = Math.max(degrees, 0.5);
  const t = z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2);
  return (z / t) ** 2;
}

function intervalOf(share: number, size: number): Share {
  if (!Number.isFinite(size)) return { share, low: share, high: share };
  const interval = wilson(share * size, size)!;
  return { share, low: Math.max(0, interval.low), high: Math.min(1, interval.high) };
}

/**
 * Shares over all sources: Σ ω_s · p_s, with the weights ω of the sources that have an answer, renormalised. The bounds
 * are p − √Σ (ω_s (p_s − low_s))² and p + √Σ (ω_s (high_s − p_s))² (Zou and Donner, 2008, "Construction of confidence
 * limits about effect measures", Statistics in Medicine 27: the method of variance estimates recovery).
 *
 * @returns null where no source has an answer, or all of their weights are 0.
 */
export function combinedShares(
  sources: readonly { readonly source: Source; readonly shares: Shares | null }[],
  weights: Readonly<Record<Source, number>>,
): Shares | null {
  const answered = sources.flatMap(({ source, shares }) =>
    shares === null || weights[source] === 0 ? [] : [{ weight: weights[source], shares }]
  );
  const total = answered.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  return Object.fromEntries(THEMES.map((theme) => {
    const parts = answered.map(({ weight, shares }) => ({ weight: weight / total, ...shares[theme] }));
    const share = parts.reduce((sum, part) => sum + part.weight * part.share, 0);
    const reach = (bound: "low" | "high"): number =>
      Math.sqrt(parts.reduce((sum, part) => sum + (part.weight * (part[bound] - part.share)) ** 2, 0));
    return [theme, { share, low: Math.max(0, share - reach("low")), high: Math.min(1, share + reach("high")) }];
  })) as Record<Theme, Share>;
}
