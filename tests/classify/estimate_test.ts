import assert from "node:assert/strict";
import { estimateOf } from "../../lib/classify/estimate.ts";

const price = { inputTokens: 100, likely: 20_000, ceiling: 50_000 };

Deno.test("estimateOf() adds up likely answers, a twentieth asked twice, and every attempt", () => {
  const prices = Array(1000).fill(price);
  assert.deepEqual(estimateOf(prices, 1e9, 6), { p50: 0.02, p95: 0.0225, ceiling: 0.3 });
});

Deno.test("estimateOf() never says more than the cap", () => {
  assert.deepEqual(estimateOf(Array(1000).fill(price), 21_000_000, 6), { p50: 0.02, p95: 0.021, ceiling: 0.021 });
  assert.deepEqual(estimateOf([], 1e9, 6), { p50: 0, p95: 0, ceiling: 0 });
});
