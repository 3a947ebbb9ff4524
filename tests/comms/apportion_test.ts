import assert from "node:assert/strict";
import fc from "fast-check";
import { apportion } from "../../lib/core/apportion.ts";

Deno.test("apportion() adds up to the total and never misses a quota by a whole one", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), weights, (total, given) => {
      const shares = Object.fromEntries([1, ...given].map((weight, i) => [`part${i}`, weight / 1000]));
      const counts = apportion(total, shares);
      const sum = Object.values(shares).reduce((a, b) => a + b, 0);
      assert.equal(Object.values(counts).reduce((a, b) => a + b, 0), total);
      for (const [name, share] of Object.entries(shares)) {
        const missed = Math.abs(counts[name]! - total * share / sum);
        assert.ok(missed < 1 + 1e-6, `${name} missed its quota by ${missed}`);
      }
    }),
  );
});

Deno.test("apportion() gives whole quotas exactly", () => {
  assert.deepEqual(apportion(300, { exec: 0.03, data_eng: 0.12, other: 0.85 }), { exec: 9, data_eng: 36, other: 255 });
  assert.deepEqual(apportion(0, { a: 0.5, b: 0.5 }), { a: 0, b: 0 });
});

Deno.test("apportion() refuses shares that add up to nothing", () => {
  assert.throws(() => apportion(10, { a: 0 }), /shares above 0/);
});
