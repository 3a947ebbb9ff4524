import type { ArrivalProcess } from "../contracts/archetype.ts";
import { MINUTE_US, type Offset, offsets, type Period } from "../core/calendar.ts";

const HOUR_US = 60 * MINUTE_US;

/**
 * A Poisson draw by Knuth's product of uniforms (The Art of Computer Programming, 3.4.1), taken in parts of at most 500
 * so that `exp(-mean)` stays a normal number. Exact for any mean; its cost grows with the mean.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(poisson(0, () => 0.5), 0);
 * ```
 */
export function poisson(mean: number, draw: () => number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 500) {
    const floor = Math.exp(-Math.min(left, 500));
    for (let product = draw(); product > floor; product *= draw()) count++;
  }
  return count;
}

function offsetAt(us: number, all: readonly Offset[]): number {
  return all.findLast((o) => o.fromUs <= us)!.offsetUs;
}

/**
 * Counts of a non-homogeneous Poisson process for each minute of the period, from its start on. The intensity is constant
 * within an hour of local time: an hour that the clocks skip is not there, one that they repeat counts twice.
 *
 * @param total Expected number of events over the whole period.
 * @param growth Factor of each local day beside the process's own curves.
 */
export function minuteCounts(
  process: ArrivalProcess,
  period: Period,
  total: number,
  growth: (day: number) => number,
  draw: () => number,
): Uint16Array {
  const clock = offsets(period.tz, period.startUs, period.endUs);
  const hours = period.days.flatMap((day) => {
    const ofDay = process.weekdays[day.weekday]! * process.months[day.month - 1]! * (process.day?.(day.ds) ?? 1) *
      growth(day.index);
    return Array.from({ length: Math.round((day.endUs - day.startUs) / HOUR_US) }, (_, i) => {
      const us = day.startUs + i * HOUR_US;
      return ofDay * process.hours[Math.floor((us + offsetAt(us, clock)) / HOUR_US) % 24]!;
    });
  });
  const perWeight = total / 60 / hours.reduce((sum, weight) => sum + weight, 0);
  const counts = new Uint16Array(60 * hours.length);
  for (const [hour, weight] of hours.entries()) {
    for (let minute = 60 * hour; minute < 60 * hour + 60; minute++) counts[minute] = poisson(perWeight * weight, draw);
  }
  return counts;
}
