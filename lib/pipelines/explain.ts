/** `dnr explain`: a report's actions worked out again from the warehouse and the predictions, figure by figure. */
import { join, resolve } from "node:path";
import type { Config } from "../config/schema.ts";
import { Action, type Decision, type Evidence } from "../contracts/decision.ts";
import { SOURCES } from "../contracts/demand.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { HealthReport } from "../contracts/health.ts";
import { entityPredictions, type Prediction, predictionTables } from "../contracts/predictions.ts";
import type { ExecSummary } from "../contracts/summary.ts";
import { ThemesLabelled } from "../contracts/themes.ts";
import type { Context } from "../core/context.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { offsets } from "../core/calendar.ts";
import { localDs } from "../core/local_day.ts";
import { checkColumns, checkRowTable } from "../infra/parquet.ts";
import { readRows } from "../infra/row_table.ts";
import type { Need } from "../scoring/gaps.ts";
import { decideWarehouse, type Demand } from "./decision.ts";
import { withEngine } from "./engine.ts";
import { openWarehouse } from "./measure_folder.ts";
import { demandOf } from "./needs.ts";
import { readReport, readReportFile } from "./report_folder.ts";

export interface ExplainOptions {
  /** Folder of a report. */
  readonly report: string;
  readonly warehouse: string;
  /** Folder of runs, which holds the report's predictions. */
  readonly runs: string;
  /** Rank of the one action to explain; all where it is null. */
  readonly action: number | null;
  readonly config: Config;
}

/** One figure of an action, as the report tells it and as it was found again. */
export interface ExplainedFigure {
  readonly action: number;
  /** Place in `actions[]` of `exec_summary.json`. */
  readonly figure: string;
  /** What an evidence figure measures; null for the others. */
  readonly metric: string | null;
  readonly reported: unknown;
  readonly found: unknown;
  readonly holds: boolean;
  readonly sql: string | null;
}

export interface Explained {
  readonly archetype: string;
  readonly actions: readonly Pick<ExecSummary["actions"][number], "rank" | "id" | "title">[];
  readonly figures: readonly ExplainedFigure[];
}

/**
 * Works every figure out again. The SQL that is run is this program's own, never what stands in the file: where the two
 * differ, that is a figure that does not hold.
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
  const runDir = resolve(context.cwd, options.runs, summary.run_id);
  const demand = await readDemand(context, runDir, report, themes, summary.coverage);
  const again = await workOutAgain(context, { archetype, folder: warehouse, report, demand, config: options.config });
  return {
    archetype: archetype.id,
    actions: actions.map(({ rank, id, title }) => ({ rank, id, title })),
    figures: [
      ...actions.flatMap((action) => compare(action, again.actions.find(({ rank }) => rank === action.rank))),
      ...(options.action === null ? [countOfActions(summary.actions.length, again.actions.length)] : []),
    ],
  };
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
    const predictions: Prediction[] = [];
    for (const source of SOURCES) {
      const path = join(preds, `${predictionTables[source].name}.parquet`);
      await checkRowTable(duck, path, predictionTables[source]);
      predictions.push(...await readRows(duck, path, predictionTables[source]));
    }
    const path = join(preds, `${entityPredictions.name}.parquet`);
    await checkRowTable(duck, path, entityPredictions);
    const mentions = Map.groupBy(
      await readRows(duck, path, entityPredictions),
      ({ source, item_id }) => `${source}/${item_id}`,
    );
    const times = predictions.map(({ ts }) => ts);
    const clock = offsets(
      report.tz,
      times.reduce((a, b) => Math.min(a, b), 0),
      times.reduce((a, b) => Math.max(a, b), 0),
    );
    const needs = predictions.flatMap((item): Need[] => {
      const ds = localDs(item.ts, clock);
      if (item.theme === null || ds < report.window.from || ds > report.window.to) return [];
      return [{
        source: item.source,
        id: item.item_id,
        ds,
        theme: item.theme,
        themeProb: item.theme_prob,
        met: item.met,
        weight: item.weight,
        mentions: (mentions.get(`${item.source}/${item.item_id}`) ?? [])
          .map(({ table, column, confidence }) => ({ table, column, confidence })),
        quote: "",
      }];
    });
    return demandOf(needs, themes, coverage);
  });
}

interface Again {
  readonly archetype: Archetype;
  readonly folder: string;
  readonly report: HealthReport;
  readonly demand: Demand;
  readonly config: Config;
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

function countOfActions(reported: number, found: number): ExplainedFigure {
  return { action: 0, figure: "actions", metric: null, reported, found, holds: reported === found, sql: null };
}

/** Every value of the action that is not words. */
function compare(told: ExecSummary["actions"][number], found: Action | undefined): ExplainedFigure[] {
  const reported = Action.strip().parse(told);
  const [before, after] = [figuresOf(reported), found === undefined ? new Map() : figuresOf(found)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const evidence = new Map(reported.evidence.map((one, i) => [`evidence.${i}.value`, one]));
  return names.map((figure) => {
    const [was, is] = [before.get(figure), after.get(figure)];
    const shown: Evidence | undefined = evidence.get(figure);
    return {
      action: told.rank,
      figure,
      metric: shown?.metric ?? null,
      reported: was ?? null,
      found: is ?? null,
      holds: was === is,
      sql: shown?.sql ?? null,
    };
  });
}

/** Leaves of a value by their dotted path; quotes are left out, for they are no figures. */
function figuresOf(value: unknown, path = ""): Map<string, unknown> {
  if (typeof value !== "object" || value === null) return new Map([[path, value]]);
  return new Map(
    Object.entries(value)
      .filter(([key]) => key !== "quote")
      .flatMap(([key, below]) => [...figuresOf(below, path === "" ? key : `${path}.${key}`)]),
  );
}
