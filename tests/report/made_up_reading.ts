/** A reading that no model made: shaped like a real one. */
import type { Archetype } from "../../lib/contracts/archetype.ts";
import type { SourceCoverage, Spend } from "../../lib/contracts/budget.ts";
import type { Action, Evidence, HiddenAction } from "../../lib/contracts/decision.ts";
import { type Source, SOURCES, type Theme } from "../../lib/contracts/demand.ts";
import type { HealthReport } from "../../lib/contracts/health.ts";
import { STATUSES } from "../../lib/contracts/predictions.ts";
import type { Reading } from "../../lib/report/reading_summary.ts";
import { madeUpFindings } from "../charts/made_up_findings.ts";
import { openingHours, toy } from "./toy_archetype.ts";

/** The toy with tables and revenue, as far as words are made from them. */
export const shop: Archetype = {
  ...toy,
  tables: [{
    name: "fact_order",
    kind: "fact",
    columns: [],
    businessKey: ["shop_id", "order_no"],
    foreignKeys: [],
    loaded: true,
  }],
  revenue: {
    dailySql: "",
    sources: [],
    keys: [],
    coverage: [rule("paid_at", "orders unpaid at the end of the window")],
    attribution: [rule("category_id", "orders without a category")],
    kpis: [{
      title: "Net revenue",
      table: "fact_order",
      definitions: [{ title: "captured, each order once", sql: "" }, { title: "all orders", sql: "" }],
    }],
  },
};

function rule(column: string, title: string) {
  return { table: "fact_order", column, title, low: "", mid: "", high: "", basis: "" };
}

const TABLES = ["fact_order", "fact_order_item", "fact_payment"];

/** The health of a shop of three tables. */
export const SHOP_HEALTH: HealthReport = {
  ...madeUpFindings({ days: 546, tables: TABLES, badness: 1 }).report,
  opening_hours: openingHours,
};

export type MadeUpFigure = readonly [value: number | null, unit: Evidence["unit"], target: number | null];

export interface MadeUpAction {
  readonly theme?: Theme;
  readonly column?: string | null;
  readonly parent?: string | null;
  /** By their names. */
  readonly figures?: Readonly<Record<string, MadeUpFigure>>;
}

const ORPHANS: Readonly<Record<string, MadeUpFigure>> = {
  orphan_pct: [5.149, "%", 2],
  orphan_rows: [1_234, "rows", null],
  key_null_pct: [2.06, "%", 1],
};

/** An action on `fact_order`; what `changed` does not name is that of an orphaned key. */
export function actionOf(
  { theme = "join_keys_orphans", column = "buyer_id", parent = "dim_buyer", figures = ORPHANS }: MadeUpAction = {},
  changed: Partial<Action> = {},
): Action {
  const id = `${theme}:fact_order${column === null ? "" : `.${column}`}`;
  const evidence = (
    name: string,
    metric: string,
    [value, unit, slo]: MadeUpFigure,
  ) => ({
    id: `${id}/${name}`,
    metric,
    value,
    unit,
    slo,
    sql: "SELECT 1",
  });
  return {
    rank: 1,
    id,
    theme,
    subject: { table: "fact_order", column, parent },
    score: {
      revenue_impact: 0.0493,
      demand: 0.213,
      health_severity: 0.39,
      weights: { revenue: 0.6, demand: 0.25, severity: 0.15 },
      peak_ds: "2026-06-24",
      days_since_peak: 6,
      decay: 0.9048,
      total: 0.1278,
    },
    confidence: { class: 0.81, entity: 0.66, coverage: 1, agreement: 0.5, total: 0.7795 },
    revenue_at_risk_cents: { low: 210_033, mid: 300_044, high: 1_234_567, measurable: true, basis: "low: a; high: b" },
    demand: { share: 0.213, low: 0.18, high: 0.249, items: { slack: 41, email: 7, nlq: 0 }, met: 12, unmet: 29 },
    stability: { resamples: 500, kept: 0.97, settled: true },
    health_backed: true,
    examples: [{ source: "slack", item_id: "t0042", ds: "2026-06-24", quote: "Why do 300 orders name no buyer?" }],
    evidence: [
      evidence("money_mid", "Money at risk in the window", [300_044, "cents", null]),
      ...Object.entries(figures).map(([name, figure]) => evidence(name, `Figure ${name} of fact_order`, figure)),
    ],
    ...changed,
  };
}

