import assert from "node:assert/strict";
import type { ArrivalProcess } from "../../lib/contracts/archetype.ts";
import { daysBetween, periodEnding } from "../../lib/core/calendar.ts";
import { generator } from "../../lib/core/seeds.ts";
import { minuteCounts, poisson } from "../../lib/warehouse/arrivals.ts";
import { growthOf } from "../../lib/warehouse/world.ts";

const TZ = "America/Los_Angeles";
const flat: ArrivalProcess = {
  name: "flat",
  total: { fast: 0, evaluation: 0, large: 0 },
  hours: Array(24).fill(1),
  weekdays: Array(7).fill(1),
  months: Array(12).fill(1),
};
const sum = (counts: Iterable<number>): number => [...counts].reduce((a, b) => a + b, 0);

for (const mean of [0.3, 4, 60, 1200]) {
  Deno.test(`poisson() has mean and variance ${mean}`, () => {
    const draw = generator(7, `poisson/${mean}`);
    const n = 20_000;
    const draws = Array.from({ length: n }, () => poisson(mean, draw));
    const average = sum(draws) / n;
    const variance = sum(draws.map((d) => (d - average) ** 2)) / (n - 1);
    // Standard errors: sqrt(mean / n) of the mean, about mean * sqrt(2 / n) of the variance; five of each.
    assert.ok(Math.abs(average - mean) < 5 * Math.sqrt(mean / n), `mean ${average}`);
    assert.ok(Math.abs(variance - mean) < 5 * Math.sqrt((mean + 2 * mean ** 2) / n), `variance ${variance}`);
  });
}

Deno.test("minuteCounts() has 23 hours on the day that the clocks go forward, none of them the skipped one", () => {
  const period = daysBetween("2026-03-08", "2026-03-08", TZ);
  const only2am = { ...flat, hours: flat.hours.map((_, hour) => hour === 2 ? 1 : 0) };
  assert.equal(minuteCounts(flat, period, 1000, () => 1, generator(1, "a")).length, 23 * 60);
  assert.equal(
    sum(
      minuteCounts({ ...only2am, hours: [1, ...only2am.hours.slice(1)] }, period, 1000, () => 1, generator(1, "b"))
        .slice(60),
    ),
    0,
  );
});

Deno.test("minuteCounts() counts the repeated hour twice when the clocks go back", () => {
  const period = daysBetween("2026-11-01", "2026-11-01", TZ);
  const only1am = { ...flat, hours: flat.hours.map((_, hour) => hour === 1 ? 1 : 0) };
  const counts = minuteCounts(only1am, period, 10_000, () => 1, generator(1, "c"));
  assert.equal(counts.length, 25 * 60);
  const [first, second] = [sum(counts.slice(60, 120)), sum(counts.slice(120, 180))];
  assert.equal(first + second, sum(counts));
  assert.ok(Math.abs(first - second) < 5 * Math.sqrt(10_000), `${first} and ${second}`);
});

for (const [trajectory, factor] of [["T1", 1], ["T2", 1.04 ** 17], ["T3", 0.97 ** 17]] as const) {
  Deno.test(`minuteCounts() under ${trajectory} keeps the total and grows by its monthly rate`, () => {
    const period = periodEnding("2026-06-30", 18, TZ);
    const counts = minuteCounts(
      flat,
      period,
      500_000,
      growthOf(trajectory, period.days.length),
      generator(3, trajectory),
    );
    assert.ok(Math.abs(sum(counts) - 500_000) < 5 * Math.sqrt(500_000));
    const month = 30 * 24 * 60;
    const ratio = sum(counts.slice(-month)) / sum(counts.slice(0, month));
    const months = (period.days.length - 30) / (365.25 / 12);
    assert.ok(Math.abs(ratio / factor ** (months / 17) - 1) < 0.06, `ratio ${ratio}`);
  });
}
