import assert from "node:assert/strict";
import fc from "fast-check";
import { daysBetween, periodEnding } from "../../lib/core/calendar.ts";
import { generator } from "../../lib/core/seeds.ts";
import { planIncidents, planSpikes, planWriteGap } from "../../lib/warehouse/schedule.ts";
import { toy } from "../support/toy/mod.ts";

const period = periodEnding("2026-06-30", 18, "America/Los_Angeles");
const seeds = fc.integer({ min: 0, max: 100_000 });

Deno.test("planSpikes() sets two spikes a quarter, one of them in the last 30 days, none on one day", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const spikes = planSpikes(toy.tables, period, 0.1, generator(seed, "spikes"));
    assert.equal(spikes.length, 12);
    assert.equal(new Set(spikes.map((s) => s.day)).size, 12);
    for (let quarter = 0; quarter < 6; quarter++) {
      assert.equal(spikes.filter((s) => Math.floor(s.day / 91) === quarter).length, 2);
    }
    assert.ok(spikes.some((s) => s.day >= period.days.length - 30));
    for (const s of spikes) {
      const day = period.days[s.day]!;
      assert.ok(s.fromUs >= day.startUs && s.toUs <= day.endUs && s.fromUs < s.toUs);
    }
  }));
});

Deno.test("planWriteGap() lasts 12 to 36 hours and is backfilled one to six hours after", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const gap = planWriteGap(toy.tables, period, generator(seed, "gap"))!;
    const hours = (gap.toUs - gap.fromUs) / 3.6e9;
    const wait = (gap.backfillUs - gap.toUs) / 3.6e9;
    assert.equal(gap.table, "fact_ride");
    assert.ok(hours >= 12 && hours <= 36 && wait >= 1 && wait <= 6, `${hours} h, then ${wait} h`);
  }));
});

Deno.test("planWriteGap() leaves a period alone that is too short for it", () => {
  assert.equal(planWriteGap(toy.tables, daysBetween("2026-06-01", "2026-06-07", "UTC"), () => 0.5), null);
});

Deno.test("planIncidents() takes exactly the share of days, from the quieter half", () => {
  const rows = new Map(Array.from({ length: 540 }, (_, day) => [day, 100 + (day * 37) % 200]));
  const median = [...rows.values()].sort((a, b) => a - b)[270]!;
  const days = planIncidents(rows, 0.05, generator(1, "incidents"));
  assert.equal(days.length, 27);
  assert.ok(days.every((day) => rows.get(day)! <= median));
  assert.deepEqual(planIncidents(rows, 0, generator(1, "incidents")), []);
});
