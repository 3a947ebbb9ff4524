import type { Archetype } from "../contracts/archetype.ts";
import type { HealthReport } from "../contracts/health.ts";
import type { ExecSummary, SummaryFigure, SummaryKpi } from "../contracts/summary.ts";
import type { ThemesLabelled } from "../contracts/themes.ts";
import { change } from "../core/quantity.ts";
import { fact } from "./fact.ts";
import { healthSummary } from "./health_summary.ts";
import { labelledBy } from "./themes.ts";
import { kpiText } from "./wording.ts";

/** Why a report holds no themes and no actions. */
export const THEMES_SKIPPED =
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

function headlineOf(health: ExecSummary["data_health"]): string {
  const { checks, passed, failed, not_measured } = health;
  if (passed.value === 0 && failed.value === 0) {
    return "Nothing could be checked: the warehouse holds no rows in this window.";
  }
  const unmeasured = not_measured.value === 0 ? "" : `, ${not_measured.shown} could not be measured`;
  const worst = health.worst_offenders[0];
  if (worst === undefined) {
    const all = not_measured.value === 0 ? `All ${checks.shown}` : `${passed.shown} of ${checks.shown}`;
    return `${all} data-quality checks meet their target${unmeasured}.`;
  }
  return `${failed.shown} of ${checks.shown} data-quality checks miss their target${unmeasured}. ` +
    `Furthest off: ${worst.sentence} (target: at most ${worst.target.shown}).`;
}

/**
 * The summary of a report.
 *
 * @param themes What people ask for; null in a report of data health alone.
 */
export function execSummary(
  archetype: Archetype,
  runId: string,
  report: HealthReport,
  figures: readonly SummaryFigure[],
  themes: ThemesLabelled | null = null,
): ExecSummary {
  const health = healthSummary(archetype, report);
  return {
    schema_version: "1.0",
    archetype: archetype.id,
    run_id: runId,
    title: archetype.title,
    headline: headlineOf(health),
    window: report.window,
    previous_window: report.previous_window,
    as_of: report.as_of,
    tz: report.tz,
    provider: themes?.provider ?? null,
    model: themes?.model ?? null,
    themes: themes === null
      ? { status: "skipped", reason: THEMES_SKIPPED }
      : { status: "labelled", reason: labelledBy(themes) },
    actions: [],
    kpis: kpisOf(report),
    data_health: health,
    figures: [...figures],
  };
}
