import type { WriteGap } from "../contracts/health.ts";
import { HOUR_US } from "../core/calendar.ts";

/** How a stopped write is told from a quiet night. */
const GAP_RULE = {
  /** A silence lasts at least this long, and at least `lagFactor` times the table's usual (p95) lag. */
  minHours: 4,
  lagFactor: 2,
  /**
   * Overdue rows: their event fell inside the silence, early enough to arrive in it at the usual lag. Fewer of them
   * than this are no evidence: a thin table is silent for hours by nature.
   */
  minOverdueRows: 10,
  /** Share of the overdue rows that one load brought. */
  minBackfillShare: 0.8,
  /** Neighbouring hours of the clock that this load may take. */
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

/** What arrived in the hours that brought most of the overdue rows. */
function backfillOf({ arrivals }: SilenceArrivals): { rows: number; overdue: number } {
  const loads = arrivals.map(({ hour: first }) => {
    const load = arrivals.filter(({ hour }) => hour >= first && hour < first + GAP_RULE.backfillHours);
    return { rows: total(load, "rows"), overdue: total(load, "overdue") };
  });
  return loads.reduce((most, load) => load.overdue > most.overdue ? load : most, { rows: 0, overdue: 0 });
}

/**
 * The silences that were stopped writes: enough rows became overdue, and one load brought them afterwards. It need not
 * be the first: writers often resume with what is new, and catch up later.
 */
export function findGaps(table: string, silences: readonly SilenceArrivals[]): WriteGap[] {
  return silences.flatMap((silence) => {
    const { from, to, arrivals } = silence;
    const overdue = total(arrivals, "overdue");
    const backfill = backfillOf(silence);
    if (overdue < GAP_RULE.minOverdueRows || backfill.overdue < GAP_RULE.minBackfillShare * overdue) return [];
    return [{ table, from: iso(from), to: iso(to), hours: to - from, backfilled_rows: backfill.rows }];
  });
}
