import assert from "node:assert/strict";
import fc from "fast-check";
import { benjaminiHochberg, binomialTail, logGamma, regularisedBeta, wilson } from "../../lib/core/stats.ts";

function near(actual: number, expected: number, relative = 1e-11): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual} is not near ${expected}`);
}

/** P(X ≥ count) as the sum of its terms, each by exact integer binomials. */
function summedTail(count: number, total: number, share: number): number {
  let sum = 0;
  for (let k = count; k <= total; k++) {
    let ways = 1n;
    for (let i = 0; i < k; i++) ways = ways * BigInt(total - i) / BigInt(i + 1);
    sum += Number(ways) * share ** k * (1 - share) ** (total - k);
  }
  return sum;
}

Deno.test("wilson() gives the interval of a worked example", () => {
  // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662.
  const interval = wilson(81, 263)!;
  assert.equal(interval.low.toFixed(4), "0.2553");
  assert.equal(interval.high.toFixed(4), "0.3662");
});

Deno.test("wilson() stays within 0 and 1, holds the share, and has no interval without rows", () => {
  assert.equal(wilson(0, 0), null);
  assert.equal(wilson(0, 50)!.low, 0);
  assert.equal(wilson(50, 50)!.high, 1);
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, u) => {
    const k = Math.round(u * n);
    const { low, high } = wilson(k, n)!;
    assert.ok(low >= 0 && high <= 1 && low <= k / n && k / n <= high);
  }));
});

Deno.test("logGamma() equals logarithms of factorials", () => {
  near(logGamma(0.5), Math.log(Math.PI) / 2);
  near(logGamma(11), Math.log(3_628_800));
  near(logGamma(171), 706.5730622457874);
});

Deno.test("regularisedBeta() equals closed forms and its own reflection", () => {
  near(regularisedBeta(0.3, 1, 1), 0.3);
  near(regularisedBeta(0.3, 2, 1), 0.09);
  near(regularisedBeta(0.2, 3, 5) + regularisedBeta(0.8, 5, 3), 1);
  assert.deepEqual([regularisedBeta(0, 2, 3), regularisedBeta(1, 2, 3)], [0, 1]);
});

Deno.test("binomialTail() equals the sum of its terms", () => {
  const shares = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), shares, (n, k, p) => {
    const expected = summedTail(k, n, p);
    if (expected > 1e-290) near(binomialTail(k, n, p), expected, 1e-9);
  }));
});

Deno.test("binomialTail() is exact far out and at its ends", () => {
  assert.equal(binomialTail(0, 10, 0.2), 1);
  assert.equal(binomialTail(11, 10, 0.2), 0);
  // 0.02^40 × 0.98^0: all forty null.
  near(binomialTail(40, 40, 0.02), 0.02 ** 40, 1e-9);
  // scipy.stats.binom.sf(719, 6000, 0.02)
  assert.ok(binomialTail(720, 6000, 0.02) < 1e-250);
});

Deno.test("benjaminiHochberg() adjusts a worked example", () => {
  // Benjamini and Hochberg (1995), table 1: 15 p-values; the fourth is the last with q ≤ 0.05.
  const p = [
    0.0001,
    0.0004,
    0.0019,
    0.0095,
    0.0201,
    0.0278,
    0.0298,
    0.0344,
    0.0459,
    0.324,
    0.4262,
    0.5719,
    0.6528,
    0.759,
    1,
  ];
  const q = benjaminiHochberg(p);
  near(q[3]!, 0.0095 * 15 / 4);
  assert.deepEqual(q.map((value) => value <= 0.05), p.map((_, i) => i < 4));
});
