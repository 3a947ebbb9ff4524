import assert from "node:assert/strict";
import { draws } from "../../lib/comms/draws.ts";
import { drawReplies, drawTime, isOpen, localInstantUs, officeHours } from "../../lib/comms/hours.ts";
import { daysBetween, HOUR_US } from "../../lib/core/calendar.ts";

const TZ = "America/Los_Angeles";
const us = (iso: string): number => Date.parse(iso) * 1000;

Deno.test("localInstantUs() keeps the clock through both changes of it", () => {
  assert.equal(localInstantUs("2026-03-07", 9, TZ), us("2026-03-07T17:00:00Z"));
  assert.equal(localInstantUs("2026-03-08", 9, TZ), us("2026-03-08T16:00:00Z"));
  assert.equal(localInstantUs("2025-11-02", 9, TZ), us("2025-11-02T17:00:00Z"));
  // 02:00 does not exist on the day that the clocks go forward.
  assert.equal(localInstantUs("2026-03-08", 2, TZ), us("2026-03-08T10:00:00Z"));
});

Deno.test("isOpen() is true on weekdays from 8 to 17 local", () => {
  const hours = officeHours(daysBetween("2026-03-06", "2026-03-09", TZ));
  assert.ok(!isOpen(hours, us("2026-03-06T15:59:59Z")));
  assert.ok(isOpen(hours, us("2026-03-06T16:00:00Z")));
  assert.ok(!isOpen(hours, us("2026-03-07T01:00:00Z")), "17:00 on Friday");
  assert.ok(!isOpen(hours, us("2026-03-08T18:00:00Z")), "Sunday");
  assert.ok(isOpen(hours, us("2026-03-09T15:00:00Z")), "8:00 on Monday, after the change");
});

Deno.test("drawTime() stays in its sitting", () => {
  const hours = officeHours(daysBetween("2026-03-01", "2026-03-31", TZ));
  const stream = draws(1, "sittings");
  for (let i = 0; i < 500; i++) {
    assert.ok(isOpen(hours, drawTime(stream, hours, "office")));
    assert.ok(!isOpen(hours, drawTime(stream, hours, "night")));
    assert.ok(!isOpen(hours, drawTime(stream, hours, "weekend")));
  }
});

Deno.test("drawTime() finds a day in a period that has none of the kind", () => {
  const weekend = officeHours(daysBetween("2026-03-07", "2026-03-08", TZ));
  const at = drawTime(draws(1, "weekend"), weekend, "office");
  assert.ok(at >= weekend.period.startUs && at < weekend.period.endUs);
});

Deno.test("drawReplies() answers after 14 minutes in the middle, a tenth of the threads after some 3 h or later", () => {
  const hours = officeHours(daysBetween("2026-01-01", "2026-03-31", TZ));
  const waits = Array.from({ length: 2000 }, (_, i) => {
    const stream = draws(1, `replies/${i}`);
    const root = drawTime(stream, hours, "office");
    const [first, second] = drawReplies(stream, hours, root, 6);
    return (second! - first!) / 60e6;
  }).sort((a, b) => a - b);
  assert.ok(Math.abs(waits[1000]! - 14) < 3, `median ${waits[1000]}`);
  assert.ok(waits[1800]! > 100 && waits[1800]! < 300, `p90 ${waits[1800]}`);
});

Deno.test("drawReplies() draws a thread together that would run past the period", () => {
  const hours = officeHours(daysBetween("2026-03-01", "2026-03-31", TZ));
  const root = hours.period.endUs - HOUR_US;
  for (let i = 0; i < 50; i++) {
    const times = drawReplies(draws(1, `end/${i}`), hours, root, 8);
    assert.equal(times.length, 8);
    assert.ok(times.every((at, n) => at < hours.period.endUs && (n === 0 || at > times[n - 1]!)));
  }
});