export function hiddenOf(changed: Partial<HiddenAction> = {}): HiddenAction {
  return {
    id: "duplicates_dedup:fact_payment",
    theme: "duplicates_dedup",
    subject: { table: "fact_payment", column: null, parent: null },
    score: 0.087,
    confidence: 0.43,
    reason: "low_confidence",
    detail: "its confidence is 0.43, and an action needs 0.55",
    ...changed,
  };
}

export function coverageOf(source: Source, changed: Partial<SourceCoverage> = {}): SourceCoverage {
  const statuses = Object.fromEntries(STATUSES.map((status) => [status, 0])) as SourceCoverage["statuses"];
  return {
    source,
    items: 3_000,
    eligible: 2_700,
    sent: 2_700,
    answered: 2_691,
    of_eligible: 2_691 / 2_700,
    floor: 0.2,
    floor_met: true,
    of_sent: 2_691 / 2_700,
    partial: false,
    ...changed,
    statuses: { ...statuses, ok: 2_691, parse_error: 9, prefiltered: 300, ...changed.statuses },
  };
}

export function spendOf(purpose: Spend["purpose"], changed: Partial<Spend> = {}): Spend {
  return {
    purpose,
    provider: "openai",
    model: "gpt-4o-mini",
    answered_by: ["gpt-4o-mini"],
    cap_usd: 1,
    estimate_usd: { p50: 0.4, p95: 0.5, ceiling: 0.7 },
    reserved_usd: 0,
    actual_usd: 0.4321,
    ledger_usd: 0.4321,
    tokens: { input: 1, cached: 0, output: 1 },
    requests: 300,
    cache_hits: 0,
    retries: 0,
    repairs: 0,
    outcomes: { ok: 300, parse_error: 0, truncated: 0, refused: 0, filtered: 0, rejected: 0, network: 0, budget: 0 },
    stopped: null,
    ...changed,
  };
}

export interface MadeUpReading {
  readonly decision?: Partial<Reading["decision"]>;
  readonly budget?: Partial<Reading["budget"]>;
  /** Items of each source that ask for data. */
  readonly needs?: number;
}

/** Three actions, one hidden gap, all sources read. */
export function readingOf({ decision, budget, needs = 60 }: MadeUpReading = {}): Reading {
  const common = { schema_version: "1.0", archetype: "toy", run_id: "0a1b" } as const;
  return {
    themes: {
      ...common,
      status: "labelled",
      provider: "openai",
      model: "gpt-4o-mini",
      window: { from: "2026-06-01", to: "2026-06-30", days: 30 },
      sources: SOURCES.map((source, i) => ({ source, weight: 0.3, eligible: 210 + i, answered: 205 + i, needs })),
      themes: [],
      weeks: [],
      notes: [],
    },
    decision: {
      actions: [
        actionOf(),
        actionOf({
          theme: "freshness_ingest_lag",
          column: null,
          parent: null,
          figures: { lag_p95_min: [141.2, "min", 90], late_pct: [13.94, "%", null] },
        }, { rank: 2, stability: { resamples: 500, kept: 0.41, settled: false } }),
        actionOf({ theme: "access_permissions_pii", column: null, parent: null, figures: {} }, {
          rank: 3,
          health_backed: false,
          revenue_at_risk_cents: { low: 0, mid: 0, high: 0, measurable: false, basis: "it is not in the rows" },
        }),
      ],
      hidden_actions: [hiddenOf()],
      shortage: null,
      median_month_cents: 6_100_012,
      window_revenue_cents: 5_900_034,
      ...decision,
    },
    budget: {
      ...common,
      safety_margin: 0.25,
      spend: [spendOf("classification"), spendOf("entities", { cap_usd: 0.1, actual_usd: 0.0312 })],
      coverage: SOURCES.map((source) => coverageOf(source)),
      buckets: [],
      notes: ["Money of different themes is never added up."],
      ...budget,
    },
  };
}
