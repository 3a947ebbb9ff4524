import type { WriteGap } from "../contracts/health.ts";
import { HOUR_US } from "../core/calendar.ts";

/** How a stopped write is told from a quiet night. */
export const GAP_RULE = {
  /** A silence lasts at least this long, and at least `lagFactor` times the table's usual (p95) lag. */
  minHours: 4,
  lagFactor: 2,
  /**
   * Overdue rows: their event fell inside the silence, early enough to arrive in it at the usual lag. Fewer of them
   * than this are no evidence: a thin table is silent for hours by nature.
   */
  minOverdueRows: 10,
  /** Share of the overdue rows that landed in the load that ended the silence. */
  minBackfillShare: 0.8,
  /** Hours of the clock that this load may take. */
  backfillHours: 2,
} as const;

/** A run of whole UTC hours without a load, counted in hours since 1970: `from` inclusive, `to` exclusive. */
export interface Silence {
  readonly from: number;
  readonly to: number;
}

/** Rows whose event fell inside a silence, by the hour of their load. */
export interface SilenceArrivals extends Silence {
  readonly arrivals: readonly { readonly hour: number; readonly rows: number; readonly overdue: number }[];
}

/** Whole hours that a silence must last, given the table's usual lag (p95) in minutes. */
export function minSilenceHours(usualLagMin: number): number {
  return Math.max(GAP_RULE.minHours, Math.ceil(GAP_RULE.lagFactor * usualLagMin / 60));
}

function iso(hour: number): string {
  return Temporal.Instant.fromEpochMilliseconds(hour * HOUR_US / 1000).toString();
}

function total<K extends string>(items: readonly Readonly<Record<K, number>>[], key: K): number {
  return items.reduce((sum, item) => sum + item[key], 0);
}

/** The silences that were stopped writes: enough rows became overdue, and the load that ended them brought these. */
export function findGaps(table: string, silences: readonly SilenceArrivals[]): WriteGap[] {
  return silences.flatMap(({ from, to, arrivals }) => {
    const backfill = arrivals.filter(({ hour }) => hour >= to && hour < to + GAP_RULE.backfillHours);
    const overdue = total(arrivals, "overdue");
    if (overdue < GAP_RULE.minOverdueRows || total(backfill, "overdue") < GAP_RULE.minBackfillShare * overdue) {
      return [];
    }
    return [{ table, from: iso(from), to: iso(to), hours: to - from, backfilled_rows: total(backfill, "rows") }];
  });
}
