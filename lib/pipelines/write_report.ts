/** The files of a report folder. */
import { join } from "node:path";
import { healthFigures } from "../charts/health_figures.ts";
import { themeDemandFigure } from "../charts/theme_demand.ts";
import type { Archetype } from "../contracts/archetype.ts";
import { Budget } from "../contracts/budget.ts";
import type { HealthFindings } from "../contracts/health.ts";
import { ExecSummary } from "../contracts/summary.ts";
import { ThemesReport } from "../contracts/themes.ts";
import { healthCsv } from "../health/csv.ts";
import { healthContract } from "../health/measure.ts";
import { writeJson } from "../infra/files.ts";
import { execSummary } from "../report/exec_summary.ts";
import { execSummaryHtml } from "../report/exec_summary_html.ts";
import { execSummaryPage } from "../report/exec_summary_page.ts";
import type { Reading } from "../report/reading_summary.ts";
import { themesPage, themesSkipped } from "../report/themes.ts";
import { writeFigures } from "./figures.ts";

/**
 * Draws and writes everything that a report holds.
 *
 * @param reading What people need and what follows from it; null in a report of data health alone.
 */
export async function writeReport(
  dir: string,
  archetype: Archetype,
  runId: string,
  findings: HealthFindings,
  reading: Reading | null,
): Promise<ExecSummary> {
  const figures = [...(reading === null ? [] : [themeDemandFigure(reading.themes)]), ...healthFigures(findings)];
  const summary = execSummary(
    archetype,
    runId,
    findings.report,
    (await writeFigures(dir, figures)).map((entry) => ({ ...entry, svg: `figures/${entry.id}.svg` })),
    reading,
  );
  const themes = reading?.themes ?? themesSkipped(archetype.id, summary.themes.reason);
  const drawings = new Map(figures.map(({ id, svg }) => [id, svg]));
  await writeJson(join(dir, "data_health.json"), healthContract(archetype), findings.report);
  await Deno.writeTextFile(join(dir, "data_health.csv"), healthCsv(findings.rows));
  await writeJson(join(dir, "exec_summary.json"), ExecSummary, summary);
  await Deno.writeTextFile(join(dir, "exec_summary.md"), execSummaryPage(summary));
  await Deno.writeTextFile(join(dir, "exec_summary.html"), execSummaryHtml(summary, drawings));
  await writeJson(join(dir, "themes.json"), ThemesReport, themes);
  await Deno.writeTextFile(join(dir, "themes.md"), themesPage(themes));
  if (reading !== null) await writeJson(join(dir, "budget.json"), Budget, reading.budget);
  return summary;
}
