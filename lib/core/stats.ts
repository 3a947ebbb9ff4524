/** Normal quantile of a two-sided 95 % interval. */
export const Z95 = 1.959963984540054;

/**
 * Wilson's 95 % interval of a share, as shares from 0 to 1; null when `total` is 0.
 *
 * Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", JASA 22.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const interval = wilson(10, 100)!;
 * assert.equal(interval.low.toFixed(4), "0.0552");
 * assert.equal(interval.high.toFixed(4), "0.1744");
 * ```
 */
export function wilson(count: number, total: number): { readonly low: number; readonly high: number } | null {
  if (total === 0) return null;
  const share = count / total;
  const z2 = Z95 * Z95 / total;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = Z95 / (1 + z2) * Math.sqrt(share * (1 - share) / total + z2 / (4 * total));
  // At 0 and at 1 the bound is exact; the formula misses it by rounding.
  return { low: count === 0 ? 0 : centre - half, high: count === total ? 1 : centre + half };
}

const LANCZOS = [
  0.99999999999980993,
  676.5203681218851,
  -1259.1392167224028,
  771.32342877765313,
  -176.61502916214059,
  12.507343278686905,
  -0.13857109526572012,
  9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for `x` ≥ 0.5; Lanczos' series (g = 7, 9 terms), relative error under 1e-14. */
export function logGamma(x: number): number {
  const shifted = x - 1;
  const series = LANCZOS.slice(1).reduce((sum, term, i) => sum + term / (shifted + i + 1), LANCZOS[0]!);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

/** Lentz' continued fraction of the incomplete beta function (Numerical Recipes, 6.4); converges for x < (a+1)/(a+b+2). */
function betaFraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number) => Math.abs(value) < 1e-300 ? 1e-300 : value;
  let c = 1;
  let d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return fraction;
  }
  throw new RangeError(`regularisedBeta() did not converge: x ${x}, a ${a}, b ${b}`);
}

/** The regularised incomplete beta function I_x(a, b), for `a` and `b` ≥ 0.5 and `x` from 0 to 1. */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? front * betaFraction(x, a, b) / a : 1 - front * betaFraction(1 - x, b, a) / b;
}

/**
 * P(X ≥ count) of a binomial variable: `total` draws, each with probability `share`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(binomialTail(2, 3, 0.5).toFixed(12), "0.500000000000");
 * ```
 */
export function binomialTail(count: number, total: number, share: number): number {
  if (count <= 0) return 1;
  if (count > total) return 0;
  return regularisedBeta(share, count, total - count + 1);
}

/**
 * Adjusted p-values (q-values) that control the false-discovery rate, in the order given.
 *
 * Benjamini and Hochberg (1995), "Controlling the false discovery rate", J. R. Statist. Soc. B 57.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(benjaminiHochberg([0.5, 0.01, 0.02]), [0.5, 0.03, 0.03]);
 * ```
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  order.forEach((i, position) => {
    least = Math.min(least, pValues[i]! * pValues.length / (pValues.length - position));
    adjusted[i] = least;
  });
  return adjusted;
}
