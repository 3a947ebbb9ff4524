/** `qc_summary.json`: what `dnr validate` checked, check by check. `qc_checks.csv` holds the same checks. */
import { z } from "zod";

export const QC_STATUSES = ["pass", "fail", "skip"] as const;
export type QcStatus = (typeof QC_STATUSES)[number];

const Value = z.union([z.string(), z.number(), z.null()]);

export const QcCheck = z.strictObject({
  gate: z.string(),
  /** What was checked, unique within its gate: a table, a column, a file, a rule. */
  check: z.string(),
  /** Null where the check was skipped before anything could be expected. */
  expected: Value,
  observed: Value,
  unit: z.string(),
  /** How far `observed` may lie from `expected`, in words. */
  tolerance: z.string(),
  status: z.enum(QC_STATUSES),
  /** Why the check was skipped, or what the figures rest on; empty where they speak for themselves. */
  reason: z.string(),
});
export type QcCheck = z.infer<typeof QcCheck>;

export const QcCounts = z.strictObject({ pass: z.int(), fail: z.int(), skip: z.int() });
export type QcCounts = z.infer<typeof QcCounts>;

export const QcSummary = z.strictObject({
  schema_version: z.literal("1.0"),
  archetype: z.string(),
  /** Version of dnr that checked. */
  version: z.string(),
  /** True when no check failed; skipped checks are counted beside and never as passed. */
  passed: z.boolean(),
  counts: QcCounts,
  gates: z.array(z.strictObject({
    gate: z.string(),
    title: z.string(),
    /** `fail` where any check failed, `skip` where none was made. */
    status: z.enum(QC_STATUSES),
    counts: QcCounts,
  })),
  checks: z.array(QcCheck),
});
export type QcSummary = z.infer<typeof QcSummary>;
