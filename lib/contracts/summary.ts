/** `exec_summary.json`: what an executive is told, each number with the place that it comes from. */
import { z } from "zod";
import { Ds, METRICS } from "./health.ts";

/** A number as it is told, and where it stands. */
export const Fact = z.strictObject({
  /** Unrounded; null when nothing was measured. */
  value: z.number().nullable(),
  /** As it is written for people. */
  shown: z.string(),
  /** JSON Pointer (RFC 6901) into `data_health.json`: to the value, or to the list whose entries are counted. */
  source: z.string().startsWith("/"),
  /** Present when the value is the number of entries at `source` whose fields equal these. */
  counted: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
});
export type Fact = z.infer<typeof Fact>;

const Window = z.strictObject({ from: Ds, to: Ds, days: z.int() });

export const SummaryKpi = z.strictObject({
  id: z.string(),
  title: z.string(),
  value: Fact,
  previous: Fact,
  /** In percent of the window before. */
  change: Fact,
});
export type SummaryKpi = z.infer<typeof SummaryKpi>;

/** A measured figure that misses its target. */
export const Offender = z.strictObject({
  metric: z.enum(METRICS),
  table: z.string(),
  column: z.string().nullable(),
  /** The finding in plain words; names of tables and columns stand between backquotes. */
  sentence: z.string(),
  value: Fact,
  target: Fact,
});
export type Offender = z.infer<typeof Offender>;

/** All checks of one kind. */
export const CheckFamily = z.strictObject({
  metric: z.enum(METRICS),
  title: z.string(),
  meaning: z.string(),
  target: Fact,
  passed: Fact,
  failed: Fact,
  /** Highest value among the checks, whether it passed or not; null when nothing was measured. */
  worst: z.strictObject({ table: z.string(), column: z.string().nullable(), value: Fact }).nullable(),
});
export type CheckFamily = z.infer<typeof CheckFamily>;

export const SummaryGuardrail = z.strictObject({
  /** Its block in `data_health.json`. */
  id: z.string(),
  title: z.string(),
  /** Null when there was nothing to measure. */
  passed: z.boolean().nullable(),
  checks: z.array(z.strictObject({
    metric: z.string(),
    title: z.string(),
    kind: z.enum(["max", "min"]),
    value: Fact,
    limit: Fact,
    passed: z.boolean().nullable(),
  })),
});
export type SummaryGuardrail = z.infer<typeof SummaryGuardrail>;

export const SummaryFigure = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What it shows, for those who cannot see it. */
  alt: z.string(),
  /** Relative to this file. */
  png: z.string(),
  svg: z.string(),
});
export type SummaryFigure = z.infer<typeof SummaryFigure>;

export const ExecSummary = z.strictObject({
  schema_version: z.literal("1.0"),
  archetype: z.string(),
  /** Names the folder of `runs/` that says what the report was made from. */
  run_id: z.string(),
  title: z.string(),
  headline: z.string(),
  window: Window,
  previous_window: Window,
  as_of: z.string(),
  tz: z.string(),
  /** Who answered for the themes; null when nobody was asked. */
  provider: z.string().nullable(),
  model: z.string().nullable(),
  /** Whether people's needs were read, and by whom; `themes.json` holds them. */
  themes: z.strictObject({ status: z.enum(["skipped", "labelled"]), reason: z.string() }),
  /** Ranked data gaps. Empty in a report of data health alone: a gap is ranked by who asks for it, too. */
  actions: z.array(z.never()),
  kpis: z.array(SummaryKpi),
  data_health: z.strictObject({
    checks: Fact,
    passed: Fact,
    failed: Fact,
    not_measured: Fact,
    families: z.array(CheckFamily),
    /** Furthest from their targets first. */
    worst_offenders: z.array(Offender),
    guardrails: z.array(SummaryGuardrail),
    null_spikes: Fact,
    write_gaps: z.array(z.strictObject({ table: z.string(), from: z.string(), to: z.string(), hours: Fact })),
    notes: z.array(z.string()),
  }),
  figures: z.array(SummaryFigure),
});
export type ExecSummary = z.infer<typeof ExecSummary>;
