import assert from "node:assert/strict";
import { findGaps, minSilenceHours } from "../../lib/health/gaps.ts";

const NOON = Date.UTC(2026, 0, 1, 12) / 3_600_000;

Deno.test("findGaps() reports a silence whose overdue rows came with one load", () => {
  const arrivals = [
    { hour: NOON + 10, rows: 2, overdue: 0 },
    { hour: NOON + 12, rows: 300, overdue: 290 },
    { hour: NOON + 13, rows: 60, overdue: 50 },
    { hour: NOON + 15, rows: 5, overdue: 1 },
  ];
  assert.deepEqual(findGaps("fact_visit", [{ from: NOON, to: NOON + 10, arrivals }]), [
    { table: "fact_visit", from: "2026-01-01T12:00:00Z", to: "2026-01-01T22:00:00Z", hours: 10, backfilled_rows: 360 },
  ]);
});

Deno.test("findGaps() keeps quiet where too few rows became overdue", () => {
  const arrivals = [{ hour: NOON + 10, rows: 40, overdue: 9 }];
  assert.deepEqual(findGaps("fact_visit", [{ from: NOON, to: NOON + 10, arrivals }]), []);
});

Deno.test("findGaps() keeps quiet where overdue rows trickle in", () => {
  const arrivals = Array.from({ length: 10 }, (_, i) => ({ hour: NOON + 10 + i, rows: 10, overdue: 10 }));
  assert.deepEqual(findGaps("fact_visit", [{ from: NOON, to: NOON + 10, arrivals }]), []);
});

Deno.test("minSilenceHours() wants four hours, and twice the usual lag", () => {
  assert.equal(minSilenceHours(0), 4);
  assert.equal(minSilenceHours(120), 4);
  assert.equal(minSilenceHours(121), 5);
});
