/** `dnr eval-findings`: what a report found, held against what was planted and what people were planned to need. */
import { join, resolve } from "node:path";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import { SOURCES } from "../contracts/demand.ts";
import { FindingsEvaluation, type RateError } from "../contracts/findings.ts";
import type { HealthReport, Metric } from "../contracts/health.ts";
import { labelTables } from "../contracts/labels.ts";
import type { Defect, Ledger } from "../contracts/ledger.ts";
import type { ExecSummary } from "../contracts/summary.ts";
import { offsetsOver } from "../core/calendar.ts";
import type { Context } from "../core/context.ts";
import { UserError } from "../core/errors.ts";
import { localDs } from "../core/local_day.ts";
import { agreementOfActions, gapFindings, rateErrors, spikeFindings } from "../evaluate/findings.ts";
import { type PlantedRows, plantedRows } from "../evidence/planted.ts";
import { openEvidence } from "../evidence/session.ts";
import { stageFolder, writeJson } from "../infra/files.ts";
import { readable } from "../infra/parquet.ts";
import type { Need } from "../scoring/gaps.ts";
import { sourceWeights } from "../scoring/source_weights.ts";
import { decideIn, type Demand } from "./decision.ts";
import { withEngine } from "./engine.ts";
import { type Labels, readLabels } from "./labels.ts";
import { ledgerOf } from "./ledger.ts";
import { openWarehouse } from "./measure_folder.ts";
import { readReport } from "./report_folder.ts";

export interface EvalFindingsOptions {
  readonly report: string;
  /** Folder of the ledger and of the labels. */
  readonly meta: string;
  readonly warehouse: string;
  /** Replaced as a whole. */
  readonly out: string;
  readonly config: Config;
}

/**
 * Detection, rates, and the first three actions against those that follow from the ledger and the labels.
 *
 * The oracle ranks by the same formulas, with the window's planted rows for the measured rates and labels for predictions.
 * Money is summed from the same rows in both: that the measured ones are the planted ones is what `dnr validate` proves.
 *
 * @throws {UserError} where a folder holds no report or no ledger (exit 2), or a file does not fit its schema (exit 3).
 */
export async function evalFindings(context: Context, options: EvalFindingsOptions): Promise<FindingsEvaluation> {
  const { summary, report } = await readReport(resolve(context.cwd, options.report));
  const meta = resolve(context.cwd, options.meta);
  const ledger = await readPlanted(meta, summary.archetype);
  const out = resolve(context.cwd, options.out);
  await using staging = await stageFolder(out);
  const rates = rateErrors(ledger, report);
  const evaluation: FindingsEvaluation = {
    schema_version: "1.0",
    archetype: summary.archetype,
    run_id: summary.run_id,
    null_spikes: spikeFindings(ledger, report),
    write_gaps: gapFindings(ledger, report),
    rates,
    worst_error_points: worst(rates),
    actions: await judgeActions(
      context,
      { ...options, meta, spill: join(staging.dir, ".spill") },
      summary,
      report,
    ),
  };
  await writeJson(join(staging.dir, "findings.json"), FindingsEvaluation, evaluation);
  await staging.commit();
  return evaluation;
}

function worst(rates: readonly RateError[]): number | null {
  const errors = rates.flatMap(({ error_points }) => error_points === null ? [] : [Math.abs(error_points)]);
  return errors.length === 0 ? null : errors.reduce((a, b) => Math.max(a, b));
}

async function readPlanted(meta: string, archetype: string): Promise<Ledger> {
  const ledger = await ledgerOf(meta, archetype);
  if (ledger !== undefined) return ledger;
  throw new UserError(`no ledger of what was planted: cannot read ${join(meta, "defects.json")}`, {
    hint: "only generated warehouses have one: --meta DIR names its folder",
  });
}

async function judgeActions(
  context: Context,
  options: EvalFindingsOptions & { readonly spill: string },
  summary: ExecSummary,
  report: HealthReport,
): Promise<FindingsEvaluation["actions"]> {
  if (summary.themes.status === "skipped") return null;
  const labels = await labelsIn(context, options);
  if (labels === null) return null;
  const { folder, archetype } = await openWarehouse(resolve(context.cwd, options.warehouse));
  context.progress.stage(`${archetype.id}: weighing what was planted`);
  const oracle = await withEngine(context, options.spill, async (duck) => {
    const session = await openEvidence(duck, { archetype, folder, tz: report.tz, window: report.window });
    const rows = join(options.meta, "defect_rows.parquet");
    const planted = await readable(rows, () => plantedRows(duck, archetype, rows));
    return await decideIn(session, {
      archetype,
      report: plantedReport(report, planted),
      config: options.config,
      demand: plannedDemand(labels, archetype, report, options.config),
    });
  });
  return agreementOfActions(summary.actions.map(({ id }) => id), oracle.actions.map(({ id }) => id));
}

/** Null where the folder holds no labels. */
async function labelsIn(
  context: Context,
  { meta, spill }: { readonly meta: string; readonly spill: string },
): Promise<Labels | null> {
  const first = await Deno.stat(join(meta, `${labelTables.slack.name}.parquet`)).catch(() => undefined);
  return first === undefined ? null : await withEngine(context, spill, (duck) => readLabels(duck, meta));
}

/** Measures that have a plan, and the defects whose rows make them up. Lags have no plan but their rows. */
const PLANNED: Readonly<Partial<Record<Metric, readonly Defect[]>>> = {
  key_null_pct: ["key_null", "null_spike"],
  orphan_pct: ["orphan_missing", "orphan_temporal"],
  dup_key_pct: ["duplicate"],
};

/** The report with the rates that were planted in its window in place of those that were measured. */
function plantedReport(report: HealthReport, planted: readonly PlantedRows[]): HealthReport {
  const window = report.measures.window.map((measure) => {
    const defects = PLANNED[measure.metric];
    if (defects === undefined || measure.denominator === 0) return measure;
    const rows = planted.filter(({ defect, table, column }) =>
      defects.includes(defect) && table === measure.table && (column === null || column === measure.column)
    ).reduce((sum, { rows }) => sum + rows, 0);
    return { ...measure, value: 100 * rows / measure.denominator };
  });
  return { ...report, measures: { ...report.measures, window } };
}

/** Every item as it was planned, each standing for itself. */
function plannedDemand(labels: Labels, archetype: Archetype, { tz, window }: HealthReport, { report }: Config): Demand {
  const all = SOURCES.flatMap((source) => labels[source].map((label) => ({ source, ...label })));
  const clock = offsetsOver(tz, all.map(({ ts }) => ts));
  const inWindow = all.map((label) => ({ ...label, ds: localDs(label.ts, clock) }))
    .filter(({ ds, archetype: own }) => own === archetype.id && ds >= window.from && ds <= window.to);
  const volumes = SOURCES.map((source) => ({
    source,
    volume: inWindow.filter((label) => label.source === source).length,
  }));
  const needs = inWindow.flatMap(({ source, item_id, ds, theme, met, tables, columns }): Need[] =>
    theme === null ? [] : [{
      source,
      id: item_id,
      ds,
      theme,
      themeProb: 1,
      met,
      weight: 1,
      mentions: [
        ...tables.map((table) => ({ table, column: null, confidence: 1 })),
        ...columns.map((column) => ({ table: column.split(".")[0]!, column: column.split(".")[1]!, confidence: 1 })),
      ],
      quote: "",
    }]
  );
  return {
    needs,
    sourceWeights: sourceWeights(volumes, report.demand_base_weights, report.demand_weight_caps),
    coverage: 1,
  };
}
