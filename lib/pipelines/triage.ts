/** From correspondence to questions: which items are asked about, and what that may cost. */
import { type EntityBatch, entityBatches, type EntityItem } from "../classify/entities.ts";
import type { Sampling } from "../llm/prompt.ts";
import {
  LIKELY_QUERY_ANSWER,
  LIKELY_THREAD_ANSWER,
  queryRequest,
  threadRequest,
  threadText,
} from "../classify/theme_requests.ts";
import type { ThemeQuestion } from "../classify/themes.ts";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { ThreadInput } from "../contracts/classify_task.ts";
import type { HealthFindings } from "../contracts/health.ts";
import type { Item } from "../contracts/item.ts";
import type { Model, Price } from "../llm/client.ts";
import { tokenizerFor } from "../llm/tokens.ts";
import { allocate, type Allocation } from "../triage/allocate.ts";
import { detectedEvents } from "../triage/events.ts";
import { type Correspondence, itemsOf } from "../triage/items.ts";
import { cutText, pack, type PackLimits, THREAD_LIMITS } from "../triage/pack.ts";
import { keepItems, prefilter, type ScoredItem } from "../triage/prefilter.ts";
import { allowance } from "./allowance.ts";

/** What a thread may take of a request that it shares with others. */
const ENTITY_LIMITS: PackLimits = { maxTokens: 300, maxMessages: 10 };
/** Most of a subject that is shown, beside its e-mail's limits. */
const SUBJECT_TOKENS = 60;
/** Threads are packed by the tokens of this family, whoever answers: the same words reach every model. */
const PACKING_FAMILY = "gpt-4o-mini";

export interface TriageInput {
  readonly archetype: Archetype;
  readonly comms: Correspondence;
  readonly findings: HealthFindings;
  readonly config: Config;
  /** Whose prices decide what the budget reaches. */
  readonly model: Model;
}

/** An item that the prefilter kept. */
export interface EligibleItem {
  readonly item: Item;
  readonly question: ThemeQuestion;
  readonly price: Price;
  /** What is shown of it when tables and columns are asked for. */
  readonly entityText: string;
}

export interface Triaged {
  /** All items. */
  readonly items: readonly Item[];
  /** Of each item. */
  readonly scores: readonly ScoredItem[];
  /** Of each item: its place in {@link eligible}; undefined where it was filtered out. */
  readonly place: readonly (number | undefined)[];
  readonly eligible: readonly EligibleItem[];
  /** Over {@link eligible}. */
  readonly allocation: Allocation;
}

/** Prefilter, packing and sample-to-fit (specification, section 9). */
export async function triage({ archetype, comms, findings, config, model }: TriageInput): Promise<Triaged> {
  const { classification, budget } = config;
  const items = itemsOf(comms, findings.report.tz);
  const score = prefilter({
    buckets: classification.prefilter_buckets,
    schemaNames: archetype.tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
    events: detectedEvents(findings),
  });
  const scores = items.map(score);
  const kept = keepItems(items, scores, classification.prefilter_threshold);
  const { text: countTokens } = await tokenizerFor(PACKING_FAMILY);
  const sampling = { maxOutputTokens: classification.max_output_tokens, temperature: classification.temperature };
  const eligible = items.flatMap((item, i) =>
    kept[i] ? [eligibleItem(item, scores[i]!, model, sampling, countTokens)] : []
  );
  let next = 0;
  return {
    items,
    scores,
    place: kept.map((isKept) => isKept ? next++ : undefined),
    eligible,
    allocation: allocate(eligible.map(({ item, price: { ceiling } }) => ({ item, ceiling })), {
      cap: allowance(config, "classification").cap,
      safetyMargin: budget.safety_margin,
      seed: budget.seed,
    }),
  };
}

function eligibleItem(
  item: Item,
  scored: ScoredItem,
  model: Model,
  sampling: Sampling,
  countTokens: (text: string) => number,
): EligibleItem {
  const packed = (limits: PackLimits): ThreadInput => ({
    source: item.source === "email" ? "email" : "slack",
    ...(item.subject === null ? {} : { subject: cutText(item.subject, SUBJECT_TOKENS, countTokens) }),
    messages: [...pack(item.messages, scored.messages.map(({ score }) => score), countTokens, limits).messages],
  });
  if (item.source === "nlq") {
    const { text } = packed(THREAD_LIMITS).messages[0]!;
    const request = queryRequest({ text }, sampling);
    return {
      item,
      question: { source: item.source, request },
      price: model.price(request, LIKELY_QUERY_ANSWER),
      entityText: text,
    };
  }
  const request = threadRequest(packed(THREAD_LIMITS), sampling);
  return {
    item,
    question: { source: item.source, request },
    price: model.price(request, LIKELY_THREAD_ANSWER),
    entityText: threadText(packed(ENTITY_LIMITS)),
  };
}

/** Prices of the questions, those asked in the same words once: a model answers them once. */
export function distinctPrices(items: readonly EligibleItem[]): Price[] {
  const asked = items.map(({ question: { request: { messages } }, price }) =>
    [JSON.stringify(messages), price] as const
  );
  return [...new Map(asked).values()];
}

/** Requests for the tables and columns of the given items, newest first. */
export function entityQuestions(
  model: Model,
  archetype: Archetype,
  items: readonly EligibleItem[],
  config: Config,
): EntityBatch[] {
  const wanted = items.map(({ item, entityText }): EntityItem => ({
    source: item.source,
    id: item.id,
    tsUs: item.tsUs,
    text: entityText,
  }));
  return entityBatches(model, wanted, {
    archetype: archetype.id,
    tables: archetype.tables,
    temperature: config.classification.temperature,
  });
}
