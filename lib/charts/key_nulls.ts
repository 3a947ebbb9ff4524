import type { HealthFindings, HealthReport, Spike } from "../contracts/health.ts";
import { dateRange, dayMonth, percent, plural } from "../core/quantity.ts";
import type { DailyPanel } from "./daily_panel.ts";
import { dailyPanels } from "./daily_panels.ts";
import { emptyFigure, type Figure, figure } from "./figure.ts";
import { type DailySeries, dailySeries, drawnDays, medianOf, valuesOn } from "./series.ts";
import { linearAxis } from "./value_axis.ts";

const ID = "key_nulls";
const PANELS = 3;

/** Daily share of rows whose required key is null, by column, against the SLO; detected spikes marked. */
export function keyNullsFigure({ report, rows }: HealthFindings): Figure {
  const slo = report.slos.key_null_pct;
  const series = dailySeries(rows, "key_null_pct");
  const days = drawnDays(report.period, series);
  const range = dateRange(days[0]!, days.at(-1)!);
  const subtitle = `Rows with a null in a required key, % per day, ${range}`;
  const drawable = series.filter((one) => valuesOn(one, days).some((value) => value !== null));
  if (drawable.length === 0) {
    return emptyFigure({
      id: ID,
      titles: ["No key nulls were measured"],
      subtitle,
      reason: "No table with a required key has rows on these days.",
    });
  }
  const spikes = report.null_spikes.filter((spike) => days.includes(spike.ds));
  const shown = choose(drawable, spikes, slo, days);
  const measured = report.measures.window.filter(({ metric, passed }) => metric === "key_null_pct" && passed !== null);
  const failed = measured.filter(({ passed }) => passed === false).length;
  const thin = shown.filter((one) => isThin(one, report));
  const found = spikes.length === 0 ? "no spike found" : plural(spikes.length, "spike");
  const spiked = `${found} in ${plural(days.length, "day")}`;
  const spotless = measured.every(({ value }) => value === 0);
  const broke = `${failed === 0 ? "None" : failed} of ${plural(measured.length, "key column")} broke the ${
    percent(slo)
  } null SLO`;
  const highest = Math.max(...shown.flatMap((one) => valuesOn(one, days).map((value) => value ?? 0)));
  const left = series.length - shown.length;
  return figure({
    id: ID,
    titles: [`${spotless ? `No null in any of ${plural(measured.length, "key column")}` : broke}; ${spiked}`],
    subtitle: `${subtitle}; SLO judged over ${dateRange(report.window.from, report.window.to)}` +
      (left > 0 ? `; ${plural(left, "other column")} not drawn` : ""),
    note: thin.length === 0
      ? undefined
      : `Most days have too few rows for a rise of ten points to show: ${thin.map(nameOf).join(", ")}`,
    alt: [
      `Lines of daily null share, ${range}, against an SLO of ${percent(slo)}.`,
      ...shown.map((one) => `${nameOf(one)}: median day ${percent(medianOf(valuesOn(one, days)))}.`),
      ...spikes.map((spike) => `Spike on ${dayMonth(spike.ds)} in ${nameOf(spike)}: ${percent(spike.null_pct)}.`),
    ].join(" "),
    body: dailyPanels({
      id: ID,
      days,
      panels: shown.map((one) => panelOf(one, spikes, days)),
      slo,
      sloText: `SLO ${percent(slo)}`,
      axis: (pixels) => linearAxis(Math.max(1.5 * slo, 1.05 * highest), pixels),
      format: percent,
    }),
  });
}

function nameOf({ table, column }: { readonly table: string; readonly column: string }): string {
  return `${table}.${column}`;
}

function spikesOf(series: DailySeries, spikes: readonly Spike[]): Spike[] {
  return spikes.filter((spike) => nameOf(spike) === nameOf(series));
}

/**
 * Columns worth a panel: those with spikes first, then by their median day. Left out, where others remain, are columns
 * without any null, and thin ones, on whose days a single null is a breach of the SLO by itself.
 */
function choose(
  series: readonly DailySeries[],
  spikes: readonly Spike[],
  slo: number,
  days: readonly string[],
): DailySeries[] {
  const candidates = series.map((one) => {
    const values = valuesOn(one, days);
    const own = spikesOf(one, spikes).length;
    const thin = one.dailyRows * slo < 100;
    return { one, spikes: own, usual: medianOf(values), telling: own > 0 || (!thin && values.some((value) => value)) };
  });
  const telling = candidates.filter((candidate) => candidate.telling)
    .toSorted((a, b) => b.spikes - a.spikes || b.usual - a.usual);
  const largest = candidates.toSorted((a, b) => b.one.dailyRows - a.one.dailyRows);
  return (telling.length > 0 ? telling : largest).slice(0, PANELS).map(({ one }) => one);
}

/** True when most days of a column are too thin for the spike test to see a rise of ten points. */
function isThin(series: DailySeries, { low_power }: HealthReport): boolean {
  return low_power.some((low) => nameOf(low) === nameOf(series) && low.days > series.byDay.size / 2);
}

function panelOf(
  series: DailySeries,
  spikes: readonly Spike[],
  days: readonly string[],
): DailyPanel {
  const values = valuesOn(series, days);
  const own = spikesOf(series, spikes);
  return {
    heading: nameOf(series),
    note: `median day ${percent(medianOf(values))}, ${own.length > 0 ? plural(own.length, "spike") : "no spike found"}`,
    values,
    marks: own.map((spike) => ({
      day: days.indexOf(spike.ds),
      value: spike.null_pct,
      text: `${percent(spike.null_pct)}, ${dayMonth(spike.ds)}`,
    })),
    bands: [],
  };
}
