/** `dnr run-report`: load, check, measure, draw, write. */
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { archetypeById } from "../archetypes/mod.ts";
import { healthFigures } from "../charts/health_figures.ts";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { HealthFindings } from "../contracts/health.ts";
import type { Manifest } from "../contracts/manifest.ts";
import type { Run } from "../contracts/run.ts";
import { ExecSummary } from "../contracts/summary.ts";
import { ThemesReport } from "../contracts/themes.ts";
import type { Context } from "../core/context.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { healthCsv } from "../health/csv.ts";
import { healthContract, measure } from "../health/measure.ts";
import { readManifest, stageFolder, verifyFiles, writeJson } from "../infra/files.ts";
import { checkColumns } from "../infra/parquet.ts";
import { writeRun } from "../infra/provenance.ts";
import { openRaster } from "../infra/raster.ts";
import { execSummary } from "../report/exec_summary.ts";
import { execSummaryPage } from "../report/exec_summary_page.ts";
import { themesPage, themesSkipped } from "../report/themes.ts";
import { dataClock } from "./data_clock.ts";
import { withEngine } from "./engine.ts";

export interface RunReportOptions {
  /** Folder of a warehouse with its manifest. */
  readonly warehouse: string;
  /** Folder of communications; checked to be of the same archetype, and not read further without a model. */
  readonly comms: string | null;
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
}

/**
 * Measures a warehouse and writes its report.
 *
 * @throws {UserError} on a folder that is missing or incomplete (exit 2), or whose files are damaged or do not fit
 * their declared tables (exit 3).
 */
export async function runReport(context: Context, options: RunReportOptions): Promise<RunReportResult> {
  const folder = resolve(context.cwd, options.warehouse);
  const manifest = await readManifest(folder);
  if (manifest.kind !== "warehouse") {
    throw new UserError(`cannot report on ${folder}: its manifest says ${manifest.kind}, wanted warehouse`);
  }
  const archetype = archetypeById(manifest.archetype);
  if (options.comms !== null) await checkComms(resolve(context.cwd, options.comms), archetype);
  context.progress.stage(`${archetype.id}: verifying files`);
  await verifyFiles(folder, manifest);
  const run = describeRun(context, manifest, options);
  const runDir = resolve(context.cwd, options.runs, run.run_id);
  await writeRun(runDir, run);
  const out = resolve(context.cwd, options.out);
  await using staging = await stageFolder(out);
  const findings = await measureFolder(context, archetype, folder, staging.dir, manifest, options);
  context.progress.stage(`${archetype.id}: writing the report`);
  const summary = await writeReport(staging.dir, archetype, run.run_id, findings);
  await keepChecks(out, staging.dir);
  await staging.commit();
  return { archetype: archetype.id, runId: run.run_id, out, run: runDir, summary };
}

async function checkComms(folder: string, archetype: Archetype): Promise<void> {
  const manifest = await readManifest(folder);
  if (manifest.kind === "comms" && manifest.archetype === archetype.id) return;
  throw new UserError(
    `communications do not fit the warehouse: ${folder} holds ${manifest.kind} of ${manifest.archetype}, wanted comms of ${archetype.id}`,
    { exitCode: EXIT.badData, hint: "name the communications of the same company" },
  );
}

function describeRun(
  { version }: Context,
  manifest: Manifest,
  { windowDays, config: { report, warehouse } }: RunReportOptions,
): Omit<Run, "schema_version" | "started_at"> {
  const run = {
    command: "run-report",
    version,
    archetype: manifest.archetype,
    inputs: manifest.files.map(({ path, sha256 }) => ({ path, sha256 })),
    parameters: { ...dataClock(manifest, warehouse), window_days: windowDays, llm: false, report },
  };
  return { run_id: createHash("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 16), ...run };
}

async function measureFolder(
  context: Context,
  archetype: Archetype,
  folder: string,
  spill: string,
  manifest: Manifest,
  { windowDays, config: { report, warehouse } }: RunReportOptions,
): Promise<HealthFindings> {
  return await withEngine(context, join(spill, ".spill"), async (duck) => {
    for (const table of archetype.tables) await checkColumns(duck, join(folder, `${table.name}.parquet`), table);
    return await measure(duck, {
      archetype,
      folder,
      ...dataClock(manifest, warehouse),
      windowDays,
      slos: report.slos,
      guardrails: report,
      progress: context.progress,
    });
  });
}

async function writeReport(
  dir: string,
  archetype: Archetype,
  runId: string,
  findings: HealthFindings,
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
  );
  const themes = themesSkipped(archetype.id, summary.themes.reason);
  await writeJson(join(dir, "data_health.json"), healthContract(archetype), findings.report);
  await Deno.writeTextFile(join(dir, "data_health.csv"), healthCsv(findings.rows));
  await writeJson(join(dir, "exec_summary.json"), ExecSummary, summary);
  await Deno.writeTextFile(join(dir, "exec_summary.md"), execSummaryPage(summary));
  await writeJson(join(dir, "themes.json"), ThemesReport, themes);
  await Deno.writeTextFile(join(dir, "themes.md"), themesPage(themes));
  return summary;
}

/** The checks of `dnr validate` speak of the warehouse and stay valid beside a new report. */
async function keepChecks(out: string, dir: string): Promise<void> {
  const names = await Array.fromAsync(Deno.readDir(join(out, "qc")), ({ name }) => name).catch(() => []);
  if (names.length > 0) await Deno.mkdir(join(dir, "qc"));
  for (const name of names) await Deno.copyFile(join(out, "qc", name), join(dir, "qc", name));
}
