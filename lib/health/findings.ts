import type { HealthRow, Measure, SloCompliance, Slos, TableHealth } from "../contracts/health.ts";
import type { z } from "zod";
import { DAY_US, daysBetween, MINUTE_US } from "../core/calendar.ts";
import { measuresOf, requiredKeys } from "./measures.ts";
import type { TableProfile } from "./profile.ts";
import type { NullSeries } from "./spikes.ts";
import { type Tally, tally } from "./tally.ts";
import { type DayRange, dsOf, within } from "./windows.ts";

/** Counts of a table in the window and in all; the window of a table without any time is the whole table. */
export function tallies(profile: TableProfile, window: DayRange): { readonly window: Tally; readonly period: Tally } {
  const { table, days, copies, lag, sql } = profile;
  const period = tally(table, days, copies, lag.period);
  if (sql.day === null) return { window: period, period };
  return { window: tally(table, days.filter(({ day }) => within(window, day)), copies, lag.window), period };
}

/** Long-form rows of measures at one grain. */
export function measureRows(
  archetype: string,
  measures: readonly Measure[],
  grain: HealthRow["grain"],
  ds: string,
): HealthRow[] {
  return measures.map(({ table, column, metric, value, numerator, denominator, ci_low, ci_high, slo, passed }) => ({
    archetype,
    table,
    column: column ?? "",
    metric,
    grain,
    ds,
    value,
    numerator,
    denominator,
    ci_low,
    ci_high,
    slo,
    passed,
  }));
}

/** Long-form rows of a table, one set a local day. */
export function dailyRows(archetype: string, profile: TableProfile, slos: Slos): HealthRow[] {
  return profile.days.flatMap((counts) => {
    if (counts.day === null || counts.ds === null) return [];
    const day = tally(profile.table, [counts], profile.copies, profile.lag.days.get(counts.day) ?? null);
    return measureRows(archetype, measuresOf(profile.table, day, slos), "day", counts.ds);
  });
}

/** Daily nulls of each key column of a table that must not be null. */
export function nullSeries({ table, days }: TableProfile): NullSeries[] {
  return requiredKeys(table).map(({ column, index }) => ({
    table: table.name,
    column,
    days: days.flatMap(({ ds, rows, nulls }) => ds === null ? [] : [{ ds, rows, nulls: nulls[index]! }]),
  }));
}

/** ISO 8601 UTC, to the millisecond. */
export function isoOfUs(us: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(us / 1000)).toString();
}

/** Latest event of a table, µs since 1970 UTC; a DATE stands for the local start of its day. */
function lastEventUs({ table, sql, days }: TableProfile, tz: string): number | null {
  const last = sql.extent.event?.last ?? null;
  if (last === null) return days.reduce<number | null>((most, day) => greater(most, day.lastEventUs), null);
  const isDate = table.columns.some(({ name, type }) => name === table.eventTime?.column && type === "DATE");
  if (!isDate) return last;
  const ds = dsOf(last / DAY_US);
  return daysBetween(ds, ds, tz).startUs;
}

function greater(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** Size and freshness of a table. A load after `asOfUs`, as the last day's late rows have, is no staleness: 0 minutes. */
export function tableHealth(profile: TableProfile, windowRows: number, asOfUs: number, tz: string): TableHealth {
  const { extent } = profile.sql;
  const eventUs = lastEventUs(profile, tz);
  const loadedUs = extent.loaded?.last ?? null;
  return {
    table: profile.table.name,
    rows: extent.rows,
    window_rows: windowRows,
    last_event_at: eventUs === null ? null : isoOfUs(eventUs),
    last_loaded_at: loadedUs === null ? null : isoOfUs(loadedUs),
    staleness_min: loadedUs === null ? null : Math.max(0, Math.floor((asOfUs - loadedUs) / MINUTE_US)),
  };
}

/** How many of the measures that have an SLO meet it. */
export function sloCompliance(measures: readonly Measure[]): z.infer<typeof SloCompliance> {
  const held = measures.filter(({ slo }) => slo !== null);
  const count = (outcome: boolean | null) => held.filter(({ passed }) => passed === outcome).length;
  const passed = count(true);
  const failed = count(false);
  return {
    checks: held.length,
    passed,
    failed,
    not_measured: count(null),
    compliance_pct: passed + failed === 0 ? null : Number((100 * passed / (passed + failed)).toFixed(4)),
  };
}
