/** Asks a model what items want and what keeps the data from answering, several items a request. */
import { z } from "zod";
import { Grain } from "../contracts/backlog.ts";
import { GapClass } from "../contracts/pack.ts";
import type { Status } from "../contracts/predictions.ts";
import { breaker } from "../llm/breaker.ts";
import type { Model, Price, Request } from "../llm/client.ts";
import { fence } from "../llm/fence.ts";
import { askInOrder } from "../llm/in_order.ts";
import { answerSchema, conversation, type Prompt } from "../llm/prompt.ts";
import intentsPrompt from "../llm/prompts/gaps_intents.v1.md" with { type: "text" };
import type { Catalog } from "./catalog.ts";
import { type GapItem, wholeText } from "./items.ts";
import { thingName } from "./missing_phrase.ts";
import type { Reading } from "./read_items.ts";

export const INTENTS_PROMPT: Prompt = { version: "gaps_intents.v1", text: intentsPrompt };

/** {@link Request.task} */
export const INTENTS_TASK = "gap_intents";

/** Items of one request: they share the catalog. */
const ITEMS_PER_REQUEST = 20;
/** Output tokens of an item with three dimensions and a filter, and of a usual one. */
const MOST_PER_ITEM = 170;
const LIKELY_PER_ITEM = 80;
/** Characters of an item that are sent. */
const LONGEST = 1500;

const Answer = z.strictObject({
  items: z.array(z.strictObject({
    n: z.int().min(1).max(ITEMS_PER_REQUEST),
    metric: z.string().nullable(),
    dimensions: z.array(z.string()),
    filters: z.array(z.string()),
    grain: Grain.nullable(),
    time_range: z.string().nullable(),
    datasets: z.array(z.string()),
    gap: GapClass,
    column: z.string().nullable(),
    missing: z.string().nullable(),
    confidence: z.number().min(0).max(1),
  })),
});
type ItemAnswer = z.infer<typeof Answer>["items"][number];

export interface IntentBatch {
  /** Positions of the items in the list that was given. */
  readonly places: readonly number[];
  readonly request: Request;
  readonly price: Price;
}

/** One line a dataset. */
function catalogText({ datasets, freshness }: Catalog): string {
  return [...datasets.values()].map(({ id, grain, cadence, access, columns }) => {
    const status = freshness.get(id)?.status ?? "of unknown freshness";
    return `${id}: a row is one ${grain}; ${cadence}, ${status}; ${access}; ${
      columns.map(({ name }) => name).join(", ")
    }`;
  }).join("\n");
}

/**
 * Questions about all items, those first that the embedded reading is least sure of: where the money does not reach for
 * all, it goes where it tells most.
 */
export function intentBatches(
  model: Model,
  items: readonly GapItem[],
  readings: readonly Reading[],
  catalog: Catalog,
): IntentBatch[] {
  const schema = answerSchema("gap_intents", Answer);
  const listing = catalogText(catalog);
  // Items are in the order of their ids, which the sort keeps among equals.
  const order = [...items.keys()].sort((a, b) => readings[a]!.confidence - readings[b]!.confidence);
  const chunks = Array.from(
    { length: Math.ceil(order.length / ITEMS_PER_REQUEST) },
    (_, k) => order.slice(k * ITEMS_PER_REQUEST, (k + 1) * ITEMS_PER_REQUEST),
  );
  return chunks.map((places) => {
    const texts = places.map((place, n) => ({
      n: n + 1,
      source: items[place]!.source,
      text: wholeText(items[place]!).slice(0, LONGEST).toWellFormed(),
    }));
    const request: Request = {
      task: INTENTS_TASK,
      promptVersion: INTENTS_PROMPT.version,
      messages: conversation(INTENTS_PROMPT, `Catalog:\n${listing}\n\nItems:\n${fence(JSON.stringify(texts))}`),
      schema,
      maxOutputTokens: MOST_PER_ITEM * places.length,
      temperature: null,
      labels: [],
      input: null,
    };
    return { places, request, price: model.price(request, LIKELY_PER_ITEM * places.length) };
  });
}

export interface IntentAnswers {
  /** Of each item: the model's reading, or undefined where there is none. */
  readonly readings: readonly (Reading | undefined)[];
  /** Of each item: what became of the question. */
  readonly outcomes: readonly Status[];
  /** Why it ended early; null when it did not. */
  readonly stopped: string | null;
}

/** Answers of all batches, held to the catalog's names: a dataset or column that it does not have never comes through. */
export async function askIntents(
  model: Model,
  batches: readonly IntentBatch[],
  items: readonly GapItem[],
  catalog: Catalog,
  ahead: number,
  onAnswer: (items: number) => void = () => {},
): Promise<IntentAnswers> {
  const readings: (Reading | undefined)[] = items.map(() => undefined);
  const outcomes: Status[] = items.map(() => "stopped");
  const guard = breaker();
  await askInOrder(batches, ahead, ({ request }) => model.ask(request, Answer), (reply, b) => {
    const { places } = batches[b]!;
    const answers = new Map(reply.status === "ok" ? reply.value.items.map((answer) => [answer.n, answer]) : []);
    places.forEach((place, n) => {
      const answer = answers.get(n + 1);
      if (answer !== undefined) readings[place] = held(answer, items[place]!, catalog, reply.model);
      // An answer that leaves an item out is none for that item.
      outcomes[place] = reply.status !== "ok" ? reply.status : answer === undefined ? "parse_error" : "ok";
    });
    onAnswer(places.length);
    return guard.goesOn(reply.status);
  });
  return { readings, outcomes, stopped: guard.reason };
}

function held(answer: ItemAnswer, { id }: GapItem, { datasets: known }: Catalog, model: string): Reading {
  const { metric, dimensions, filters, grain, time_range, gap, column, missing, confidence } = answer;
  const said = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== "");
  const datasets = [...new Set(answer.datasets)].filter((name) => known.has(name));
  const dataset = gap === "missing_dataset" ? null : datasets[0] ?? null;
  const about = gap === "missing_dataset" || gap === "missing_column" ? thingName(missing ?? "") ?? null : null;
  const columns = dataset === null ? [] : known.get(dataset)!.columns.map(({ name }) => name);
  const existing = column !== null && columns.includes(column) && gap !== "none" ? column : null;
  return {
    intent: {
      metric: said([metric ?? ""])[0] ?? null,
      dimensions: said(dimensions),
      filters: said(filters),
      grain,
      time_range: said([time_range ?? ""])[0] ?? null,
      datasets,
    },
    gapClass: gap,
    dataset,
    column: gap === "missing_column" ? about : existing,
    about,
    confidence,
    evidence: [{ kind: "model", ref: id, detail: `${gap} by ${model}` }],
  };
}
