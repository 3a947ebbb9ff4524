/** `dnr eval-labels`: predictions held against the labels that the plan set. */
import { join, resolve } from "node:path";
import { confusionFigure } from "../charts/confusion.ts";
import type { Figure } from "../charts/figure.ts";
import { reliabilityFigure } from "../charts/reliability.ts";
import type { Config } from "../config/schema.ts";
import { type Source, SOURCES } from "../contracts/demand.ts";
import { Evaluation, type TaskScores } from "../contracts/evaluation.ts";
import { labelTables } from "../contracts/labels.ts";
import type { EntityPrediction, Prediction } from "../contracts/predictions.ts";
import type { Context } from "../core/context.ts";
import { csv } from "../core/csv.ts";
import { UserError } from "../core/errors.ts";
import { entityScores } from "../evaluate/entities.ts";
import { evaluationGates } from "../evaluate/gates.ts";
import { join as joinItems } from "../evaluate/join.ts";
import { taskScores } from "../evaluate/tasks.ts";
import type { Duck } from "../infra/duck.ts";
import { stageFolder, writeJson } from "../infra/files.ts";
import { evaluationPage } from "../report/evaluation_page.ts";
import { withEngine } from "./engine.ts";
import { writeFigures } from "./figures.ts";
import { type Labels, readLabels } from "./labels.ts";
import { type ReadPredictions, readPredictions } from "./predictions.ts";

export interface EvalLabelsOptions {
  /** One or more folders of predictions, judged together. */
  readonly predictions: readonly string[];
  /** `meta`, holding a folder for each archetype, or such a folder itself. */
  readonly labels: string;
  /** Replaced as a whole. */
  readonly out: string;
  readonly config: Config;
}

export interface EvalLabelsResult {
  readonly out: string;
  readonly evaluation: Evaluation;
}

interface Gathered {
  readonly predictions: Readonly<Record<Source, readonly Prediction[]>>;
  readonly labels: Labels;
  readonly entities: readonly EntityPrediction[];
  readonly archetypes: readonly string[];
}

/**
 * Joins, scores, draws, writes.
 *
 * @throws {UserError} on a folder without predictions or labels (exit 2), or files that do not fit their columns (exit 3).
 */
export async function evalLabels(context: Context, options: EvalLabelsOptions): Promise<EvalLabelsResult> {
  const out = resolve(context.cwd, options.out);
  await using staging = await stageFolder(out);
  context.progress.stage("reading predictions and labels");
  const gathered = await withEngine(
    context,
    join(staging.dir, ".spill"),
    (duck) => gather(duck, context.cwd, options),
  );
  const { evaluation: settings } = options.config;
  context.progress.stage("scoring");
  const judged = SOURCES.map((source) => {
    const { selected, counts } = joinItems(source, gathered.labels[source], gathered.predictions[source]);
    return {
      counts,
      tasks: taskScores(source, selected, settings),
      entities: entityScores(source, selected, gathered.entities),
    };
  });
  const sources = judged.map(({ counts }) => counts);
  const tasks = judged.flatMap((source) => source.tasks);
  const gates = evaluationGates(sources, tasks, settings.gates);
  const asked = SOURCES.flatMap((source) => gathered.predictions[source]);
  const evaluation: Evaluation = {
    schema_version: "1.0",
    archetypes: [...gathered.archetypes],
    providers: distinct(asked.map(({ provider }) => provider)),
    models: distinct(asked.map(({ model }) => model)),
    seed: settings.seed,
    resamples: settings.resamples,
    passed: gates.every(({ status }) => status === "pass" || status === "skip"),
    gates,
    sources,
    tasks,
    entities: judged.flatMap((source) => source.entities),
    figures: await writeFigures(staging.dir, figuresOf(tasks)),
  };
  await writeTables(staging.dir, tasks);
  await writeJson(join(staging.dir, "summary.json"), Evaluation, evaluation);
  await Deno.writeTextFile(join(staging.dir, "summary.md"), evaluationPage(evaluation));
  await staging.commit();
  return { out, evaluation };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

async function gather(duck: Duck, cwd: string, { predictions, labels }: EvalLabelsOptions): Promise<Gathered> {
  const asked: ReadPredictions[] = [];
  for (const folder of predictions) asked.push(await readPredictions(duck, resolve(cwd, folder)));
  const archetypes = distinct(
    asked.flatMap(({ slack, email, nlq }) => [...slack, ...email, ...nlq]).map((row) => row.archetype),
  );
  if (archetypes.length === 0) throw new UserError(`nothing to evaluate: ${predictions.join(", ")} hold no prediction`);
  const known: Labels[] = [];
  for (const archetype of archetypes) {
    known.push(await readLabels(duck, await labelFolder(resolve(cwd, labels), archetype)));
  }
  return {
    predictions: bySource((source) => asked.flatMap((one) => one[source])),
    labels: bySource((source) => known.flatMap((one) => one[source])),
    entities: asked.flatMap(({ entities }) => entities),
    archetypes,
  };
}

function bySource<T>(of: (source: Source) => T): Record<Source, T> {
  return { slack: of("slack"), email: of("email"), nlq: of("nlq") };
}

/** The archetype's folder below `meta`, or the folder itself where it holds the labels. */
async function labelFolder(folder: string, archetype: string): Promise<string> {
  const name = `${labelTables.slack.name}.parquet`;
  for (const candidate of [join(folder, archetype), folder]) {
    const file = await Deno.stat(join(candidate, name)).catch(() => undefined);
    if (file?.isFile === true) return candidate;
  }
  throw new UserError(`no labels for ${archetype}: neither ${join(folder, archetype)} nor ${folder} holds ${name}`, {
    hint: `make them with: dnr gen-comms --archetype ${archetype}`,
  });
}

function figuresOf(tasks: readonly TaskScores[]): Figure[] {
  return tasks.filter(({ items }) => items > 0).flatMap((task) => [
    confusionFigure(task),
    ...(task.calibration === null ? [] : [reliabilityFigure(task)]),
  ]);
}

/** `per_class.csv`, and `confusion_{source}_{task}.{csv,json}` for each task. */
async function writeTables(dir: string, tasks: readonly TaskScores[]): Promise<void> {
  const classes = tasks.flatMap(({ source, task, classes }) => classes.map((scores) => ({ source, task, ...scores })));
  const columns = ["source", "task", "label", "support", "precision", "recall", "f1"] as const;
  await Deno.writeTextFile(join(dir, "per_class.csv"), csv(columns, classes));
  for (const { source, task, confusion: { labels, counts } } of tasks) {
    const name = join(dir, `confusion_${source}_${task}`);
    const head = ["expected", ...labels, "no_answer"];
    const rows = counts.map((line, i) =>
      Object.fromEntries([["expected", labels[i]!], ...line.map((count, j) => [head[j + 1]!, count] as const)])
    );
    await Deno.writeTextFile(`${name}.csv`, csv(head, rows));
    await Deno.writeTextFile(`${name}.json`, `${JSON.stringify({ labels, counts }, null, 2)}\n`);
  }
}
