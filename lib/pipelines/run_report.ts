/** `dnr run-report`: load, check, measure, read, draw, write. */
import { join, resolve } from "node:path";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { Budget } from "../contracts/budget.ts";
import type { FileEntry, Manifest } from "../contracts/manifest.ts";
import type { Run } from "../contracts/run.ts";
import type { ExecSummary } from "../contracts/summary.ts";
import type { Context } from "../core/context.ts";
import { stageFolder, verifyFiles } from "../infra/files.ts";
import { runIdOf, writeRun } from "../infra/provenance.ts";
import { openRunLog } from "../infra/run_log.ts";
import type { Reading } from "../report/reading_summary.ts";
import { itemsOf } from "../triage/items.ts";
import { openComms, readComms } from "./comms_folder.ts";
import { dataClock } from "./data_clock.ts";
import { decideWarehouse } from "./decision.ts";
import { withEngine } from "./engine.ts";
import { type LanguageInput, readLanguage } from "./language.ts";
import { measureFolder, openWarehouse, type WarehouseFolder } from "./measure_folder.ts";
import { demandOf, needsOf, quoteOf } from "./needs.ts";
import { writePredictions } from "./predictions.ts";
import { type ReadingModels, readingModels, readingParameters } from "./reading_models.ts";
import { writeReport } from "./write_report.ts";

export interface RunReportOptions {
  /** Folder of a warehouse with its manifest. */
  readonly warehouse: string;
  /** Folder of communications; null: data health alone. */
  readonly comms: string | null;
  /** Whether a model reads the communications; else they are only checked to be of the same archetype. */
  readonly llm: boolean;
  /** Report folder, replaced as a whole but for its `qc/`, which `dnr validate` writes. */
  readonly out: string;
  /** Folder of runs: `run.json`, `log.jsonl`, predictions and spending go to `{runs}/{run_id}/`. */
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
  const log = openRunLog(context.progress);
  const logged = { ...context, progress: log.progress };
  const { folder, manifest, archetype } = await openWarehouse(resolve(context.cwd, options.warehouse));
  const comms = await commsOf(context, options, archetype);
  log.progress.stage(`${archetype.id}: verifying files`);
  await verifyFiles(folder, manifest);
  const asked = comms === null ? null : await readingModels(context, options.config, null);
  const run = describeRun(context, manifest, comms, asked, options);
  const runDir = resolve(context.cwd, options.runs, run.run_id);
  await writeRun(runDir, run);
  try {
    const result = await report(logged, options, { folder, manifest, archetype }, comms, {
      id: run.run_id,
      dir: runDir,
    });
    for (const limit of [...result.summary.limits, ...result.summary.notes]) log.note("warning", limit);
    log.note("info", `${archetype.id}: wrote ${options.out}`);
    await log.write(runDir, run.run_id);
    return result;
  } catch (error) {
    log.note("error", error instanceof Error ? error.message : String(error));
    // What failed is told by its own error, whatever becomes of the log.
    await log.write(runDir, run.run_id).catch(() => {});
    throw error;
  }
}

async function report(
  context: Context,
  options: RunReportOptions,
  warehouse: WarehouseFolder,
  comms: CommsFolder | null,
  run: { readonly id: string; readonly dir: string },
): Promise<RunReportResult> {
  const { windowDays, config } = options;
  const { folder, archetype } = warehouse;
  const out = resolve(context.cwd, options.out);
  await using staging = await stageFolder(out);
  const spill = join(staging.dir, ".spill");
  const findings = await measureFolder(context, { ...warehouse, spill, windowDays, config });
  const reading = comms === null ? null : await read(context, comms, {
    archetype,
    findings,
    config,
    runId: run.id,
    ...await readingModels(context, config, run),
  }, { folder, spill, runDir: run.dir });
  context.progress.stage(`${archetype.id}: writing the report`);
  const summary = await writeReport(staging.dir, archetype, run.id, findings, reading);
  await keepChecks(out, staging.dir);
  await staging.commit();
  return { archetype: archetype.id, runId: run.id, out, run: run.dir, summary, budget: reading?.budget ?? null };
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

/** What people need, read and kept, and what follows from it. */
async function read(
  context: Context,
  comms: CommsFolder,
  input: Omit<LanguageInput, "comms">,
  { folder, spill, runDir }: { readonly folder: string; readonly spill: string; readonly runDir: string },
): Promise<Reading> {
  const { archetype, findings: { report }, config } = input;
  const correspondence = await withEngine(context, spill, (duck) => readComms(duck, comms.folder));
  const language = await readLanguage(context, { ...input, comms: correspondence });
  await writePredictions(context, runDir, language);
  const { predictions, entities, themes, budget } = language;
  const needs = needsOf(itemsOf(correspondence, report.tz), quoteOf, predictions, entities, report.window);
  const demand = demandOf(needs, themes, budget.coverage);
  const decision = await decideWarehouse(context, { archetype, folder, spill, report, config, demand });
  return { themes, budget, decision };
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
  return { run_id: runIdOf(run), ...run };
}

/** What was spent on writing the communications is no part of what they say. */
function isTable({ rows }: FileEntry): boolean {
  return rows !== undefined;
}

/** The checks of `dnr validate` speak of the warehouse and stay valid beside a new report. */
async function keepChecks(out: string, dir: string): Promise<void> {
  const names = await Array.fromAsync(Deno.readDir(join(out, "qc")), ({ name }) => name).catch(() => []);
  if (names.length > 0) await Deno.mkdir(join(dir, "qc"));
  for (const name of names) await Deno.copyFile(join(out, "qc", name), join(dir, "qc", name));
}
