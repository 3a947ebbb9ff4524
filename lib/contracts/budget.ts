/** `budget.json`: what a run was allowed to spend on models, what it spent, and what that covered. */
import { z } from "zod";
import { BUCKETS, SOURCES } from "./demand.ts";
import { Ds } from "./health.ts";
import { STATUSES } from "./predictions.ts";

const Count = z.int().min(0);
/** US dollars; whole nanodollars. */
const Usd = z.number().min(0);

export const PURPOSES = ["generation", "classification", "entities", "gaps", "embeddings"] as const;
export const Purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof Purpose>;

/** What a purpose would cost: half of such runs cost at most `p50`, 95 % at most `p95`, none more than `ceiling`. */
export const Estimate = z.strictObject({ p50: Usd, p95: Usd, ceiling: Usd });
export type Estimate = z.infer<typeof Estimate>;

/** What became of requests. `ok` holds the answers out of the cache too. */
export const Outcomes = z.strictObject({
  ok: Count,
  parse_error: Count,
  truncated: Count,
  refused: Count,
  filtered: Count,
  rejected: Count,
  network: Count,
  budget: Count,
});
export type Outcomes = z.infer<typeof Outcomes>;

/** What one purpose spent. Tokens, requests and dollars are of this run alone, `ledger_usd` of all runs of its id. */
export const Spend = z.strictObject({
  purpose: Purpose,
  provider: z.string(),
  /** The model asked for, and the ones that answered. */
  model: z.string(),
  answered_by: z.array(z.string()),
  cap_usd: Usd,
  estimate_usd: Estimate,
  /** Reserved and never settled: requests whose bill is not known are charged in full. */
  reserved_usd: Usd,
  actual_usd: Usd,
  ledger_usd: Usd,
  tokens: z.strictObject({ input: Count, cached: Count, output: Count }),
  /** HTTP requests sent, retries and repairs among them. */
  requests: Count,
  cache_hits: Count,
  retries: Count,
  repairs: Count,
  outcomes: Outcomes,
  /** Why it ended before all was asked; null when it did not. */
  stopped: z.string().nullable(),
});
export type Spend = z.infer<typeof Spend>;

/** Shares are null where there is nothing to be a share of. */
export const SourceCoverage = z.strictObject({
  source: z.enum(SOURCES),
  items: Count,
  /** Those that the prefilter kept. */
  eligible: Count,
  sent: Count,
  answered: Count,
  /** Answered among the eligible: held against the floor. */
  of_eligible: z.number().min(0).max(1).nullable(),
  floor: z.number().min(0).max(1),
  floor_met: z.boolean().nullable(),
  /** Answered among those sent. */
  of_sent: z.number().min(0).max(1).nullable(),
  /** The endpoint stayed away, or the source was stopped. */
  partial: z.boolean(),
  statuses: z.strictObject(Object.fromEntries(STATUSES.map((status) => [status, Count])) as Record<
    (typeof STATUSES)[number],
    typeof Count
  >),
});
export type SourceCoverage = z.infer<typeof SourceCoverage>;

/** One local day of one bucket; queries have no bucket. */
export const BucketCoverage = z.strictObject({
  source: z.enum(SOURCES),
  ds: Ds,
  bucket: z.enum(BUCKETS).nullable(),
  eligible: Count,
  sent: Count,
  answered: Count,
});
export type BucketCoverage = z.infer<typeof BucketCoverage>;

export const Budget = z.strictObject({
  schema_version: z.literal("1.0"),
  archetype: z.string(),
  run_id: z.string(),
  safety_margin: z.number().min(0).max(1),
  spend: z.array(Spend),
  coverage: z.array(SourceCoverage),
  buckets: z.array(BucketCoverage),
  /** Retiring models, missed floors, stopped sources: one sentence each. */
  notes: z.array(z.string()),
});
export type Budget = z.infer<typeof Budget>;
