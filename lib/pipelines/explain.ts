/** `dnr explain`: a report's actions worked out again from the warehouse and the predictions, figure by figure. */
import { join, resolve } from "node:path";
import { z } from "zod";
import { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import { Budget } from "../contracts/budget.ts";
import type { Decision } from "../contracts/decision.ts";
import { SOURCES } from "../contracts/demand.ts";
import type { HealthReport } from "../contracts/health.ts";
import { Run } from "../contracts/run.ts";
import type { ExecSummary, SummaryAction } from "../contracts/summary.ts";
import { ThemesLabelled } from "../contracts/themes.ts";
import type { Context } from "../core/context.ts";
import { offsetsOver } from "../core/calendar.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { localDs } from "../core/local_day.ts";
import { type Retold, retold } from "../evaluate/retelling.ts";
import { digest } from "../infra/files.ts";
import { parseJson, textIfThere } from "../infra/json_file.ts";
import { checkColumns } from "../infra/parquet.ts";
import { execSummary } from "../report/exec_summary.ts";
import { decideWarehouse, type Demand } from "./decision.ts";
import { withEngine } from "./engine.ts";
import { openWarehouse } from "./measure_folder.ts";
import { demandOf, needsOf } from "./needs.ts";
import { readPredictions } from "./predictions.ts";
import { readReport, readReportFile } from "./report_folder.ts";

export interface ExplainOptions {
  /** Folder of a report. */
  readonly report: string;
  readonly warehouse: string;
  /** Folder of runs, which holds the report's predictions. */
  readonly runs: string;
  /** Rank of the one action to explain; all where it is null. */
  readonly action: number | null;
}

/** One figure, as the report tells it and as it was found again. */
export interface ExplainedFigure extends Retold {
  /** Rank of the action that tells it; null for the rest of the summary, and for files of the warehouse. */
  readonly action: number | null;
  /** What an evidence figure measures, and how; null for the others. */
  readonly metric: string | null;
  readonly sql: string | null;
}

export interface Explained {
  readonly archetype: string;
  readonly actions: readonly Pick<SummaryAction, "rank" | "id" | "title">[];
  /** By their place in `exec_summary.json`. */
  readonly figures: readonly ExplainedFigure[];
  /** Digests of the warehouse's files: those that the run measured, and those that are there now. */
  readonly files: readonly Retold[];
}

/** Words of people: the warehouse cannot tell them again. */
const QUOTED = "quote";

/**
 * Writes the summary again and compares: the actions from the warehouse and the predictions, the rest from the report's
 * other files. The SQL that is run is this program's own, never what stands in the file: where the two differ, that is a
 * figure that does not hold.
 *
 * @throws {UserError} on a report that has no actions to explain, or whose files are missing (exit 2) or do not fit their
 * schemas (exit 3).
 */
export async function explain(context: Context, options: ExplainOptions): Promise<Explained> {
  const folder = resolve(context.cwd, options.report);
  const { summary, report } = await readReport(folder);
  const { folder: warehouse, archetype } = await openWarehouse(resolve(context.cwd, options.warehouse));
  if (archetype.id !== summary.archetype) {
    throw new UserError(`the report is of ${summary.archetype}, but ${warehouse} holds ${archetype.id}`, {
      exitCode: EXIT.badData,
      hint: "name the warehouse of the report: --warehouse DIR",
    });
  }
  const actions = chosen(summary, options.action);
  const themes = await readReportFile(folder, "themes.json", ThemesLabelled);
  const budget = await readReportFile(folder, "budget.json", Budget);
  const runDir = resolve(context.cwd, options.runs, summary.run_id);
  const run = await readRun(runDir, options);
  const demand = await readDemand(context, runDir, report, themes, summary.coverage);
  const decision = await workOutAgain(context, {
    archetype,
    folder: warehouse,
    report,
    demand,
    config: run.parameters,
  });
  const again = execSummary(archetype, summary.run_id, report, summary.figures, { themes, budget, decision });
  const figures = retold(summary, again, [QUOTED]).map((figure) => placed(figure, summary));
  return {
    archetype: archetype.id,
    actions: actions.map(({ rank, id, title }) => ({ rank, id, title })),
    figures: options.action === null ? figures : figures.filter(({ action }) => action === options.action),
    files: await compareFiles(warehouse, archetype, run),
  };
}

/** What of the report the figure is part of. */
function placed(retold: Retold, { actions }: ExecSummary): ExplainedFigure {
  const [list, place, part, which, field] = retold.figure.split(".");
  const action = list === "actions" ? actions[Number(place)] : undefined;
  const evidence = part === "evidence" && field === "value" ? action?.evidence[Number(which)] : undefined;
  return { ...retold, action: action?.rank ?? null, metric: evidence?.metric ?? null, sql: evidence?.sql ?? null };
}

/** What the report was made from, and the settings that it was made with. */
const ReadRun = Run.extend({ parameters: z.looseObject({ report: Config.shape.report }) });
type ReadRun = z.infer<typeof ReadRun>;

async function readRun(runDir: string, { report, runs }: ExplainOptions): Promise<ReadRun> {
  const path = join(runDir, "run.json");
  const text = await textIfThere(path);
  if (text === undefined) {
    throw new UserError(`the run of ${report} is not in ${runs}: cannot read ${path}`, {
      hint: "name the folder of runs with DNR_PATHS_RUNS, or write the report again with: dnr run-report",
    });
  }
  return parseJson(text, ReadRun, { named: path, hint: "write the report again with: dnr run-report" });
}

/** A row that stands behind no figure of an action changes its file all the same. */
async function compareFiles(folder: string, { tables }: Archetype, { inputs }: ReadRun): Promise<Retold[]> {
  const files: Retold[] = [];
  for (const { name } of tables) {
    const figure = `${name}.parquet`;
    const reported = inputs.find(({ path }) => path === figure)?.sha256 ?? null;
    const found = await digest(join(folder, figure));
    files.push({ figure, reported, found, holds: reported === found });
  }
  return files;
}

function chosen({ actions, themes }: ExecSummary, rank: number | null): ExecSummary["actions"] {
  if (actions.length === 0) {
    throw new UserError("the report holds no action to explain", {
      hint: themes.status === "skipped" ? "write it again without --no-llm" : "its summary says what is lacking",
    });
  }
  if (rank === null) return actions;
  const action = actions.find((candidate) => candidate.rank === rank);
  if (action !== undefined) return [action];
  throw new UserError(`the report has no action ${rank}: it has ${actions.map((one) => one.rank).join(", ")}`);
}

/** The needs as they were predicted, in the order in which the ranking drew from them. */
async function readDemand(
  context: Context,
  runDir: string,
  report: HealthReport,
  themes: ThemesLabelled,
  coverage: ExecSummary["coverage"],
): Promise<Demand> {
  return await withEngine(context, join(runDir, ".spill"), async (duck) => {
    const preds = join(runDir, "preds");
    const { entities, ...bySource } = await readPredictions(duck, preds);
    const predictions = SOURCES.flatMap((source) => bySource[source]);
    const clock = offsetsOver(report.tz, predictions.map(({ ts }) => ts));
    const items = predictions.map(({ source, item_id, ts }) => ({ source, id: item_id, ds: localDs(ts, clock) }));
    const needs = needsOf(items, () => "", predictions, entities, report.window);
    return demandOf(needs, themes, coverage);
  });
}

interface Again {
  readonly archetype: Archetype;
  readonly folder: string;
  readonly report: HealthReport;
  readonly demand: Demand;
  readonly config: Pick<Config, "report">;
}

async function workOutAgain(context: Context, again: Again): Promise<Decision> {
  const scratch = await Deno.makeTempDir();
  try {
    await withEngine(context, join(scratch, ".columns"), async (duck) => {
      for (const table of again.archetype.tables) {
        await checkColumns(duck, join(again.folder, `${table.name}.parquet`), table);
      }
    });
    return await decideWarehouse(context, { ...again, spill: join(scratch, ".spill") });
  } finally {
    await Deno.remove(scratch, { recursive: true });
  }
}
