import assert from "node:assert/strict";
import fc from "fast-check";
import { dayAxis } from "../../lib/charts/day_axis.ts";
import { textWidth } from "../../lib/charts/text.ts";
import { SIZE } from "../../lib/charts/theme.ts";
import { doublingAxis, linearAxis } from "../../lib/charts/value_axis.ts";

Deno.test("linearAxis() starts at zero and reaches the highest value, even when all are zero", () => {
  const axis = linearAxis(12.5, [300, 100]);
  assert.deepEqual([axis.at(0), axis.ticks[0]], [300, 0]);
  assert.ok(axis.at(12.5) >= 100);
  assert.deepEqual([linearAxis(0, [0, 10]).at(0), linearAxis(0, [0, 10]).at(1)], [0, 10]);
});

Deno.test("doublingAxis() puts each tick at twice the one before, equally far apart", () => {
  const axis = doublingAxis(44, 700, [300, 100]);
  assert.deepEqual(axis.ticks, [30, 60, 120, 240, 480, 960]);
  const steps = axis.ticks.slice(1).map((tick, i) => axis.at(axis.ticks[i]!) - axis.at(tick));
  steps.forEach((step) => assert.ok(Math.abs(step - 40) < 1e-9));
});

Deno.test("doublingAxis() holds every lag, negative ones on its edge, over three to eight doublings", () => {
  const minutes = fc.double({ min: -60, max: 1e6, noNaN: true });
  fc.assert(fc.property(minutes, minutes, (a, b) => {
    const axis = doublingAxis(Math.min(a, b), Math.max(a, b), [300, 100]);
    assert.ok(axis.ticks.length >= 4 && axis.ticks.length <= 9);
    for (const value of [a, b]) assert.ok(axis.at(value) >= 100 && axis.at(value) <= 300);
  }));
});

function days(count: number): string[] {
  const last = Temporal.PlainDate.from("2026-06-30");
  return Array.from({ length: count }, (_, i) => last.subtract({ days: count - 1 - i }).toString());
}

Deno.test("dayAxis() labels the firsts of months in a quarter", () => {
  assert.deepEqual(dayAxis(days(91), [0, 600]).ticks.map(({ text }) => text), ["1 Apr", "1 May", "1 Jun"]);
});

Deno.test("dayAxis() labels months with their year over a whole period", () => {
  assert.deepEqual(dayAxis(days(546), [0, 230]).ticks.map(({ text }) => text), ["Jul 2025", "Jan 2026"]);
});

Deno.test("dayAxis() never lets two labels touch", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 150, max: 700 }), (count, width) => {
    const axis = dayAxis(days(count), [0, width]);
    const boxes = axis.ticks.map(({ day, text }) => {
      const half = textWidth(text, SIZE.tick, 400) / 2;
      return [axis.at(day + 0.5) - half, axis.at(day + 0.5) + half] as const;
    });
    boxes.forEach(([left], i) => assert.ok(i === 0 || left > boxes[i - 1]![1]));
  }));
});
