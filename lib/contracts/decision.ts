/** Ranked data gaps: what to fix first, what stands behind it, and how sure that is. */
import { z } from "zod";
import { Source, SOURCES, Theme } from "./demand.ts";
import { Ds } from "./health.ts";

const Share = z.number().min(0).max(1);
const Count = z.int().min(0);
const Cents = z.int();

/** A table, a column of it, or a foreign key (a column with the table that it points at). */
export const GapSubject = z.strictObject({
  table: z.string(),
  column: z.string().nullable(),
  parent: z.string().nullable(),
});
export type GapSubject = z.infer<typeof GapSubject>;

/** A figure that can be re-run: `dnr explain` runs `sql` against the warehouse and compares. */
export const Evidence = z.strictObject({
  id: z.string(),
  /** What was measured, in words. */
  metric: z.string(),
  value: z.number().nullable(),
  unit: z.enum(["%", "min", "cents", "rows", "count"]),
  slo: z.number().nullable(),
  /** One SELECT of one row and one column, over the views that `docs/evidence.md` names. */
  sql: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** `total = (weights · components) × decay`. */
export const Score = z.strictObject({
  revenue_impact: Share,
  demand: Share,
  health_severity: Share,
  weights: z.strictObject({ revenue: Share, demand: Share, severity: Share }),
  /** Last day of the seven on which the demand stood out; null where it never did. */
  peak_ds: Ds.nullable(),
  days_since_peak: Count,
  decay: Share,
  total: Share,
});
export type Score = z.infer<typeof Score>;

/** `total = 0.45·class + 0.25·entity + 0.20·coverage + 0.10·agreement`. */
export const Confidence = z.strictObject({
  /** Mean probability of the theme's labels; null where the model states none, and the other parts share its weight. */
  class: Share.nullable(),
  /** Mean confidence of the names that lead to the subject; 0 where nobody names it. */
  entity: Share,
  /** Answered among the eligible, over the sources by their weight. */
  coverage: Share,
  /** How alike the sources' shares of the theme are: the least over the greatest. */
  agreement: Share,
  total: Share,
});
export type Confidence = z.infer<typeof Confidence>;

/** Money behind a gap in the window, in cents. */
export const MoneyAtRisk = z.strictObject({
  low: Cents,
  mid: Cents,
  high: Cents,
  /** False where the theme has no rows to sum: the figures are then 0 and say nothing. */
  measurable: z.boolean(),
  /** What the range spans, in words. */
  basis: z.string(),
});
export type MoneyAtRisk = z.infer<typeof MoneyAtRisk>;

export const Example = z.strictObject({
  source: Source,
  item_id: z.string(),
  ds: Ds,
  /** As it was written; hostile text is made inert by whoever prints it. */
  quote: z.string(),
});
export type Example = z.infer<typeof Example>;

export const GapDemand = z.strictObject({
  /** Of all positive demand, with its 95 % interval. */
  share: Share,
  low: Share,
  high: Share,
  /** Items behind it, by source. */
  items: z.strictObject(Object.fromEntries(SOURCES.map((source) => [source, Count])) as Record<Source, typeof Count>),
  met: Count,
  unmet: Count,
});
export type GapDemand = z.infer<typeof GapDemand>;

export const Stability = z.strictObject({
  resamples: Count,
  /** Share of the resamples that keep the action among the first three. */
  kept: Share,
  settled: z.boolean(),
});
export type Stability = z.infer<typeof Stability>;

/** A gap among the first three. `lib/report/action_wording.ts` gives it a title and says what to do. */
export const Action = z.strictObject({
  rank: z.int().min(1),
  /** Stable name of the gap: theme, table and column. */
  id: z.string(),
  theme: Theme,
  subject: GapSubject,
  score: Score,
  confidence: Confidence,
  revenue_at_risk_cents: MoneyAtRisk,
  demand: GapDemand,
  stability: Stability,
  /** True when a measured figure of the warehouse stands behind it, and not demand alone. */
  health_backed: z.boolean(),
  examples: z.array(Example).max(3),
  evidence: z.array(Evidence),
});
export type Action = z.infer<typeof Action>;

export const HIDDEN_REASONS = ["low_confidence", "theme_taken", "lower_rank", "no_evidence"] as const;

/** A gap that is not among the first three, and why. */
export const HiddenAction = z.strictObject({
  id: z.string(),
  theme: Theme,
  subject: GapSubject,
  score: Share,
  confidence: Share,
  reason: z.enum(HIDDEN_REASONS),
  detail: z.string(),
});
export type HiddenAction = z.infer<typeof HiddenAction>;

/** What is to be fixed first, and what that was chosen from. */
export const Decision = z.strictObject({
  actions: z.array(Action).max(3),
  hidden_actions: z.array(HiddenAction),
  /** One sentence on what the other gaps lack; null where there are three actions. */
  shortage: z.string().nullable(),
  /** Median of the whole months before `as_of`; null where the archetype counts no revenue. */
  median_month_cents: Cents.nullable(),
  window_revenue_cents: Cents.nullable(),
});
export type Decision = z.infer<typeof Decision>;
