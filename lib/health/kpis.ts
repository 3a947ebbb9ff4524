import { z } from "zod";
import type { Archetype, Kpi } from "../contracts/archetype.ts";
import { Ds, type HealthRow, type KpiValue } from "../contracts/health.ts";
import type { Duck } from "../infra/duck.ts";
import { type DayRange, dsOf } from "./windows.ts";

const KpiRow = z.object({
  kpi: z.string(),
  ds: Ds,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});

/** A key figure on one local day; `denominator` is null unless the figure is a ratio. */
export type KpiDay = z.infer<typeof KpiRow>;

/** A key figure over some days. */
export interface KpiFold {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The daily rows of an archetype's key figures, by figure, then by day. Needs the views of `createViews`. */
export async function readKpis(duck: Duck, archetype: Archetype): Promise<KpiDay[]> {
  if (archetype.kpis.length === 0) return [];
  return await duck.rows(
    `SELECT kpi, CAST(ds AS VARCHAR) AS ds, numerator, denominator FROM (
${archetype.kpiSql}
    ) AS kpis WHERE ds IS NOT NULL ORDER BY kpi, ds`,
    KpiRow,
  );
}

/** Folds days, oldest first, the way the figure says: their sum, the last of them, or the ratio of sums. */
export function foldKpi(kpi: Kpi, days: readonly KpiDay[]): KpiFold {
  const last = days.at(-1);
  if (last === undefined) return { value: null, numerator: null, denominator: null };
  const total = (of: (day: KpiDay) => number | null) => days.reduce((sum, day) => sum + (of(day) ?? 0), 0);
  switch (kpi.over) {
    case "sum": {
      const sum = total((day) => day.numerator);
      return { value: sum, numerator: sum, denominator: null };
    }
    case "last":
      return last.denominator === null
        ? { value: last.numerator, numerator: last.numerator, denominator: null }
        : ratio(last.numerator ?? 0, last.denominator);
    case "ratio":
      return ratio(total((day) => day.numerator), total((day) => day.denominator));
  }
}

function ratio(numerator: number, denominator: number): KpiFold {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

/**
 * Each key figure in the window, beside the window before; that one is null where the data do not cover it wholly.
 *
 * @param firstDay First local day of the data.
 */
export function kpiValues(
  kpis: readonly Kpi[],
  days: readonly KpiDay[],
  window: DayRange,
  previous: DayRange,
  firstDay: number,
): KpiValue[] {
  return kpis.map((kpi) => {
    const own = days.filter(({ kpi: id }) => id === kpi.id);
    const over = (range: DayRange) => {
      const [from, to] = [dsOf(range.from), dsOf(range.to)];
      return foldKpi(kpi, own.filter(({ ds }) => ds >= from && ds <= to));
    };
    const { value } = over(window);
    const before = previous.from < firstDay ? null : over(previous).value;
    const change = value === null || before === null || before === 0
      ? null
      : Number((100 * (value - before) / Math.abs(before)).toFixed(4));
    return { id: kpi.id, title: kpi.title, unit: kpi.unit, value, previous: before, change_pct: change };
  });
}

/** Long-form rows of the key figures, by day and by month; `table` and `column` are empty. */
export function kpiRows(archetype: Archetype, days: readonly KpiDay[]): HealthRow[] {
  const none = { ci_low: null, ci_high: null, slo: null, passed: null };
  const row = (kpi: Kpi, grain: "day" | "month", ds: string, some: readonly KpiDay[]): HealthRow => ({
    archetype: archetype.id,
    table: "",
    column: "",
    metric: kpi.id,
    grain,
    ds,
    ...foldKpi(kpi, some),
    ...none,
  });
  return archetype.kpis.flatMap((kpi) => {
    const own = days.filter(({ kpi: id }) => id === kpi.id);
    const months = Map.groupBy(own, ({ ds }) => `${ds.slice(0, 7)}-01`);
    return [
      ...own.map((day) => row(kpi, "day", day.ds, [day])),
      ...[...months].map(([month, some]) => row(kpi, "month", month, some)),
    ];
  });
}
