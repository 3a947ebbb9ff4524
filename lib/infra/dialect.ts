/**
 * What differs between SQL engines, behind named functions: everything else in metric and revenue SQL is standard.
 * Each takes SQL expressions and returns one.
 */
import { DAY_US, HOUR_US, type Offset } from "../core/calendar.ts";
import { literal } from "./sql.ts";

/** Added before a division that truncates and taken off after it, so that it floors for times since 1697. */
const FLOOR_DAYS = 100_000;

/** The rows of a Parquet file. */
export function parquet(path: string): string {
  return `read_parquet(${literal(path)})`;
}

/** The rows of a Parquet file with {@link FILE_ROW}, their place in it from 0. */
export function numberedParquet(path: string): string {
  return `read_parquet(${literal(path)}, file_row_number = true)`;
}

export const FILE_ROW = "file_row_number";

/**
 * Relation of the columns that are known, from a Parquet file's own statistics, to hold no null: `column_name`. A column
 * is left out where a writer kept no statistics.
 */
export function columnsWithoutNulls(path: string): string {
  return `(SELECT path_in_schema AS column_name FROM parquet_metadata(${literal(path)})
    GROUP BY path_in_schema HAVING count(*) = count(stats_null_count) AND sum(stats_null_count) = 0)`;
}

/** Whole microseconds since 1970 UTC of a TIMESTAMPTZ. */
export function epochUs(timestamp: string): string {
  return `epoch_us(${timestamp})`;
}

/** The TIMESTAMPTZ at `us`, whole microseconds since 1970 UTC. */
export function timestampOfUs(us: string | number): string {
  return `make_timestamptz(${us})`;
}

/** Instants (µs since 1970 UTC) that a JavaScript number holds exactly: the years 1685 to 2255. */
export const SAFE_US = 9_000_000_000_000_000;

/** An instant in µs, held between -{@link SAFE_US} and {@link SAFE_US}; null stays null. */
export function clampUs(us: string): string {
  return `CASE WHEN ${us} > ${SAFE_US} THEN ${SAFE_US} WHEN ${us} < ${-SAFE_US} THEN ${-SAFE_US} ELSE ${us} END`;
}

/** Whole parts of a span in µs, rounded down also when it is negative (by less than 270 years). */
export function floorDivideUs(us: string, divisorUs: number): string {
  const shift = FLOOR_DAYS * DAY_US;
  return `((${us} + ${shift}) // ${divisorUs} - ${shift / divisorUs})`;
}

/** Local time of `us` (µs since 1970 UTC) in µs, with {@link FLOOR_DAYS} added so that it is positive. */
function shiftedLocalUs(us: string, offsets: readonly Offset[]): string {
  const [first, ...later] = offsets;
  if (first === undefined) throw new RangeError("local times need at least one offset");
  // Latest first: most rows are recent, and leave the CASE early.
  const shifted = (offsetUs: number) => offsetUs + FLOOR_DAYS * DAY_US;
  const cases = later.toReversed().map((o) => `WHEN ${us} >= ${o.fromUs} THEN ${shifted(o.offsetUs)}`);
  const offset = cases.length === 0
    ? `${shifted(first.offsetUs)}`
    : `CASE ${cases.join(" ")} ELSE ${shifted(first.offsetUs)} END`;
  return `(${us} + ${offset})`;
}

/** Days since 1970-01-01 of the local date of `us` (µs since 1970 UTC); exact on days of 23 and 25 hours. */
export function localDayOfUs(us: string, offsets: readonly Offset[]): string {
  return `(${shiftedLocalUs(us, offsets)} // ${DAY_US} - ${FLOOR_DAYS})`;
}

/** Local hour of the clock, 0 to 23, of `us` (µs since 1970 UTC). */
export function localHourOfUs(us: string, offsets: readonly Offset[]): string {
  return `(${shiftedLocalUs(us, offsets)} // ${HOUR_US} % 24)`;
}

/** Days since 1970-01-01 of the local date of a TIMESTAMPTZ. */
export function localDay(timestamp: string, offsets: readonly Offset[]): string {
  return localDayOfUs(epochUs(timestamp), offsets);
}

/** First instant (µs since 1970 UTC) of a local day, given as days since 1970-01-01. */
export function startOfLocalDayUs(day: string, offsets: readonly Offset[]): string {
  const [first, ...later] = offsets;
  if (first === undefined) throw new RangeError("startOfLocalDayUs() needs at least one offset");
  const before = [first, ...later];
  const cases = later.map((o, i) => {
    // Midnights from this day on are told by the new offset; clocks that jump over midnight start the day at the jump.
    const fromDay = Math.ceil((o.fromUs + before[i]!.offsetUs) / DAY_US);
    return `WHEN ${day} >= ${fromDay} THEN greatest(${day} * ${DAY_US} - ${o.offsetUs}, ${o.fromUs})`;
  }).toReversed();
  const start = `${day} * ${DAY_US} - ${first.offsetUs}`;
  return cases.length === 0 ? `(${start})` : `(CASE ${cases.join(" ")} ELSE ${start} END)`;
}

/** Days since 1970-01-01 of a DATE. */
export function dayOfDate(date: string): string {
  return `(${date} - DATE '1970-01-01')`;
}

/** The DATE that lies `days` days after 1970-01-01. */
export function dateOfDay(days: string): string {
  return `(DATE '1970-01-01' + CAST(${days} AS INTEGER))`;
}

/** Which of 64 bits stands for an integer inside its {@link block}, negative ones too. */
function bitPlace(integer: string): string {
  return `CAST((${integer}) & 63 AS UBIGINT)`;
}

/** Integers that differ only in their last six bits share a block. */
export function block(integer: string): string {
  return `((${integer}) >> 6)`;
}

/** A mask of 64 bits with the one of `integer` set. */
export function bit(integer: string): string {
  return `(CAST(1 AS UBIGINT) << ${bitPlace(integer)})`;
}

/** True when `mask` has the bit of `integer`. */
export function hasBit(mask: string, integer: string): string {
  return `((${mask} >> ${bitPlace(integer)}) & 1 = 1)`;
}

/** Aggregate: bits that occur at all. */
export function bitsSeen(bits: string): string {
  return `bit_or(${bits})`;
}

/** Aggregate: bits that occur an odd number of times. */
export function bitsOdd(bits: string): string {
  return `bit_xor(${bits})`;
}

/** Bits of `mask` that `other` lacks. */
export function bitsWithout(mask: string, other: string): string {
  return `(${mask} & (~${other}))`;
}

export function bitCount(mask: string): string {
  return `bit_count(${mask})`;
}

/** The integers from `from` to `to`, inclusive, as relation `name` with column `value`. */
export function integers(from: number, to: number, name: string): string {
  return `(SELECT unnest(range(${from}, ${to + 1})) AS value) AS ${name}`;
}

/** Aggregate: quantile of numbers by linear interpolation between order statistics (SQL's PERCENTILE_CONT). */
export function quantile(value: string, share: number): string {
  return `quantile_cont(${value}, ${share})`;
}

/** Aggregate: the median of integers; of two in the middle, the lower (SQL's PERCENTILE_DISC). */
export function lowerMedian(value: string): string {
  return `quantile_disc(${value}, 0.5)`;
}
