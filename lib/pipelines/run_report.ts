/** `dnr run-report`: load, check, measure, read, draw, write. */
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { healthFigures } from "../charts/health_figures.ts";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { HealthFindings } from "../contracts/health.ts";
import { Budget } from "../contracts/budget.ts";
import type { FileEntry, Manifest } from "../contracts/manifest.ts";
import type { Run } from "../contracts/run.ts";
import { ExecSummary } from "../contracts/summary.ts";
import { ThemesReport } from "../contracts/themes.ts";
import type { Context } from "../core/context.ts";
import { healthCsv } from "../health/csv.ts";
import { healthContract } from "../health/measure.ts";
import { stageFolder, verifyFiles, writeJson } from "../infra/files.ts";
import { writeRun } from "../infra/provenance.ts";
import { openRaster } from "../infra/raster.ts";
import { execSummary } from "../report/exec_summary.ts";
import { execSummaryPage } from "../report/exec_summary_page.ts";
import { themesPage, themesSkipped } from "../report/themes.ts";
import { openComms, readComms } from "./comms_folder.ts";
import { dataClock } from "./data_clock.ts";
import { withEngine } from "./engine.ts";
import { type Language, readLanguage } from "./language.ts";
import { measureFolder, openWarehouse } from "./measure_folder.ts";
import { writePredictions } from "./predictions.ts";
import { type ReadingModels, readingModels, readingParameters } from "./reading_models.ts";

export interface RunReportOptions {
  /** Folder of a warehouse with its manifest. */
  readonly warehouse: string;
  /** Folder of communications; null: data health alone. */
  readonly comms: string | null;
  /** Whether a model reads the communications; else they are only checked to be of the same archetype. */
  readonly llm: boolean;
  /** Report folder, replaced as a whole but for its `qc/`, which `dnr validate` writes. */
  readonly out: string;
  /** Folder of runs: `run.json` goes to `{runs}/{run_id}/`. */
  readonly runs: string;
  /** Local days that the report looks back from the end of the data. */
  readonly windowDays: number;
  readonly config: Config;
}

export interface RunReportResult {
  readonly archetype: string;
  readonly runId: string;
  readonly out: string;
  readonly run: string;
  readonly summary: ExecSummary;
  /** Null where no model was asked. */
  readonly budget: Budget | null;
}

/**
 * Measures a warehouse, reads its correspondence and writes the report.
 *
 * @throws {UserError} on a folder that is missing or incomplete (exit 2), or whose files are damaged or do not fit
 * their declared tables (exit 3).
 */
export async function runReport(context: Context, options: RunReportOptions): Promise<RunReportResult> {
  const { windowDays, config } = options;
  const { folder, manifest, archetype } = await openWarehouse(resolve(context.cwd, options.warehouse));
  const comms = await commsOf(context, options, archetype);
  context.progress.stage(`${archetype.id}: verifying files`);
  await verifyFiles(folder, manifest);
  const asked = comms === null ? null : await readingModels(context, config, null);
  const run = describeRun(context, manifest, comms, asked, options);
  const runDir = resolve(context.cwd, options.runs, run.run_id);
  await writeRun(runDir, run);
  const out = resolve(context.cwd, options.out);
  await using staging = await stageFolder(out);
  const spill = join(staging.dir, ".spill");
  const findings = await measureFolder(context, { archetype, folder, manifest, spill, windowDays, config });
  const language = comms === null ? null : await readLanguage(context, {
    archetype,
    comms: await withEngine(context, spill, (duck) => readComms(duck, comms.folder)),
    findings,
    config: config,
    runId: run.run_id,
    ...await readingModels(context, config, { id: run.run_id, dir: runDir }),
  });
  if (language !== null) await writePredictions(context, runDir, language);
  context.progress.stage(`${archetype.id}: writing the report`);
  const summary = await writeReport(staging.dir, archetype, run.run_id, findings, language);
  await keepChecks(out, staging.dir);
  await staging.commit();
  const { budget } = language ?? { budget: null };
  return { archetype: archetype.id, runId: run.run_id, out, run: runDir, summary, budget };
}

interface CommsFolder {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The communications that a model is to read; null where none is to. */
async function commsOf(
  { cwd }: Context,
  { comms, llm }: RunReportOptions,
  archetype: Archetype,
): Promise<CommsFolder | null> {
  if (comms === null) return null;
  const folder = resolve(cwd, comms);
  const manifest = await openComms(folder, archetype);
  return llm ? { folder, manifest } : null;
}

function describeRun(
  { version }: Context,
  manifest: Manifest,
  comms: CommsFolder | null,
  models: ReadingModels | null,
  { windowDays, config }: RunReportOptions,
): Omit<Run, "schema_version" | "started_at"> {
  const run = {
    command: "run-report",
    version,
    archetype: manifest.archetype,
    inputs: [...manifest.files, ...comms?.manifest.files.filter(isTable) ?? []].map(({ path, sha256 }) => ({
      path,
      sha256,
    })),
    parameters: {
      ...dataClock(manifest, config.warehouse),
      window_days: windowDays,
      llm: models === null ? false : readingParameters(config, models),
      report: config.report,
    },
  };
  return { run_id: createHash("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 16), ...run };
}

/** What was spent on writing the communications is no part of what they say. */
function isTable({ rows }: FileEntry): boolean {
  return rows !== undefined;
}

async function writeReport(
  dir: string,
  archetype: Archetype,
  runId: string,
  findings: HealthFindings,
  language: Language | null,
): Promise<ExecSummary> {
  const raster = await openRaster();
  const figures = healthFigures(findings);
  await Deno.mkdir(join(dir, "figures"));
  for (const { id, svg } of figures) {
    await Deno.writeTextFile(join(dir, "figures", `${id}.svg`), svg);
    await Deno.writeFile(join(dir, "figures", `${id}.png`), raster(svg));
  }
  const summary = execSummary(
    archetype,
    runId,
    findings.report,
    figures.map(({ id, title, alt }) => ({ id, title, alt, png: `figures/${id}.png`, svg: `figures/${id}.svg` })),
    language?.themes ?? null,
  );
  const themes = language?.themes ?? themesSkipped(archetype.id, summary.themes.reason);
  await writeJson(join(dir, "data_health.json"), healthContract(archetype), findings.report);
  await Deno.writeTextFile(join(dir, "data_health.csv"), healthCsv(findings.rows));
  await writeJson(join(dir, "exec_summary.json"), ExecSummary, summary);
  await Deno.writeTextFile(join(dir, "exec_summary.md"), execSummaryPage(summary));
  await writeJson(join(dir, "themes.json"), ThemesReport, themes);
  await Deno.writeTextFile(join(dir, "themes.md"), themesPage(themes));
  if (language !== null) await writeJson(join(dir, "budget.json"), Budget, language.budget);
  return summary;
}

/** The checks of `dnr validate` speak of the warehouse and stay valid beside a new report. */
async function keepChecks(out: string, dir: string): Promise<void> {
  const names = await Array.fromAsync(Deno.readDir(join(out, "qc")), ({ name }) => name).catch(() => []);
  if (names.length > 0) await Deno.mkdir(join(dir, "qc"));
  for (const name of names) await Deno.copyFile(join(out, "qc", name), join(dir, "qc", name));
}
