/** `findings.json` of `dnr eval-findings`: what a report found, held against what was planted. */
import { z } from "zod";
import { Ds } from "./health.ts";

const Count = z.int().min(0);
const Share = z.number().min(0).max(1);

/** Shares are null where there is nothing to be a share of. */
const Detection = z.strictObject({
  /** Planted where the specification wants them found. */
  planted: Count,
  found: Count,
  recall: Share.nullable(),
  reported: Count,
  false_alarms: Count,
  precision: Share.nullable(),
});
export type Detection = z.infer<typeof Detection>;

export const RATE_DEFECTS = ["key_null", "orphan", "duplicate"] as const;

export const RateError = z.strictObject({
  defect: z.enum(RATE_DEFECTS),
  table: z.string(),
  column: z.string().nullable(),
  planted_pct: z.number(),
  reported_pct: z.number().nullable(),
  /** Reported less planted, in percentage points. */
  error_points: z.number().nullable(),
});
export type RateError = z.infer<typeof RateError>;

export const FindingsEvaluation = z.strictObject({
  schema_version: z.literal("1.0"),
  archetype: z.string(),
  run_id: z.string(),
  null_spikes: Detection.extend({
    missed: z.array(z.strictObject({ table: z.string(), column: z.string(), ds: Ds, rows: Count })),
    /** Planted on days with too few rows to be told from chance: not counted as missed. */
    thin: Count,
  }),
  write_gaps: Detection,
  rates: z.array(RateError),
  worst_error_points: z.number().nullable(),
  /** The first three, by id. Null where the report ranks nothing, or there are no labels to rank by. */
  actions: z.strictObject({
    reported: z.array(z.string()),
    oracle: z.array(z.string()),
    agree: z.array(z.string()),
    /** Of the reported; 1 where neither has any. */
    precision: Share,
    recall: Share,
  }).nullable(),
});
export type FindingsEvaluation = z.infer<typeof FindingsEvaluation>;
