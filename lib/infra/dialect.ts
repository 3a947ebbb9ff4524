/**
 * What differs between SQL engines, behind named functions: everything else in metric and revenue SQL is standard.
 * Each takes SQL expressions and returns one.
 */
import { DAY_US, type Offset } from "../core/calendar.ts";

/** Whole microseconds since 1970 UTC of a TIMESTAMPTZ. */
export function epochUs(timestamp: string): string {
  return `epoch_us(${timestamp})`;
}

/** Days since 1970-01-01 of the local date of `us` (µs since 1970 UTC); exact on days of 23 and 25 hours. */
export function localDayOfUs(us: string, offsets: readonly Offset[]): string {
  const [first, ...later] = offsets;
  if (first === undefined) throw new RangeError("localDayOfUs() needs at least one offset");
  const cases = later.toReversed().map((o) => `WHEN ${us} >= ${o.fromUs} THEN ${o.offsetUs}`);
  const offset = cases.length === 0 ? `${first.offsetUs}` : `CASE ${cases.join(" ")} ELSE ${first.offsetUs} END`;
  return `((${us} + ${offset}) // ${DAY_US})`;
}

/** Days since 1970-01-01 of the local date of a TIMESTAMPTZ. */
export function localDay(timestamp: string, offsets: readonly Offset[]): string {
  return localDayOfUs(epochUs(timestamp), offsets);
}

/** Days since 1970-01-01 of a DATE. */
export function dayOfDate(date: string): string {
  return `(${date} - DATE '1970-01-01')`;
}

/** The DATE that lies `days` days after 1970-01-01. */
export function dateOfDay(days: string): string {
  return `(DATE '1970-01-01' + CAST(${days} AS INTEGER))`;
}

/** Continuous quantiles (linear between order statistics, SQL's PERCENTILE_CONT), as a list. */
export function quantiles(value: string, shares: readonly number[]): string {
  return `quantile_cont(${value}, [${shares.join(", ")}])`;
}
