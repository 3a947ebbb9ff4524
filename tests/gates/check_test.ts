import assert from "node:assert/strict";
import { atLeast, atMost, between, type Check, exact, near } from "../../lib/gates/check.ts";

const check = "x";
const cases: readonly [title: string, judged: Check, status: Check["status"]][] = [
  ["exact() equal", exact({ check, expected: 3, observed: 3 }), "pass"],
  ["exact() other text", exact({ check, expected: "BIGINT", observed: "VARCHAR" }), "fail"],
  ["near() on the border", near({ check, expected: 2, observed: 2.5, tolerance: 0.5 }), "pass"],
  ["near() below", near({ check, expected: 2, observed: 1.49, tolerance: 0.5 }), "fail"],
  ["near() above", near({ check, expected: 2, observed: 2.51, tolerance: 0.5 }), "fail"],
  ["near() a tolerance of 0", near({ check, expected: 0, observed: 1e-9, tolerance: 0 }), "fail"],
  ["near() not a number", near({ check, expected: 0, observed: NaN, tolerance: 1 }), "fail"],
  ["near() nothing measured", near({ check, expected: 0, observed: null, tolerance: 1 }), "skip"],
  ["between() the ends", between({ check, min: 1, max: 2, observed: 2 }), "pass"],
  ["between() beyond", between({ check, min: 1, max: 2, observed: 2.001 }), "fail"],
  ["between() nothing measured", between({ check, min: 1, max: 2, observed: null }), "skip"],
  ["atMost() the limit", atMost({ check, expected: 1, observed: 1 }), "pass"],
  ["atMost() over", atMost({ check, expected: 1, observed: 1.1 }), "fail"],
  ["atMost() nothing measured", atMost({ check, expected: 1, observed: null }), "skip"],
  ["atLeast() the limit", atLeast({ check, expected: 1, observed: 1 }), "pass"],
  ["atLeast() under", atLeast({ check, expected: 1, observed: 0.9 }), "fail"],
  ["atLeast() nothing measured", atLeast({ check, expected: 1, observed: null }), "skip"],
];

for (const [title, judged, status] of cases) {
  Deno.test(`${title}: ${status}`, () => {
    assert.equal(judged.status, status);
    if (status === "skip") assert.ok(judged.reason.length > 0, "a skipped check says why");
  });
}

Deno.test("between() shows its band, near() its tolerance", () => {
  const band = between({ check, min: 1.15, max: 1.45, observed: 1.26129 });
  assert.deepEqual([band.expected, band.observed, band.tolerance], ["1.15 to 1.45", 1.2613, "inclusive"]);
  const rate = near({ check, expected: 5, observed: 4.6, tolerance: 1 });
  assert.deepEqual([rate.expected, rate.observed, rate.tolerance], [5, 4.6, "±1"]);
});
