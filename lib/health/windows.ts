import { DAY_US } from "../core/calendar.ts";

/** Local days from `from` to `to`, both included, as days since 1970-01-01. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function dayOf(ds: string): number {
  const date = Temporal.PlainDate.from(ds);
  return Date.UTC(date.year, date.month - 1, date.day) * 1000 / DAY_US;
}

/** `YYYY-MM-DD` of a day since 1970-01-01. */
export function dsOf(day: number): string {
  return EPOCH.add({ days: day }).toString();
}

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** The last `days` days to `asOf`, and as many before them. */
export function windowsEnding(asOf: number, days: number): { readonly window: DayRange; readonly previous: DayRange } {
  const window = { from: asOf - days + 1, to: asOf };
  return { window, previous: { from: window.from - days, to: window.from - 1 } };
}

/** False for null, the day of rows without any time. */
export function within(range: DayRange, day: number | null): boolean {
  return day !== null && day >= range.from && day <= range.to;
}

/** A range as reports print it. */
export function printRange(range: DayRange): { from: string; to: string; days: number } {
  return { from: dsOf(range.from), to: dsOf(range.to), days: range.to - range.from + 1 };
}
