/** Microseconds in a day of 24 hours. */
export const DAY_US = 86_400_000_000;
/** Microseconds in a minute. */
export const MINUTE_US = 60_000_000;
/** Microseconds in an hour. */
export const HOUR_US = 3_600_000_000;
/** Mean length of a month in days. */
export const MONTH_DAYS = 365.25 / 12;

/** From `fromUs` on (µs since 1970 UTC), local time is UTC plus `offsetUs`. */
export interface Offset {
  readonly fromUs: number;
  readonly offsetUs: number;
}

/** One local day of a period; 23 or 25 hours long where the clocks change. */
export interface LocalDay {
  /** 0-based from the first day of the period. */
  readonly index: number;
  /** `YYYY-MM-DD`. */
  readonly ds: string;
  readonly startUs: number;
  readonly endUs: number;
  /** 0 = Monday … 6 = Sunday. */
  readonly weekday: number;
  /** 1 … 12. */
  readonly month: number;
}

/** The days that a warehouse covers, in one time zone. */
export interface Period {
  readonly tz: string;
  readonly days: readonly LocalDay[];
  /** Start of the first local day, µs since 1970 UTC. */
  readonly startUs: number;
  /** End of the last local day ("now" of every rule), exclusive. */
  readonly endUs: number;
}

function startOfDayUs(date: Temporal.PlainDate, tz: string): number {
  return date.toZonedDateTime({ timeZone: tz }).epochMilliseconds * 1000;
}

/** The local day that starts at midnight of `ds`. */
function localDay(date: Temporal.PlainDate, tz: string, index: number): LocalDay {
  return {
    index,
    ds: date.toString(),
    startUs: startOfDayUs(date, tz),
    endUs: startOfDayUs(date.add({ days: 1 }), tz),
    weekday: date.dayOfWeek - 1,
    month: date.month,
  };
}

/** The local days from `from` to `to`, both `YYYY-MM-DD` and both included. */
export function daysBetween(from: string, to: string, tz: string): Period {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days + 1;
  if (count < 1) throw new RangeError(`daysBetween() needs from <= to: ${from} is after ${to}`);
  const days = Array.from({ length: count }, (_, i) => localDay(first.add({ days: i }), tz, i));
  return { tz, days, startUs: days[0]!.startUs, endUs: days.at(-1)!.endUs };
}

/**
 * The whole calendar months that end with the local day `asOf`, as the specification's 18 months do.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const p = periodEnding("2026-06-30", 18, "America/Los_Angeles");
 * assert.equal(p.days.length, 546);
 * assert.equal(p.days[0]!.ds, "2025-01-01");
 * const march8 = p.days.find((d) => d.ds === "2026-03-08")!;
 * assert.equal((march8.endUs - march8.startUs) / 3.6e9, 23);
 * ```
 */
export function periodEnding(asOf: string, months: number, tz: string): Period {
  const last = Temporal.PlainDate.from(asOf);
  return daysBetween(last.add({ days: 1 }).subtract({ months }).toString(), asOf, tz);
}

/**
 * Offsets of `tz` that hold from `fromUs` to `toUs` (µs since 1970 UTC), oldest first; the first one also stands for
 * all earlier times. A day never has more than one change, so local dates follow from them exactly.
 */
export function offsets(tz: string, fromUs: number, toUs: number): Offset[] {
  let at = Temporal.Instant.fromEpochMilliseconds(Math.floor(fromUs / 1000)).toZonedDateTimeISO(tz);
  const found: Offset[] = [{ fromUs, offsetUs: at.offsetNanoseconds / 1000 }];
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds * 1000 > toUs) return found;
    found.push({ fromUs: next.epochMilliseconds * 1000, offsetUs: next.offsetNanoseconds / 1000 });
    at = next;
  }
}

/** {@link offsets} over a list of times (µs since 1970 UTC), which may be empty. */
export function offsetsOver(tz: string, times: readonly number[]): Offset[] {
  const [first, last] = times.reduce(([a, b], us) => [Math.min(a, us), Math.max(b, us)], [Infinity, -Infinity]);
  return times.length === 0 ? offsets(tz, 0, 0) : offsets(tz, first, last);
}
