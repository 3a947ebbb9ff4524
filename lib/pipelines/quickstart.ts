/** Everything at once for several companies: warehouse, report, checks, and one page over all reports. */
import { resolve } from "node:path";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { QcCounts } from "../contracts/qc.ts";
import type { Context } from "../core/context.ts";
import { genWarehouse } from "./gen_warehouse.ts";
import { writeReportIndex } from "./report_index.ts";
import { runReport } from "./run_report.ts";
import { validate } from "./validate.ts";

export interface QuickstartOptions {
  readonly archetypes: readonly Archetype[];
  readonly config: Config;
}

export interface CompanyResult {
  readonly archetype: string;
  /** First sentence of its report. */
  readonly headline: string;
  readonly checks: QcCounts;
  /** Folders, relative to the working folder. */
  readonly wrote: readonly string[];
}

export interface QuickstartResult {
  readonly companies: readonly CompanyResult[];
  /** The page over all reports. */
  readonly index: string;
}

/** Each company in turn, its stages one after the other: the engine takes all threads anyway. */
export async function quickstart(
  context: Context,
  { archetypes, config }: QuickstartOptions,
): Promise<QuickstartResult> {
  const companies: CompanyResult[] = [];
  for (const archetype of archetypes) companies.push(await runCompany(context, archetype, config));
  const { reports } = config.paths;
  await writeReportIndex(resolve(context.cwd, reports));
  return { companies, index: `${reports}/index.md` };
}

async function runCompany(context: Context, archetype: Archetype, config: Config): Promise<CompanyResult> {
  const { paths, report, warehouse } = config;
  const data = `${paths.data}/${archetype.id}`;
  const meta = `${paths.meta}/${archetype.id}`;
  const reports = `${paths.reports}/${archetype.id}`;
  await genWarehouse(context, {
    ...warehouse,
    archetype,
    asOf: warehouse.as_of,
    snapshotDays: warehouse.snapshot_days,
    out: resolve(context.cwd, data),
    meta: resolve(context.cwd, meta),
    dryRun: false,
  });
  const { summary } = await runReport(context, {
    warehouse: data,
    comms: null,
    llm: false,
    out: reports,
    runs: paths.runs,
    windowDays: report.window_days,
    config,
  });
  const { summary: { counts } } = await validate(context, {
    warehouse: data,
    comms: null,
    meta,
    report: reports,
    out: `${reports}/qc`,
    config,
  });
  return { archetype: archetype.id, headline: summary.headline, checks: counts, wrote: [data, meta, reports] };
}
