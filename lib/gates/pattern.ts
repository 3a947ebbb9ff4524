/** Where events should fall and where they fell: a process's declared curves beside its table's rows. */
import type { ArrivalProcess } from "../contracts/archetype.ts";
import type { LocalDay, Period } from "../core/calendar.ts";
import type { ArrivalCounts } from "./arrivals.ts";

/** One hour of the clock on one local day; an hour that the clocks repeat is one cell of double weight. */
export interface Cell {
  readonly day: LocalDay;
  readonly hour: number;
  /** Intensity by the declared curves, in units of the process's own. */
  readonly weight: number;
  readonly rows: number;
}

const HOUR_MS = 3_600_000;

/** How often each hour of the clock comes on a local day: once, but where the clocks change. */
function hoursOf({ startUs, endUs }: LocalDay, tz: string): Map<number, number> {
  const times = new Map<number, number>();
  for (let ms = startUs / 1000; ms < endUs / 1000; ms += HOUR_MS) {
    const { hour } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(tz);
    times.set(hour, (times.get(hour) ?? 0) + 1);
  }
  return times;
}

function dayWeight(process: ArrivalProcess, day: LocalDay): number {
  return process.weekdays[day.weekday]! * process.months[day.month - 1]! * (process.day?.(day.ds) ?? 1);
}

/**
 * Every hour of every local day of a period but the last, on which late rows are still to come.
 *
 * @param growth Factor of a local day beside the process's own curves, by its index.
 */
export function cellsOf({ process, hours }: ArrivalCounts, period: Period, growth: (day: number) => number): Cell[] {
  const rowsAt = new Map(hours.map(({ ds, hour, rows }) => [`${ds} ${hour}`, rows]));
  return period.days.slice(0, -1).flatMap((day) => {
    const ofDay = dayWeight(process, day) * growth(day.index);
    return [...hoursOf(day, period.tz)].map(([hour, times]) => ({
      day,
      hour,
      weight: ofDay * times * process.hours[hour]!,
      rows: rowsAt.get(`${day.ds} ${hour}`) ?? 0,
    }));
  });
}

/** Expected weight and rows of the cells that fall together. */
export interface Part {
  readonly weight: number;
  readonly rows: number;
}

/** Folds cells by a key, in the order in which the keys first come. */
export function fold<K>(cells: readonly Cell[], keyOf: (cell: Cell) => K): Map<K, Part> {
  const parts = new Map<K, Part>();
  for (const cell of cells) {
    const part = parts.get(keyOf(cell)) ?? { weight: 0, rows: 0 };
    parts.set(keyOf(cell), { weight: part.weight + cell.weight, rows: part.rows + cell.rows });
  }
  return parts;
}

/** Parts as shares of their sum; zeros where it is 0. */
export function shares(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => sum === 0 ? 0 : value / sum);
}

/**
 * Total variation distance of two distributions over the same parts, 0 to 1: half the sum of the absolute differences,
 * the share of events that would have to move.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(totalVariation([0.5, 0.5], [0.75, 0.25]), 0.25);
 * ```
 */
export function totalVariation(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, share, i) => sum + Math.abs(share - b[i]!), 0) / 2;
}

/**
 * Total variation distance that chance alone gives, on average, between a distribution and `rows` draws from it: half
 * the sum of the mean absolute deviations of its parts, √(2 p (1 − p) / (π rows)) each by the normal approximation.
 */
export function samplingDistance(distribution: readonly number[], rows: number): number {
  return distribution.reduce((sum, p) => sum + Math.sqrt(2 * p * (1 - p) / (Math.PI * rows)), 0) / 2;
}
