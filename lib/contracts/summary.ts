/** `exec_summary.json`: what an executive is told, each number with the place that it comes from. */
import { z } from "zod";
import { SourceCoverage, Spend } from "./budget.ts";
import { Action, HiddenAction } from "./decision.ts";
import { Source } from "./demand.ts";
import { Ds, METRICS } from "./health.ts";

/** A number as it is told, and where it stands. */
export const Fact = z.strictObject({
  /** Unrounded; null when nothing was measured. */
  value: z.number().nullable(),
  /** As it is written for people. */
  shown: z.string(),
  /**
   * Place of the value, or of the list whose entries are counted: a JSON Pointer (RFC 6901) as a URI fragment, behind the
   * name of its file; without a name it points into this file.
   */
  source: z.string().regex(/^(data_health\.json)?#\//),
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

const Range = z.strictObject({ low: Fact, mid: Fact, high: Fact });

/** An action in words, with the figures that they tell. */
export const SummaryAction = Action.extend({
  /** The finding; names of tables and columns stand between backquotes, here and in `recommendation`. */
  title: z.string(),
  /** What to do, and where. */
  recommendation: z.string(),
  /** What must be known before it is believed, one sentence each. */
  caveats: z.array(z.string()),
  /** Money at risk in the window, scaled to a month; null where nothing can be summed. */
  revenue_at_risk_month_cents: z.strictObject({ low: z.int(), mid: z.int(), high: z.int() }).nullable(),
  facts: z.strictObject({
    /** Figures of the title and the recommendation. */
    told: z.array(Fact),
    /** Null where nothing can be summed. */
    money: z.strictObject({ window: Range, month: Range, of_month: Fact }).nullable(),
    demand: z.strictObject({
      share: Fact,
      low: Fact,
      high: Fact,
      slack: Fact,
      email: Fact,
      nlq: Fact,
      met: Fact,
      unmet: Fact,
    }),
    score: Fact,
    confidence: z.strictObject({ total: Fact, class: Fact, entity: Fact, coverage: Fact, agreement: Fact }),
    stability: z.strictObject({ kept: Fact, resamples: Fact }),
    /** Measured figures beside the money, each with its target. */
    evidence: z.array(z.strictObject({ metric: z.string(), value: Fact, target: Fact.nullable() })),
  }),
});
export type SummaryAction = z.infer<typeof SummaryAction>;

export const SummaryHiddenAction = HiddenAction.extend({
  title: z.string(),
  facts: z.strictObject({ score: Fact, confidence: Fact }),
});
export type SummaryHiddenAction = z.infer<typeof SummaryHiddenAction>;

export const SummaryCoverage = SourceCoverage.extend({
  facts: z.strictObject({
    eligible: Fact,
    answered: Fact,
    of_eligible: Fact,
    of_sent: Fact,
    floor: Fact,
    network: Fact,
    stopped: Fact,
    budget: Fact,
  }),
});
export type SummaryCoverage = z.infer<typeof SummaryCoverage>;

export const SummarySpend = Spend.pick({
  purpose: true,
  provider: true,
  model: true,
  cap_usd: true,
  actual_usd: true,
  stopped: true,
})
  .extend({ facts: z.strictObject({ cap: Fact, actual: Fact }) });
export type SummarySpend = z.infer<typeof SummarySpend>;

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
  themes: z.strictObject({
    status: z.enum(["skipped", "labelled"]),
    reason: z.string(),
    /** Items of the window that were read, by source. */
    read: z.array(z.strictObject({ source: Source, answered: z.int(), fact: Fact })),
  }),
  /** Ranked data gaps. Empty in a report of data health alone: a gap is ranked by who asks for it, too. */
  actions: z.array(SummaryAction).max(3),
  hidden_actions: z.array(SummaryHiddenAction),
  /** What the other gaps lack; null where there are three actions, or none was looked for. */
  shortage: z.string().nullable(),
  /** Of the window, and the median of the whole months before its end; null where no revenue is counted. */
  revenue: z.strictObject({
    window_cents: z.int().nullable(),
    median_month_cents: z.int().nullable(),
    facts: z.strictObject({ window: Fact, median_month: Fact }),
  }).nullable(),
  /** What was read of each source, and what it cost; empty where nobody was asked. */
  coverage: z.array(SummaryCoverage),
  budget: z.array(SummarySpend),
  /** What keeps the ranking from being as good as it could be, one sentence each. */
  limits: z.array(z.string()),
  /** How figures are to be read, and what else the run has to say. */
  notes: z.array(z.string()),
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
