/** The predictions of a run: one row an item, and the tables and columns that were found in them. */
import { join } from "node:path";
import type { EntityMention } from "../classify/entities.ts";
import { resolutionOf } from "../classify/resolution.ts";
import { QUERY_PROMPT, THREAD_PROMPT } from "../classify/theme_requests.ts";
import type { ThemeAnswer } from "../classify/themes.ts";
import type { Archetype } from "../contracts/archetype.ts";
import { Budget } from "../contracts/budget.ts";
import { type Source, SOURCES } from "../contracts/demand.ts";
import type { Item } from "../contracts/item.ts";
import {
  type EntityPrediction,
  entityPredictions,
  type MessageScore,
  messageScores,
  type Prediction,
  predictionTables,
} from "../contracts/predictions.ts";
import type { Context } from "../core/context.ts";
import type { Duck } from "../infra/duck.ts";
import { stageFolder, writeJson } from "../infra/files.ts";
import { readRowTable, writeRows } from "../infra/row_table.ts";
import type { Model } from "../llm/client.ts";
import type { Weighted } from "../triage/weights.ts";
import { withEngine } from "./engine.ts";
import type { Language } from "./language.ts";
import type { Triaged } from "./triage.ts";

/** Stands for the answer of an item that was never sent. */
export function unasked(status: "not_sampled" | "prefiltered", { model }: Model): ThemeAnswer {
  return { status, relevance: null, relevanceProb: null, theme: null, themeProb: null, cached: false, model };
}

/** One row for every item, in the order of the items, whatever became of it. */
export function predictionsOf(
  archetype: Archetype,
  model: Model,
  { items, scores, place }: Triaged,
  answers: readonly ThemeAnswer[],
  weights: readonly Weighted[],
): Prediction[] {
  return items.map((item, i) => {
    const e = place[i];
    const answer = e === undefined ? unasked("prefiltered", model) : answers[e]!;
    const query = item.source === "nlq";
    return {
      source: item.source,
      item_id: item.id,
      archetype: archetype.id,
      ts: item.tsUs,
      relevance: answer.relevance,
      relevance_prob: answer.relevanceProb,
      theme: answer.theme,
      theme_prob: answer.themeProb,
      met: answer.relevance === "positive" ? resolutionOf(item.messages) : null,
      weight: e === undefined ? 0 : weights[e]!.weight,
      prefilter_score: query ? null : scores[i]!.score,
      prefilter_reasons: query ? [] : [...scores[i]!.reasons],
      status: answer.status,
      cached: answer.cached,
      provider: model.provider,
      model: answer.model,
      prompt_version: (query ? QUERY_PROMPT : THREAD_PROMPT).version,
    };
  });
}

/** What was found, in the order of the items; within one, as the answer has it. */
export function entityPredictionsOf(
  archetype: Archetype,
  items: readonly Item[],
  mentions: readonly EntityMention[],
): EntityPrediction[] {
  const places = new Map(items.map(({ source, id }, i) => [JSON.stringify([source, id]), i]));
  const placeOf = ({ source, id }: EntityMention): number => places.get(JSON.stringify([source, id]))!;
  return mentions.toSorted((a, b) => placeOf(a) - placeOf(b)).map(({ source, id, table, column, confidence }) => ({
    source,
    item_id: id,
    archetype: archetype.id,
    table,
    column,
    confidence,
  }));
}

/** What the prefilter made of each message; queries are not filtered. */
export function messageScoresOf({ items, scores }: Triaged): MessageScore[] {
  return items.flatMap(({ source, id, messages }, i) =>
    source === "nlq" ? [] : messages.map((message, k) => {
      const { score, reasons } = scores[i]!.messages[k]!;
      return { source, item_id: id, message_id: message.id, prefilter_score: score, prefilter_reasons: [...reasons] };
    })
  );
}

/** The predictions of a run, by source, and the tables and columns that were found. */
export interface ReadPredictions extends Readonly<Record<Source, readonly Prediction[]>> {
  readonly entities: readonly EntityPrediction[];
}

/** What {@link writePredictions} wrote. @throws {UserError} (exit 3) naming the file, column or row that does not fit. */
export async function readPredictions(duck: Duck, folder: string): Promise<ReadPredictions> {
  return {
    slack: await readRowTable(duck, folder, predictionTables.slack),
    email: await readRowTable(duck, folder, predictionTables.email),
    nlq: await readRowTable(duck, folder, predictionTables.nlq),
    entities: await readRowTable(duck, folder, entityPredictions),
  };
}

/** Writes `preds/` of a run as one folder, then its `budget.json`. */
export async function writePredictions(
  context: Context,
  runDir: string,
  { predictions, entities, messages, budget }: Language,
): Promise<void> {
  await using staging = await stageFolder(join(runDir, "preds"));
  await withEngine(context, join(staging.dir, ".spill"), async (duck) => {
    for (const source of SOURCES) {
      const path = join(staging.dir, `${source}.parquet`);
      await writeRows(duck, path, predictionTables[source], predictions.filter((row) => row.source === source));
    }
    await writeRows(duck, join(staging.dir, "entities.parquet"), entityPredictions, entities);
    await writeRows(duck, join(staging.dir, "messages.parquet"), messageScores, messages);
  });
  await staging.commit();
  await writeJson(join(runDir, "budget.json"), Budget, budget);
}
