import type { ArrivalProcess } from "../contracts/archetype.ts";
import { type Offset, offsets, type Period } from "../core/calendar.ts";

const HOUR_US = 3_600_000_000;

/** Events of one hour: when it starts (µs since 1970 UTC), its local day, and how many fall in it. */
export interface HourCount {
  readonly startUs: number;
  readonly day: number;
  readonly count: number;
}

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
 * Counts of a non-homogeneous Poisson process for each hour of the period, in local time: an hour that the clocks skip
 * has no entry, one that they repeat has two.
 *
 * @param total Expected number of events over the whole period.
 * @param growth Factor of each local day beside the process's own curves.
 */
export function hourlyCounts(
  process: ArrivalProcess,
  period: Period,
  total: number,
  growth: (day: number) => number,
  draw: () => number,
): HourCount[] {
  const clock = offsets(period.tz, period.startUs, period.endUs);
  const hours = period.days.flatMap((day) => {
    const ofDay = process.weekdays[day.weekday]! * process.months[day.month - 1]! * (process.day?.(day.ds) ?? 1) *
      growth(day.index);
    return Array.from({ length: Math.round((day.endUs - day.startUs) / HOUR_US) }, (_, i) => {
      const startUs = day.startUs + i * HOUR_US;
      const hour = Math.floor((startUs + offsetAt(startUs, clock)) / HOUR_US) % 24;
      return { startUs, day: day.index, weight: ofDay * process.hours[hour]! };
    });
  });
  const sum = hours.reduce((s, h) => s + h.weight, 0);
  return hours.map((h) => ({ startUs: h.startUs, day: h.day, count: poisson(total * h.weight / sum, draw) }));
}
