import assert from "node:assert/strict";
import { ceilingCost, cost, isPlausible, listed, rateOf } from "../../lib/llm/prices.ts";
import { PRICE_LIST } from "../support/fake_openai/bill.ts";

Deno.test("rateOf() knows the listed models in nanodollars", () => {
  for (const [model, { input, output }] of Object.entries(PRICE_LIST)) {
    const rate = rateOf(model, {});
    assert.deepEqual([rate.input, rate.output], [input, output], model);
    assert.ok(Object.values({ ...rate }).filter((value) => typeof value === "number").every(Number.isInteger));
  }
});

Deno.test("rateOf() takes a dated snapshot for its model", () => {
  assert.equal(rateOf("gpt-4o-mini-2024-07-18", {}).output, 600);
});

Deno.test("rateOf() lets the configuration override and rounds up", () => {
  const rate = rateOf("gpt-4o-mini", { "gpt-4o-mini": { input: 0.6, cached: 0.3, output: 0.0001 } });
  assert.deepEqual(rate, { input: 600, cached: 300, written: 600, output: 1 });
});

Deno.test("rateOf() says how to add the price of an unknown model", () => {
  assert.throws(() => rateOf("llama-9", {}), (error: Error & { hint?: string }) => {
    assert.match(error.message, /unknown price of model llama-9: found gpt-4o-mini/);
    assert.match(error.hint!, /llm: \{prices: \{llama-9: \{input/);
    return true;
  });
});

Deno.test("listed() knows when models retire and where that was read", () => {
  assert.equal(listed("gpt-4o-mini")?.retires, "2027-01-14");
  assert.equal(listed("gpt-5-mini")?.retires, "2026-12-11");
  assert.equal(listed("gpt-6-luna")?.retires, null);
  assert.match(listed("gpt-6-luna")!.read, /^\d{4}-\d\d-\d\d$/);
});

Deno.test("cost() adds up each kind of token at its price", () => {
  const luna = rateOf("gpt-6-luna", {});
  // 1,000 plain at 100, 800 cached at 10, 200 written at 125, 30 out at 500.
  assert.equal(cost(luna, { input: 2000, cached: 800, written: 200, output: 30 }), 100_000 + 8_000 + 25_000 + 15_000);
});

Deno.test("cost() grants no discount to prompts too short to be cached", () => {
  assert.equal(cost(rateOf("gpt-4o-mini", {}), { input: 1000, cached: 1000, output: 0 }), 150_000);
});

Deno.test("ceilingCost() is never below cost()", () => {
  const luna = rateOf("gpt-6-luna", {});
  assert.ok(ceilingCost(luna, 2000, 64) >= cost(luna, { input: 2000, cached: 0, written: 2000, output: 64 }));
});

for (
  const [title, usage, expected] of [
    ["an honest usage", { input: 10, cached: 0, output: 1 }, true],
    ["negative tokens", { input: -1, cached: 0, output: 1 }, false],
    ["NaN", { input: NaN, cached: 0, output: 1 }, false],
    ["a fraction", { input: 1.5, cached: 0, output: 1 }, false],
    ["more cached than there is", { input: 10, cached: 11, output: 1 }, false],
    ["infinity", { input: Infinity, cached: 0, output: 1 }, false],
  ] as const
) {
  Deno.test(`isPlausible() of ${title}`, () => assert.equal(isPlausible(usage), expected));
}
