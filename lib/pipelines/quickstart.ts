/** Everything at once for several companies: warehouse, communications, report, checks, and one page over all reports. */
import { resolve } from "node:path";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { Evaluation } from "../contracts/evaluation.ts";
import type { FindingsEvaluation } from "../contracts/findings.ts";
import type { QcCounts } from "../contracts/qc.ts";
import type { Context } from "../core/context.ts";
import { usd } from "../core/quantity.ts";
import { evalFindings } from "./eval_findings.ts";
import { evalLabels } from "./eval_labels.ts";
import { genComms } from "./gen_comms.ts";
import { genWarehouse } from "./gen_warehouse.ts";
import { plan } from "./plan.ts";
import { writeReportIndex } from "./report_index.ts";
import { runReport } from "./run_report.ts";
import { validate } from "./validate.ts";

export interface QuickstartOptions {
  readonly archetypes: readonly Archetype[];
  readonly config: Config;
  /** False: no communications, and data health alone. */
  readonly llm: boolean;
}

/** How a report stands against what was planted and planned. */
export interface Judged {
  readonly gates: Evaluation["gates"];
  readonly actions: FindingsEvaluation["actions"];
}

export interface CompanyResult {
  readonly archetype: string;
  /** First sentence of its report. */
  readonly headline: string;
  readonly checks: QcCounts;
  /** Null without communications. */
  readonly judged: Judged | null;
  /** Folders, relative to the working folder. */
  readonly wrote: readonly string[];
}

export interface QuickstartResult {
  readonly companies: readonly CompanyResult[];
  /** The page over all reports. */
  readonly index: string;
}

/**
 * One stage after the other, for the engine takes all threads anyway. Warehouses come first: generation needs the most
 * memory of all, and has it before the texts of a company have filled the program's own.
 */
export async function quickstart(
  context: Context,
  { archetypes, config, llm }: QuickstartOptions,
): Promise<QuickstartResult> {
  for (const archetype of archetypes) await makeWarehouse(context, archetype, config);
  const companies: CompanyResult[] = [];
  for (const archetype of archetypes) companies.push(await runCompany(context, archetype, config, llm));
  const { reports } = config.paths;
  await writeReportIndex(resolve(context.cwd, reports));
  return { companies, index: `${reports}/index.md` };
}

interface Folders {
  readonly data: string;
  readonly meta: string;
  readonly comms: string;
  readonly reports: string;
}

function foldersOf({ paths: { data, meta, comms, reports } }: Config, { id }: Archetype): Folders {
  return { data: `${data}/${id}`, meta: `${meta}/${id}`, comms: `${comms}/${id}`, reports: `${reports}/${id}` };
}

async function makeWarehouse(context: Context, archetype: Archetype, config: Config): Promise<void> {
  const { warehouse } = config;
  const { data, meta } = foldersOf(config, archetype);
  await genWarehouse(context, {
    ...warehouse,
    archetype,
    asOf: warehouse.as_of,
    snapshotDays: warehouse.snapshot_days,
    out: resolve(context.cwd, data),
    meta: resolve(context.cwd, meta),
    dryRun: false,
  });
}

async function runCompany(
  context: Context,
  archetype: Archetype,
  config: Config,
  llm: boolean,
): Promise<CompanyResult> {
  const { paths, report } = config;
  const folders = foldersOf(config, archetype);
  if (llm) await makeComms(context, archetype, config, folders);
  const { data, meta, reports } = folders;
  const comms = llm ? folders.comms : null;
  const { summary, runId } = await runReport(context, {
    warehouse: data,
    comms,
    llm,
    out: reports,
    runs: paths.runs,
    windowDays: report.window_days,
    config,
  });
  const checked = { warehouse: data, comms, meta, report: reports, out: `${reports}/qc`, config };
  const { summary: { counts } } = await validate(context, checked);
  const judged = llm ? await judge(context, config, folders, runId) : null;
  return {
    archetype: archetype.id,
    headline: summary.headline,
    checks: counts,
    judged,
    wrote: [data, meta, ...(llm ? [folders.comms] : []), reports],
  };
}

/** What people write about the warehouse; a model that costs money is told of beforehand. */
async function makeComms(
  context: Context,
  archetype: Archetype,
  config: Config,
  { data, meta, comms }: Folders,
): Promise<void> {
  const { provider } = await genComms(context, {
    archetype,
    config,
    out: comms,
    meta,
    warehouse: data,
    statements: "parsed",
    dryRun: false,
    tell: ({ provider, model, estimate, notes }) =>
      tellCost(context, archetype, "writing", provider, model, estimate, notes),
  });
  if (provider === "local") return;
  const reading = await plan(context, { warehouse: data, comms, windowDays: config.report.window_days, config });
  for (const { purpose, provider, model, estimate_usd } of reading.purposes) {
    tellCost(context, archetype, purpose, provider, model, estimate_usd, reading.notes);
  }
}

function tellCost(
  { progress }: Context,
  archetype: Archetype,
  purpose: string,
  provider: string,
  model: string,
  { p50, ceiling }: { readonly p50: number; readonly ceiling: number },
  notes: readonly string[],
): void {
  const cost = provider === "local" ? "free" : `likely ${usd(p50)}, at most ${usd(ceiling)}`;
  progress.stage(`${archetype.id}: plan for ${purpose}: ${provider} ${model}, ${cost}`);
  for (const note of notes) progress.stage(`${archetype.id}: ${note}`);
}

async function judge(context: Context, config: Config, folders: Folders, runId: string): Promise<Judged> {
  const { paths } = config;
  const { evaluation } = await evalLabels(context, {
    predictions: [`${paths.runs}/${runId}/preds`],
    labels: folders.meta,
    out: `${paths.reports}/eval/${runId}`,
    config,
  });
  const { actions } = await evalFindings(context, {
    report: folders.reports,
    meta: folders.meta,
    warehouse: folders.data,
    out: `${paths.reports}/eval/findings-${runId}`,
    config,
  });
  return { gates: evaluation.gates, actions };
}
