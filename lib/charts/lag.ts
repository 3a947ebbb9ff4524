import type { HealthFindings, HealthReport, WriteGap } from "../contracts/health.ts";
import { dateRange, dayMonth, duration, plural } from "../core/quantity.ts";
import type { Band, DailyPanel } from "./daily_panel.ts";
import { dailyPanels } from "./daily_panels.ts";
import { emptyFigure, type Figure, figure } from "./figure.ts";
import { type DailySeries, dailySeries, drawnDays, medianOf, valuesOn } from "./series.ts";
import { doublingAxis } from "./value_axis.ts";

const ID = "ingest_lag";
const PANELS = 3;
/** A day of more than twice the table's usual p95, and over the SLO, is an incident. */
const INCIDENT_FACTOR = 2;

interface Ranked {
  readonly series: DailySeries;
  readonly values: readonly (number | null)[];
  readonly measured: number;
  readonly over: number;
}

/** Daily p95 of the minutes from event to load, by table, against the SLO; incidents and write gaps marked. */
export function lagFigure({ report, rows }: HealthFindings): Figure {
  const slo = report.slos.p95_ingest_lag_min;
  const series = dailySeries(rows, "lag_p95_min");
  const days = drawnDays(report.period, series);
  const ranked = rank(series, days, slo);
  const worst = ranked[0];
  const subtitle = `Daily 95th percentile of the time from event to load, ${dateRange(days[0]!, days.at(-1)!)}`;
  if (worst === undefined) {
    return emptyFigure({
      id: ID,
      titles: ["No ingest lag was measured"],
      subtitle,
      reason: "No row of these days has both an event time and a load time.",
    });
  }
  const shown = ranked.slice(0, PANELS);
  const selection = ranked.length > shown.length ? `; the ${PANELS} worst of ${ranked.length} tables` : "";
  const measured = shown.flatMap(({ values }) => values.filter((value) => value !== null));
  return figure({
    id: ID,
    titles: titlesOf(worst, ranked, slo),
    subtitle: `${subtitle}; each gridline doubles${selection}`,
    note: undrawnGaps(report, shown, days),
    alt: altOf(report, shown, days),
    body: dailyPanels({
      id: ID,
      days,
      panels: shown.map((table) => panelOf(table, report, days, slo)),
      slo,
      sloText: `SLO ${duration(slo)}`,
      axis: (range) => doublingAxis(Math.min(slo, ...measured), Math.max(slo, ...measured), range),
      format: tick,
    }),
  });
}

function titlesOf(worst: Ranked, ranked: readonly Ranked[], slo: number): [string, ...string[]] {
  const limit = duration(slo).replace(" min", "-minute").replace(" h", "-hour").replace(" days", "-day");
  if (worst.over === 0) {
    const days = Math.max(...ranked.map((table) => table.measured));
    return [`Ingest lag kept the ${limit} SLO on all ${plural(days, "day")}`];
  }
  const broke = `broke the ${limit} SLO on ${worst.over} of ${plural(worst.measured, "day")}`;
  return [`Ingest lag of ${worst.series.table} ${broke}`, `Ingest lag ${broke}`];
}

/** Write gaps of tables without a panel, or outside the drawn days. */
function undrawnGaps(report: HealthReport, shown: readonly Ranked[], days: readonly string[]): string | undefined {
  const gaps = report.write_gaps.filter((gap) =>
    !shown.some(({ series }) => series.table === gap.table) || bandOf(gap, report, days) === undefined
  );
  if (gaps.length === 0) return undefined;
  const named = gaps.map((gap) => `${gap.table}, ${duration(gap.hours * 60)} from ${localDay(gap.from, report.tz)}`);
  return `Write gap not drawn here: ${named.join("; ")}`;
}

function altOf(report: HealthReport, shown: readonly Ranked[], days: readonly string[]): string {
  const slo = duration(report.slos.p95_ingest_lag_min);
  return [
    `Lines of daily p95 ingest lag, ${dateRange(days[0]!, days.at(-1)!)}, against an SLO of ${slo}.`,
    ...shown.map(({ series, values, over, measured }) => {
      const highest = Math.max(...values.filter((value) => value !== null));
      return `${series.table}: ${over} of ${plural(measured, "day")} over, median ${duration(medianOf(values))}, ` +
        `highest ${duration(highest)}.`;
    }),
    ...report.write_gaps.map((gap) =>
      `Write gap of ${duration(gap.hours * 60)} in ${gap.table} from ${localDay(gap.from, report.tz)}.`
    ),
  ].join(" ");
}

function rank(series: readonly DailySeries[], days: readonly string[], slo: number): Ranked[] {
  return series
    .map((one) => {
      const values = valuesOn(one, days);
      const measured = values.filter((value) => value !== null);
      return {
        series: one,
        values,
        measured: measured.length,
        over: measured.filter((value) => value > slo).length,
      };
    })
    .filter(({ measured }) => measured > 0)
    .sort((a, b) => b.over / b.measured - a.over / a.measured || medianOf(b.values) - medianOf(a.values));
}

function panelOf(
  { series, values, measured, over }: Ranked,
  report: HealthReport,
  days: string[],
  slo: number,
): DailyPanel {
  const usual = medianOf(values);
  return {
    heading: series.table,
    note: `${over} of ${plural(measured, "day")} over, median ${duration(usual)}`,
    values,
    marks: values.flatMap((value, day) =>
      value !== null && value > slo && value > INCIDENT_FACTOR * usual
        ? [{ day, value, text: `${duration(value)}, ${dayMonth(days[day]!)}` }]
        : []
    ),
    bands: report.write_gaps
      .filter((gap) => gap.table === series.table)
      .flatMap((gap) => bandOf(gap, report, days) ?? []),
  };
}

/** Where a gap lies among the drawn days; undefined when it lies outside. */
function bandOf(gap: WriteGap, report: HealthReport, days: readonly string[]): Band | undefined {
  const [from, to] = [dayPosition(gap.from, report.tz, days[0]!), dayPosition(gap.to, report.tz, days[0]!)];
  if (to <= 0 || from >= days.length) return undefined;
  return {
    from: Math.max(from, 0),
    to: Math.min(to, days.length),
    text: `write gap ${duration(gap.hours * 60)}`,
  };
}

/** Days from the local start of `first` to a moment, with the share of its own day. */
function dayPosition(iso: string, tz: string, first: string): number {
  const at = Temporal.Instant.from(iso).toZonedDateTimeISO(tz);
  const start = at.startOfDay();
  const whole = Temporal.PlainDate.from(first).until(at.toPlainDate(), { largestUnit: "days" }).days;
  return whole + (at.epochMilliseconds - start.epochMilliseconds) / (at.hoursInDay * 3_600_000);
}

function localDay(iso: string, tz: string): string {
  const ds = Temporal.Instant.from(iso).toZonedDateTimeISO(tz).toPlainDate().toString();
  return dateRange(ds, ds);
}

/** Ticks of a doubling axis are quarters of an hour, times a power of two. */
function tick(minutes: number): string {
  if (minutes >= 60) return `${minutes / 60} h`;
  return minutes >= 10 ? `${minutes} min` : `${Number(minutes.toFixed(1))} min`;
}
