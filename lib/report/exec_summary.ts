import type { Archetype } from "../contracts/archetype.ts";
import type { Decision } from "../contracts/decision.ts";
import type { HealthReport } from "../contracts/health.ts";
import type { ExecSummary, SummaryFigure, SummaryKpi } from "../contracts/summary.ts";
import { change, count, dollars } from "../core/quantity.ts";
import { actionSummary, hiddenSummary } from "./action_summary.ts";
import { fact, ownFact } from "./fact.ts";
import { headlineOf } from "./headline.ts";
import { healthSummary } from "./health_summary.ts";
import { coverageSummary, limitsOf, notesOf, type Reading, spendSummary } from "./reading_summary.ts";
import { labelledBy } from "./themes.ts";
import { kpiText } from "./wording.ts";

/** Why a report holds no themes and no actions. */
const THEMES_SKIPPED =
  "Themes skipped: this run read no messages (--no-llm). What to fix first is not ranked without knowing who asks for it.";

function kpisOf(report: HealthReport): SummaryKpi[] {
  return report.kpis.map(({ id, title, unit, value, previous, change_pct }, i) => ({
    id,
    title,
    value: fact(value, kpiText(value, unit), "kpis", i, "value"),
    previous: fact(previous, kpiText(previous, unit), "kpis", i, "previous"),
    change: fact(change_pct, change_pct === null ? "no data" : change(change_pct), "kpis", i, "change_pct"),
  }));
}

function revenueOf({ window_revenue_cents: window, median_month_cents: median }: Decision): ExecSummary["revenue"] {
  if (window === null && median === null) return null;
  const money = (cents: number | null): string => cents === null ? "no data" : dollars(cents);
  return {
    window_cents: window,
    median_month_cents: median,
    facts: {
      window: ownFact(window, money(window), "revenue", "window_cents"),
      median_month: ownFact(median, money(median), "revenue", "median_month_cents"),
    },
  };
}

/** What a report says of the reading; of one that read nothing, that it did not. */
function readingPart(
  archetype: Archetype,
  reading: Reading | null,
  windowDays: number,
): Pick<
  ExecSummary,
  | "provider"
  | "model"
  | "themes"
  | "actions"
  | "hidden_actions"
  | "shortage"
  | "revenue"
  | "coverage"
  | "budget"
  | "limits"
  | "notes"
> {
  if (reading === null) {
    return {
      provider: null,
      model: null,
      themes: { status: "skipped", reason: THEMES_SKIPPED, read: [] },
      actions: [],
      hidden_actions: [],
      shortage: null,
      revenue: null,
      coverage: [],
      budget: [],
      limits: [],
      notes: [],
    };
  }
  const { themes, decision, budget } = reading;
  const coverage = coverageSummary(budget.coverage);
  const spend = spendSummary(budget.spend);
  return {
    provider: themes.provider,
    model: themes.model,
    themes: {
      status: "labelled",
      reason: labelledBy(themes),
      read: themes.sources.map(({ source, answered }, i) => ({
        source,
        answered,
        fact: ownFact(answered, count(answered), "themes", "read", i, "answered"),
      })),
    },
    actions: decision.actions.map((action, i) => actionSummary(archetype, action, i, windowDays)),
    hidden_actions: decision.hidden_actions.map(hiddenSummary),
    shortage: decision.shortage,
    revenue: revenueOf(decision),
    coverage,
    budget: spend,
    limits: limitsOf(reading, coverage, spend),
    notes: notesOf(reading),
  };
}

/**
 * The summary of a report.
 *
 * @param reading What people ask for and what follows from it; null in a report of data health alone.
 */
export function execSummary(
  archetype: Archetype,
  runId: string,
  report: HealthReport,
  figures: readonly SummaryFigure[],
  reading: Reading | null = null,
): ExecSummary {
  const health = healthSummary(archetype, report);
  const read = readingPart(archetype, reading, report.window.days);
  return {
    schema_version: "1.0",
    archetype: archetype.id,
    run_id: runId,
    title: archetype.title,
    headline: headlineOf(read, health),
    window: report.window,
    previous_window: report.previous_window,
    as_of: report.as_of,
    tz: report.tz,
    ...read,
    kpis: kpisOf(report),
    data_health: health,
    figures: [...figures],
  };
}
