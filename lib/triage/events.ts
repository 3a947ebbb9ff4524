/** Moments at which the warehouse was found to be broken: what people write near one is likelier to be about data. */
import type { HealthFindings } from "../contracts/health.ts";
import { daysBetween, HOUR_US } from "../core/calendar.ts";

/** How far from an event a message still counts as near it. */
const NEAR_US = 24 * HOUR_US;

export interface DetectedEvent {
  readonly fromUs: number;
  readonly toUs: number;
  readonly table: string;
  readonly column: string | null;
}

/** A table-day is an incident of lag when its p95 is this many times the SLO: ordinary days of a slow table are none. */
const LAG_INCIDENT = 2;

/**
 * Null spikes, write gaps and days of heavy lag as the metrics found them (specification, section 1: never as they were
 * injected), by time.
 */
export function detectedEvents({ report, rows }: HealthFindings): DetectedEvent[] {
  const wholeDay = (ds: string): { fromUs: number; toUs: number } => {
    const { startUs: fromUs, endUs: toUs } = daysBetween(ds, ds, report.tz);
    return { fromUs, toUs };
  };
  const us = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds * 1000;
  const limit = LAG_INCIDENT * report.slos.p95_ingest_lag_min;
  return [
    ...report.null_spikes.map(({ table, column, ds }) => ({ ...wholeDay(ds), table, column })),
    ...report.write_gaps.map(({ table, from, to }) => ({ fromUs: us(from), toUs: us(to), table, column: null })),
    ...rows.filter(({ metric, grain, value }) => metric === "lag_p95_min" && grain === "day" && (value ?? 0) > limit)
      .map(({ table, ds }) => ({ ...wholeDay(ds), table, column: null })),
  ].sort((a, b) => a.fromUs - b.fromUs || a.toUs - b.toUs);
}

/** The events that `tsUs` lies within 24 hours of. */
export function eventsNear(events: readonly DetectedEvent[], tsUs: number): DetectedEvent[] {
  return events.filter(({ fromUs, toUs }) => tsUs >= fromUs - NEAR_US && tsUs < toUs + NEAR_US);
}
