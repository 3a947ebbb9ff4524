import assert from "node:assert/strict";
import fc from "fast-check";
import { editDistance, nearest } from "../../lib/core/nearest.ts";

Deno.test("editDistance() counts the worked examples", () => {
  const cases: [string, string, number][] = [["kitten", "sitting", 3], ["", "abc", 3], ["abc", "", 3], [
    "same",
    "same",
    0,
  ]];
  for (const [a, b, distance] of cases) assert.equal(editDistance(a, b), distance, `${a} ${b}`);
});

Deno.test("editDistance() is a metric", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(fc.property(word, word, word, (a, b, c) => {
    assert.equal(editDistance(a, b), editDistance(b, a));
    assert.equal(editDistance(a, b) === 0, a === b);
    assert.ok(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c));
  }));
});

Deno.test("nearest() ignores case, takes the first of equals, and gives up on strangers", () => {
  assert.equal(nearest("SEED", ["speed", "seed"]), "seed");
  assert.equal(nearest("bat", ["cat", "rat"]), "cat");
  assert.equal(nearest("marketplace", ["seed"]), undefined);
  assert.equal(nearest("seed", []), undefined);
});
