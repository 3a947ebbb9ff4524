/** When people write: working hours, evenings and nights, on the clock of their time zone. */
import { HOUR_US, type LocalDay, MINUTE_US, type Offset, offsets, type Period } from "../core/calendar.ts";
import { localDs } from "../core/local_day.ts";
import type { Draws } from "./draws.ts";

const SECOND_US = 1_000_000;
const [OPENS, CLOSES] = [8, 17] as const;

/** Where the first message of an item falls (`reference/domain.md` 3.3). */
export const SITTINGS = { office: 0.85, night: 0.12, weekend: 0.03 } as const;
export type Sitting = keyof typeof SITTINGS;

/** Weight of each local hour by sitting. Mornings lead, so that most threads end before the office closes. */
const HOURS: Readonly<Record<Sitting, Readonly<Record<string, number>>>> = {
  office: { 8: 10, 9: 15, 10: 15, 11: 13, 12: 8, 13: 12, 14: 12, 15: 9, 16: 6 },
  night: { 19: 14, 20: 18, 21: 18, 22: 14, 23: 9, 0: 5, 1: 3, 2: 2, 3: 1, 4: 1, 5: 4, 6: 11 },
  weekend: { 8: 6, 9: 10, 10: 14, 11: 14, 12: 12, 13: 10, 14: 10, 15: 9, 16: 8, 17: 7 },
};

interface Shift {
  readonly startUs: number;
  readonly endUs: number;
}

export interface OfficeHours {
  readonly period: Period;
  readonly workdays: readonly LocalDay[];
  readonly weekends: readonly LocalDay[];
  /** Opening times of the workdays, oldest first. */
  readonly shifts: readonly Shift[];
  readonly clock: readonly Offset[];
}

/** The instant of a local time of day; where clocks jump over it, the first one after. */
export function localInstantUs(ds: string, hour: number, tz: string): number {
  const time = Temporal.PlainTime.from({ hour });
  return Temporal.PlainDate.from(ds).toZonedDateTime({ timeZone: tz, plainTime: time }).epochMilliseconds * 1000;
}

/** The workdays, weekends and opening times of a period: Monday to Friday, 8:00 to 17:00 local. */
export function officeHours(period: Period): OfficeHours {
  const workdays = period.days.filter(({ weekday }) => weekday < 5);
  const weekends = period.days.filter(({ weekday }) => weekday >= 5);
  const shifts = workdays.map(({ ds }) => ({
    startUs: localInstantUs(ds, OPENS, period.tz),
    endUs: localInstantUs(ds, CLOSES, period.tz),
  }));
  return { period, workdays, weekends, shifts, clock: offsets(period.tz, period.startUs, period.endUs) };
}

/** `YYYY-MM-DD` of the local day that holds `us`. */
export function localDay({ clock }: OfficeHours, us: number): string {
  return localDs(us, clock);
}

/** Whether `us` (µs since 1970 UTC) lies in a workday's opening times. */
export function isOpen({ shifts }: OfficeHours, us: number): boolean {
  const shift = shifts[firstEndingAfter(shifts, us)];
  return shift !== undefined && us >= shift.startUs;
}

/** Index of the first shift that ends after `us`; the number of shifts where none does. */
function firstEndingAfter(shifts: readonly Shift[], us: number): number {
  let [low, high] = [0, shifts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shifts[middle]!.endUs <= us) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A time within the sitting, whole seconds in µs; a period without weekends has all its items on workdays, and so on. */
export function drawTime(stream: Draws, { period, workdays, weekends }: OfficeHours, sitting: Sitting): number {
  const choice = { office: workdays, night: period.days, weekend: weekends }[sitting];
  const day = stream.pick(choice.length === 0 ? period.days : choice);
  const hour = Number(stream.weighted(HOURS[sitting]));
  const us = localInstantUs(day.ds, hour, period.tz) + stream.whole(0, 3599) * SECOND_US;
  // A thread that begins with the period's last minute still has room for its replies.
  return Math.min(us, day.endUs - MINUTE_US);
}

/** `minutes` of opening time after `fromUs`; past the last shift, of any time. */
function afterOpenMinutes({ shifts }: OfficeHours, fromUs: number, minutes: number): number {
  let left = minutes * MINUTE_US;
  let at = fromUs;
  for (const { startUs, endUs } of shifts.slice(firstEndingAfter(shifts, fromUs))) {
    at = Math.max(at, startUs);
    if (at + left <= endUs) return at + left;
    left -= endUs - at;
    at = endUs;
  }
  return at + left;
}

/** Median minutes until the first reply, and its spread: with threads that rest overnight, 10 % wait 3 h or longer. */
const FIRST_REPLY = { median: 14, sigma: 1.75, longest: 24 * 60 } as const;
/** Minutes from the first message to the last: 2.5 h in the middle. */
const SPAN = { median: 135, sigma: 0.9, longest: 48 * 60 } as const;
/** Share of the threads begun in opening hours that rest while the office is closed. */
const RESTS = 0.85;

/**
 * Times of a thread's messages, whole seconds in µs, each later than the one before; the first is `rootUs`. A thread
 * that would run past the period is drawn together so that it ends with it.
 */
export function drawReplies(stream: Draws, hours: OfficeHours, rootUs: number, messages: number): number[] {
  const offsets = replyMinutes(stream, messages - 1);
  const rests = stream.chance(RESTS) && isOpen(hours, rootUs);
  const natural = offsets.map((minutes) =>
    rests ? afterOpenMinutes(hours, rootUs, minutes) : rootUs + minutes * MINUTE_US
  );
  const last = hours.period.endUs - SECOND_US;
  const ratio = Math.min(1, (last - rootUs) / ((natural.at(-1) ?? rootUs) - rootUs || 1));
  const times = [rootUs];
  for (const us of natural) {
    const whole = Math.floor((rootUs + (us - rootUs) * ratio) / SECOND_US) * SECOND_US;
    times.push(Math.max(whole, times.at(-1)! + SECOND_US));
  }
  return times;
}

/** Minutes from the root to each reply, ascending. */
function replyMinutes(stream: Draws, replies: number): number[] {
  if (replies === 0) return [];
  const first = Math.min(stream.lognormal(FIRST_REPLY.median, FIRST_REPLY.sigma), FIRST_REPLY.longest);
  const span = Math.min(stream.lognormal(SPAN.median, SPAN.sigma), SPAN.longest);
  // A late first reply is followed up at the pace of the others.
  const end = span > first ? span : first + stream.lognormal(30, 0.8);
  if (replies === 1) return [first];
  const between = Array.from({ length: replies - 2 }, () => first + stream.uniform() * (end - first));
  return [first, ...between.sort((a, b) => a - b), end];
}

/** How long around an event people speak of it. */
const NEAR_US = 24 * HOUR_US;

/**
 * A first message about something that became visible at `eventUs`: now and then just before, else 3 h after it in the
 * middle, within a day; in opening hours where the day has any left.
 */
export function drawNear(stream: Draws, hours: OfficeHours, eventUs: number): number {
  const { startUs, endUs } = hours.period;
  let us = eventUs;
  for (let attempt = 0; attempt < 8; attempt++) {
    const lag = stream.chance(0.06) ? -stream.uniform() * 2 : stream.lognormal(3, 0.9);
    us = eventUs + Math.min(Math.round(lag * 3600) * SECOND_US, NEAR_US - SECOND_US);
    if (isOpen(hours, us)) break;
  }
  return Math.min(Math.max(us, startUs), endUs - HOUR_US);
}
