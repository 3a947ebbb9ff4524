import { median } from "d3-array";
import type { HealthReport, HealthRow, Metric } from "../contracts/health.ts";

type Period = HealthReport["period"];

/** One metric of one table or column, by local day. */
export interface DailySeries {
  readonly table: string;
  /** Empty for a metric of the whole table. */
  readonly column: string;
  readonly byDay: ReadonlyMap<string, number>;
  /** Median of the rows that a day's value rests on. */
  readonly dailyRows: number;
}

/** The daily series of a metric, in the order of the rows; days on which nothing was measured are left out. */
export function dailySeries(rows: readonly HealthRow[], metric: Metric): DailySeries[] {
  const measured = rows.filter((row) => row.grain === "day" && row.metric === metric && row.value !== null);
  const bySubject = Map.groupBy(measured, ({ table, column }) => `${table}\n${column}`);
  return [...bySubject.values()].map((own) => ({
    table: own[0]!.table,
    column: own[0]!.column,
    byDay: new Map(own.map(({ ds, value }) => [ds, value!])),
    dailyRows: median(own, ({ denominator }) => denominator ?? 0) ?? 0,
  }));
}

/** Days of a quarter: long enough for a trend, short enough for a day to be seen. */
const DRAWN_DAYS = 90;
/** With fewer measured days than this in the quarter, the whole period says more. */
const SPARSE_DAYS = 15;
/** A single stray event of long ago must not shrink all days to a hair. */
const MOST_DAYS = 3 * 366;

function lastDays({ days, to }: Period, most: number): string[] {
  const count = Math.min(days, most);
  const first = Temporal.PlainDate.from(to).subtract({ days: count - 1 });
  return Array.from({ length: count }, (_, i) => first.add({ days: i }).toString());
}

/** The local days to draw: the last 90 of the period, or up to three years of it where those hold too little. */
export function drawnDays(period: Period, series: readonly DailySeries[]): string[] {
  const quarter = lastDays(period, DRAWN_DAYS);
  const measured = quarter.filter((ds) => series.some(({ byDay }) => byDay.has(ds))).length;
  return measured < SPARSE_DAYS ? lastDays(period, MOST_DAYS) : quarter;
}

/** Values of the given days, null where there is none. */
export function valuesOn(series: DailySeries, days: readonly string[]): (number | null)[] {
  return days.map((ds) => series.byDay.get(ds) ?? null);
}

/** The middle of the measured values; 0 without any. */
export function medianOf(values: readonly (number | null)[]): number {
  return median(values, (value) => value ?? undefined) ?? 0;
}
