import type { Table } from "../contracts/archetype.ts";
import { DAY_US, MINUTE_US, type Period } from "../core/calendar.ts";

const HOUR_US = 60 * MINUTE_US;

/** One local day on which a column loses its values, for the whole day or from a release to its fix. */
export interface NullSpike {
  readonly table: string;
  readonly column: string;
  readonly day: number;
  readonly fromUs: number;
  readonly toUs: number;
}

/** Hours in which nothing is written to a table; what waited lands from `backfillUs` on. */
export interface WriteGap {
  readonly table: string;
  readonly fromUs: number;
  readonly toUs: number;
  readonly backfillUs: number;
  /** Local days with a row that the gap may hold back. */
  readonly days: readonly number[];
}

/** Rows that were held back land within these seconds. */
export const BACKFILL_SECONDS = 1200;

const pick = <T>(items: readonly T[], draw: () => number): T => items[Math.floor(draw() * items.length)]!;

/**
 * Two null spikes a quarter, on columns in turn, at least one of them in the last 30 days (specification, section 5).
 * Days lie at least three apart; three in ten last from 08:00 local for ten hours, the others all day.
 *
 * @param share Of the day's rows that a spike takes; past 15 % it needs the whole day to find them.
 */
export function planSpikes(
  tables: readonly Table[],
  period: Period,
  share: number,
  draw: () => number,
): NullSpike[] {
  const columns = tables.flatMap((t) => (t.spikeColumns ?? []).map((column) => ({ table: t.name, column })));
  if (columns.length === 0) return [];
  const count = period.days.length;
  const quarters = Math.max(1, Math.round(count / 91));
  const days: number[] = [];
  for (let quarter = 0; quarter < quarters; quarter++) {
    const last = quarter === quarters - 1;
    for (let nth = 0; nth < 2; nth++) {
      const from = last && nth === 1 ? Math.max(0, count - 30) : Math.floor(quarter * count / quarters);
      // The last day is left out: what loads late on it is not there yet.
      const to = last ? count - 1 : Math.floor((quarter + 1) * count / quarters);
      const free = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
        .filter((day) => days.every((taken) => Math.abs(taken - day) >= 3));
      if (free.length > 0) days.push(pick(free, draw));
    }
  }
  const offset = Math.floor(draw() * columns.length);
  return days.toSorted((a, b) => a - b).map((index, i) => {
    const day = period.days[index]!;
    const partial = draw() < 0.3 && share <= 0.15;
    return {
      ...columns[(i + offset) % columns.length]!,
      day: index,
      fromUs: partial ? day.startUs + 8 * HOUR_US : day.startUs,
      toUs: partial ? day.startUs + 18 * HOUR_US : day.endUs,
    };
  });
}

/** One gap of 12 to 36 hours on one fact table, clear of the period's ends; null for a period too short to hold it. */
export function planWriteGap(tables: readonly Table[], period: Period, draw: () => number): WriteGap | null {
  const open = tables.filter((t) => t.writeGap);
  const first = Math.ceil(period.days.length * 0.1) + 3;
  const last = Math.floor(period.days.length * 0.9) - 3;
  if (open.length === 0 || last <= first) return null;
  const table = pick(open, draw).name;
  const start = period.days[first + Math.floor(draw() * (last - first))]!;
  const fromUs = start.startUs + Math.floor(draw() * 24) * HOUR_US;
  const toUs = fromUs + (12 + Math.floor(draw() * 25)) * HOUR_US;
  const backfillUs = toUs + Math.round((1 + draw() * 5) * 60) * MINUTE_US;
  // A row held back may have happened up to a day before the gap.
  const days = period.days.filter((d) => d.endUs > fromUs - DAY_US && d.startUs < backfillUs).map((d) => d.index);
  return { table, fromUs, toUs, backfillUs, days };
}

/**
 * Local days whose loads are late: exactly the wanted share of `days`, taken from the half with fewer rows, so that
 * the late rows stay below a twentieth of all and the table's overall p95 does not sit on a cliff.
 *
 * @param rows Rows of each candidate day, by index.
 */
export function planIncidents(rows: ReadonlyMap<number, number>, share: number, draw: () => number): number[] {
  const wanted = Math.round(share * rows.size);
  if (wanted === 0) return [];
  const quiet = [...rows].map(([day, count]) => ({ day, count, tie: draw() }))
    .sort((a, b) => a.count - b.count || a.tie - b.tie)
    .slice(0, Math.max(wanted, Math.ceil(rows.size / 2)))
    .sort((a, b) => a.tie - b.tie);
  return quiet.slice(0, wanted).map((d) => d.day).sort((a, b) => a - b);
}
