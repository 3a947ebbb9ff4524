import assert from "node:assert/strict";
import { rateRatio, type RateStratum } from "../../lib/core/rate_ratio.ts";

const stratum = (near: number, nearTime: number, far: number, farTime: number): RateStratum => ({
  near: { events: near, time: nearTime },
  far: { events: far, time: farTime },
});

Deno.test("rateRatio() of one stratum is the ratio of its rates, with the variance 1/near + 1/far", () => {
  const { ratio, low, high } = rateRatio([stratum(9, 3, 16, 16)])!;
  const half = 1.959963984540054 * Math.sqrt(1 / 9 + 1 / 16);
  assert.ok(Math.abs(ratio - 3) < 1e-12);
  assert.ok(Math.abs(Math.log(high / ratio) - half) < 1e-12 && Math.abs(Math.log(ratio / low) - half) < 1e-12);
});

Deno.test("rateRatio() is not moved by strata whose base rates differ", () => {
  // Twice the rate in both; pooled they would tell 18 / 12, a ratio of 14.4.
  const { ratio } = rateRatio([stratum(180, 9, 10, 1), stratum(2, 1, 9, 9)])!;
  assert.ok(Math.abs(ratio - 2) < 1e-12);
});

Deno.test("rateRatio() says nothing without events or time on both sides", () => {
  for (
    const strata of [[], [stratum(0, 1, 5, 9)], [stratum(5, 1, 0, 9)], [stratum(5, 0, 5, 9)], [stratum(5, 9, 5, 0)]]
  ) {
    assert.equal(rateRatio(strata), null);
  }
});
