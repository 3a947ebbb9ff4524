/** When a ledger's events are talked about, and whether they are: traffic near them against the base rate. */
import type { Source } from "../../contracts/demand.ts";
import type { Ledger, LedgerEntry } from "../../contracts/ledger.ts";
import { DAY_US, daysBetween, type Period } from "../../core/calendar.ts";
import type { RateStratum } from "../../core/rate_ratio.ts";

/** One time of an event, with the day before and the day after it; µs since 1970 UTC, the end exclusive. */
export interface EventTime {
  readonly id: string;
  readonly table: string;
  readonly column: string | null;
  readonly fromUs: number;
  readonly toUs: number;
}

/** How far from an event traffic still belongs to it. */
const NEAR_US = DAY_US;

/** An event has a time: a defect that runs through the whole period is none. */
function spans({ days, from, to }: LedgerEntry, tz: string): { startUs: number; endUs: number }[] {
  if (days !== null) {
    return days.map((ds) => {
      const { startUs, endUs } = daysBetween(ds, ds, tz);
      return { startUs, endUs };
    });
  }
  if (from === null || to === null) return [];
  return [{ startUs: Date.parse(from) * 1000, endUs: Date.parse(to) * 1000 }];
}

/** The times of a ledger's events, several for an event of several days. */
export function eventTimes({ entries, tz }: Ledger): EventTime[] {
  return entries.flatMap((entry) =>
    spans(entry, tz).map(({ startUs, endUs }) => ({
      id: entry.id,
      table: entry.table,
      column: entry.column,
      fromUs: startUs - NEAR_US,
      toUs: endUs + NEAR_US,
    }))
  );
}

/** A stretch of time near events of one table. */
export type Nearness = Pick<EventTime, "table" | "fromUs" | "toUs">;

/** The times near events within the period, by table; times that overlap are one. */
export function nearTimes(events: readonly EventTime[], period: Period): Nearness[] {
  const found: Nearness[] = [];
  const clipped = events
    .map(({ table, fromUs, toUs }) => ({
      table,
      fromUs: Math.max(fromUs, period.startUs),
      toUs: Math.min(toUs, period.endUs),
    }))
    .filter(({ fromUs, toUs }) => fromUs < toUs)
    .sort((a, b) => a.table === b.table ? a.fromUs - b.fromUs : a.table < b.table ? -1 : 1);
  for (const next of clipped) {
    const last = found.at(-1);
    if (last?.table === next.table && next.fromUs <= last.toUs) {
      found[found.length - 1] = { ...last, toUs: Math.max(last.toUs, next.toUs) };
    } else found.push(next);
  }
  return found;
}

/** Threads or e-mails that name a table, and those of them near an event of it. */
export interface Traffic {
  readonly source: Exclude<Source, "nlq">;
  readonly subject: string;
  readonly items: number;
  readonly near: number;
}

/** The traffic of each source about each table as a stratum: each has a rate of its own. */
export function strataOf(traffic: readonly Traffic[], near: readonly Nearness[], period: Period): RateStratum[] {
  const all = period.endUs - period.startUs;
  return traffic.map(({ subject, items, near: events }) => {
    const time = near.filter(({ table }) => table === subject).reduce(
      (sum, { fromUs, toUs }) => sum + toUs - fromUs,
      0,
    );
    return { near: { events, time }, far: { events: items - events, time: all - time } };
  });
}
