import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { ArrivalProcess } from "../../lib/contracts/archetype.ts";
import { daysBetween } from "../../lib/core/calendar.ts";
import { generator } from "../../lib/core/seeds.ts";
import { estimateGrowth, growthFactor } from "../../lib/gates/growth.ts";
import { cellsOf, fold, samplingDistance, shares, totalVariation } from "../../lib/gates/pattern.ts";

const TZ = "America/Los_Angeles";
const process: ArrivalProcess = {
  name: "ride",
  total: { fast: 1, evaluation: 1, large: 1 },
  hours: Array.from({ length: 24 }, (_, hour) => hour + 1),
  weekdays: [1, 1, 1, 1, 1, 2, 3],
  months: [1, 1, 5, 1, 1, 1, 1, 1, 1, 1, 7, 1],
  day: (ds) => ds === "2026-03-09" ? 10 : 1,
};

const distribution = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 24 }).map(shares);

Deno.test("cellsOf() multiplies the curves, and leaves out the last day", () => {
  const counts = { process, hours: [{ ds: "2026-03-09", hour: 8, rows: 42 }] };
  const cells = cellsOf(counts, daysBetween("2026-03-09", "2026-03-10", TZ), (day) => 2 ** day);
  assert.equal(cells.length, 24);
  // Monday (1), March (5), a day ten times as busy; the ninth hour weighs 9.
  assert.deepEqual(cells.map(({ hour, weight, rows }) => [hour, weight, rows])[8], [8, 450, 42]);
});

Deno.test("cellsOf() has no hour that the clocks skip, and doubles one that they repeat", () => {
  const cellsOn = (from: string, to: string) => cellsOf({ process, hours: [] }, daysBetween(from, to, TZ), () => 1);
  const spring = cellsOn("2026-03-08", "2026-03-09");
  assert.deepEqual(spring.filter(({ hour }) => hour < 4).map(({ hour }) => hour), [0, 1, 3]);
  const autumn = cellsOn("2025-11-02", "2025-11-03");
  assert.equal(autumn.length, 24);
  // Sunday (3), November (7): one o'clock comes twice.
  assert.deepEqual(autumn.filter(({ hour }) => hour < 3).map(({ weight }) => weight), [21, 2 * 42, 63]);
});

Deno.test("fold() adds weights and rows by key", () => {
  const counts = { process, hours: [{ ds: "2026-01-05", hour: 0, rows: 1 }, { ds: "2026-01-06", hour: 0, rows: 2 }] };
  const cells = cellsOf(counts, daysBetween("2026-01-05", "2026-01-07", TZ), () => 1);
  assert.deepEqual(fold(cells, ({ hour }) => hour).get(0), { weight: 2, rows: 3 });
});

Deno.test("totalVariation() is a distance between 0 and 1", () => {
  fc.assert(fc.property(distribution, (p) => {
    const q = p.toReversed();
    const d = totalVariation(p, q);
    assert.equal(totalVariation(p, p), 0);
    assert.ok(d >= 0 && d <= 1 && Math.abs(d - totalVariation(q, p)) < 1e-12);
  }));
});

Deno.test("samplingDistance() is what draws from the distribution itself show on average", () => {
  const p = shares([1, 2, 3, 4]);
  const [rows, trials] = [2000, 300];
  const draw = generator(7, "sampling");
  let sum = 0;
  for (let trial = 0; trial < trials; trial++) {
    const drawn = [0, 0, 0, 0];
    for (let i = 0; i < rows; i++) {
      const u = draw();
      drawn[u < 0.1 ? 0 : u < 0.3 ? 1 : u < 0.6 ? 2 : 3]!++;
    }
    sum += totalVariation(shares(drawn), p);
  }
  assert.ok(Math.abs(sum / trials / samplingDistance(p, rows) - 1) < 0.1, String(sum / trials));
});

Deno.test("estimateGrowth() finds the growth that months follow, whatever their seasons", () => {
  fc.assert(fc.property(
    fc.double({ min: -8, max: 8, noNaN: true }),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 18 }),
    (pct, seasons) => {
      const months = seasons.map((weight, at) => ({ at, weight, rows: 1e6 * weight * (1 + pct / 100) ** at }));
      assert.ok(Math.abs(estimateGrowth(months)!.pct - pct) < 1e-6);
    },
  ));
});

Deno.test("estimateGrowth() is less sure of fewer rows, and takes two months", () => {
  const months = (rows: number) => [0, 1, 2].map((at) => ({ at, weight: 1, rows }));
  const [few, many] = [estimateGrowth(months(100))!, estimateGrowth(months(10_000))!];
  // Spread of three months in time: 2 rows × 1².
  assert.equal(few.error.toFixed(4), (100 / Math.sqrt(200)).toFixed(4));
  assert.equal(many.error.toFixed(6), (few.error / 10).toFixed(6));
  assert.equal(estimateGrowth(months(100).slice(0, 1)), null);
  assert.equal(estimateGrowth([]), null);
});

Deno.test("growthFactor() is 1 in the middle and compounds a month", () => {
  const growth = growthFactor("T2", 61);
  assert.equal(growth(30), 1);
  assert.equal((growth(30 + 365.25 / 12)).toFixed(9), "1.040000000");
  assert.equal(growthFactor("T1", 61)(60), 1);
  assert.ok(growthFactor("T3", 61)(60) < 1);
});
