/** `data_health.json`: what the warehouse was found to hold, each rate with its counts. */
import { z } from "zod";

/** `YYYY-MM-DD`, a local day. */
export const Ds = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const METRICS = [
  "key_null_pct",
  "fk_success_pct",
  "orphan_pct",
  "orphan_missing_pct",
  "orphan_temporal_pct",
  "dup_key_pct",
  "lag_p50_min",
  "lag_p95_min",
  "lag_p99_min",
  "late_pct",
] as const;
export type Metric = (typeof METRICS)[number];

/**
 * One measured figure. A rate's `value` is 100 × numerator / denominator, its interval is Wilson's at 95 %; a lag's is
 * in minutes and its denominator counts the rows that have both times. `value` is null when the denominator is 0.
 */
export const Measure = z.strictObject({
  table: z.string(),
  /** Column, or columns joined by `+` for a composite key; null for figures of the whole table. */
  column: z.string().nullable(),
  metric: z.enum(METRICS),
  value: z.number().nullable(),
  unit: z.enum(["%", "min"]),
  numerator: z.int().nullable(),
  denominator: z.int(),
  ci_low: z.number().nullable(),
  ci_high: z.number().nullable(),
  slo: z.number().nullable(),
  /** Null where there is no SLO, or nothing was measured. */
  passed: z.boolean().nullable(),
});
export type Measure = z.infer<typeof Measure>;

/** A local day on which a column's nulls rose above its other days. */
export const Spike = z.strictObject({
  table: z.string(),
  column: z.string(),
  ds: Ds,
  rows: z.int(),
  nulls: z.int(),
  null_pct: z.number(),
  baseline_pct: z.number(),
  /** One-sided binomial tail of the day against its baseline. */
  p_value: z.number(),
  /** Benjamini–Hochberg adjusted over all days and columns of the archetype. */
  q_value: z.number(),
});
export type Spike = z.infer<typeof Spike>;

/** Whole hours in which a table received nothing, followed by the load that caught up. Times are ISO 8601, UTC. */
export const WriteGap = z.strictObject({
  table: z.string(),
  from: z.string(),
  to: z.string(),
  hours: z.number(),
  /** Rows whose event fell inside the silence, brought by the load that caught up (two hours of the clock). */
  backfilled_rows: z.int(),
});
export type WriteGap = z.infer<typeof WriteGap>;

export const KpiValue = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.enum(["cents", "count", "ratio"]),
  value: z.number().nullable(),
  previous: z.number().nullable(),
  /** Change against the window before, in percent of it. */
  change_pct: z.number().nullable(),
});
export type KpiValue = z.infer<typeof KpiValue>;

/** Of a foreign key's rows: the four parts add up to all of them. */
export const ForeignKeyParts = z.strictObject({
  table: z.string(),
  column: z.string(),
  parent: z.string(),
  rows: z.int(),
  null: z.int(),
  missing: z.int(),
  temporal: z.int(),
  ok: z.int(),
});
export type ForeignKeyParts = z.infer<typeof ForeignKeyParts>;

export const TableHealth = z.strictObject({
  table: z.string(),
  rows: z.int(),
  window_rows: z.int(),
  /** Latest event and load in the table, ISO 8601 UTC; null without such a column or without rows. */
  last_event_at: z.string().nullable(),
  last_loaded_at: z.string().nullable(),
  /** Minutes from the last load to `as_of`. */
  staleness_min: z.number().nullable(),
});
export type TableHealth = z.infer<typeof TableHealth>;

export const SloCompliance = z.strictObject({
  checks: z.int(),
  passed: z.int(),
  failed: z.int(),
  not_measured: z.int(),
  /** 100 × passed / (passed + failed); null when nothing could be checked. */
  compliance_pct: z.number().nullable(),
});

/** Limits that measures are held against: shares in per cent, lag in minutes. */
export const Slos = z.strictObject({
  key_null_pct: z.number(),
  fk_orphan_pct: z.number(),
  dup_keys_pct: z.number(),
  p95_ingest_lag_min: z.number(),
});
export type Slos = Readonly<z.infer<typeof Slos>>;

const Window = z.strictObject({ from: Ds, to: Ds, days: z.int() });

/** Fields of every archetype; the guardrails of an archetype add their own keys (see `healthContract`). */
export const HealthCore = z.object({
  schema_version: z.literal("1.0"),
  archetype: z.string(),
  tz: z.string(),
  /** End of the last local day, ISO 8601 UTC: every lag and staleness is judged against it. */
  as_of: z.string(),
  window: Window,
  previous_window: Window,
  period: Window,
  slos: Slos,
  slo_compliance: SloCompliance,
  tables: z.array(TableHealth),
  /** Figures of the window, and of the whole period. */
  measures: z.strictObject({ window: z.array(Measure), period: z.array(Measure) }),
  foreign_keys: z.strictObject({ window: z.array(ForeignKeyParts), period: z.array(ForeignKeyParts) }),
  null_spikes: z.array(Spike),
  /** Table-days with too few rows for a spike of ten points to show: counted, and never flagged. */
  low_power: z.array(z.strictObject({ table: z.string(), column: z.string(), days: z.int(), min_rows: z.int() })),
  write_gaps: z.array(WriteGap),
  kpis: z.array(KpiValue),
  /** What could not be measured, and why. */
  notes: z.array(z.string()),
  aggregates_by_table: z.record(z.string(), z.record(z.string(), z.number().nullable())).optional(),
});
export type HealthCore = z.infer<typeof HealthCore>;
/** `data_health.json` with the blocks of the archetype's guardrails. */
export type HealthReport = HealthCore & Readonly<Record<string, unknown>>;

/** One line of `data_health.csv`. `ds` is a day, a month's first day, or the last day of the window or period. */
export interface HealthRow {
  readonly archetype: string;
  readonly table: string;
  readonly column: string;
  readonly metric: string;
  readonly grain: "day" | "month" | "window" | "period";
  readonly ds: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly ci_low: number | null;
  readonly ci_high: number | null;
  readonly slo: number | null;
  readonly passed: boolean | null;
}

/** All that a measuring pass found: the report, and the long form that CSV and figures are made from. */
export interface HealthFindings {
  readonly report: HealthReport;
  readonly rows: readonly HealthRow[];
}
