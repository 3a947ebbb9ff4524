/** Asks a model which tables and columns items speak of, several items a request. */
import type { Table } from "../contracts/archetype.ts";
import type { Source } from "../contracts/demand.ts";
import { ENTITY_TASK, type EntityAnswer, entityAnswerAmong, type EntityInput } from "../contracts/entity_task.ts";
import { compareText } from "../core/order.ts";
import type { Model, Price, Request } from "../llm/client.ts";
import { fence } from "../llm/fence.ts";
import entityPrompt from "../llm/prompts/entities.v1.md" with { type: "text" };
import { breaker } from "../llm/breaker.ts";
import { askInOrder } from "../llm/in_order.ts";
import { answerSchema, conversation, type Prompt } from "../llm/prompt.ts";

export const ENTITY_PROMPT: Prompt = { version: "entities.v1", text: entityPrompt };

/** Items of one request: they share the dictionary. */
const ITEMS_PER_REQUEST = 20;
/** Output tokens of an item that names two tables and two columns. */
const MOST_PER_ITEM = 90;
/** For the item of a small batch that names more. */
const SPARE = 120;
/** Of a usual one: 13, and 13 for each of 0.8 tables and 18 for each of 0.75 columns, as in the training corpus. */
const LIKELY_PER_ITEM = 37;

/** An item whose tables and columns are wanted. */
export interface EntityItem {
  readonly source: Source;
  readonly id: string;
  readonly tsUs: number;
  readonly text: string;
}

/** The dictionary and how it is asked for. */
export interface EntityTask {
  readonly archetype: string;
  readonly tables: readonly Table[];
  readonly temperature: number | null;
}

export interface EntityBatch {
  readonly items: readonly EntityItem[];
  readonly request: Request;
  readonly price: Price;
}

export interface EntityMention {
  readonly source: Source;
  readonly id: string;
  readonly table: string;
  readonly column: string | null;
  readonly confidence: number;
}

export interface EntityAnswers {
  /** In the order of the batches, of their items, then of their names. */
  readonly mentions: readonly EntityMention[];
  /** Items of batches that were answered. */
  readonly answered: number;
  /** Names that no table of the dictionary has, and items that nobody asked about: dropped. */
  readonly dropped: number;
  /** Why it ended early; null when it did not. */
  readonly stopped: string | null;
}

/**
 * Requests of up to {@link ITEMS_PER_REQUEST} items of one source, the newest items first: where the money does not
 * reach for all, what a report looks back on comes before history.
 */
export function entityBatches(model: Model, items: readonly EntityItem[], task: EntityTask): EntityBatch[] {
  const schema = answerSchema("entities", entityAnswerAmong(task.tables));
  const newestFirst = items.toSorted((a, b) => b.tsUs - a.tsUs || (a.id < b.id ? -1 : 1));
  const chunks = [...Map.groupBy(newestFirst, ({ source }) => source).values()].flatMap((members) =>
    Array.from(
      { length: Math.ceil(members.length / ITEMS_PER_REQUEST) },
      (_, k) => members.slice(k * ITEMS_PER_REQUEST, (k + 1) * ITEMS_PER_REQUEST),
    )
  ).sort(([a], [b]) => b!.tsUs - a!.tsUs);
  return chunks.map((members) => {
    const request = entityRequest(members, task, schema);
    return { items: members, request, price: model.price(request, LIKELY_PER_ITEM * members.length) };
  });
}

function entityRequest(
  items: readonly EntityItem[],
  { archetype, tables, temperature }: EntityTask,
  schema: Request["schema"],
): Request {
  const texts = items.map(({ id, text }) => ({ id, text }));
  const input: EntityInput = { archetype, source: items[0]!.source, items: texts };
  const dictionary = tables.map(({ name, columns }) => `${name}: ${columns.map((column) => column.name).join(", ")}`);
  const kind = input.source === "nlq" ? "queries" : input.source === "email" ? "e-mails" : "threads";
  return {
    task: ENTITY_TASK,
    promptVersion: ENTITY_PROMPT.version,
    messages: conversation(
      ENTITY_PROMPT,
      `Dictionary:\n${dictionary.join("\n")}\n\nThe texts are ${kind}.\n${fence(JSON.stringify(texts))}`,
    ),
    schema,
    maxOutputTokens: SPARE + MOST_PER_ITEM * items.length,
    temperature,
    labels: [],
    input,
  };
}

/** The first batches whose reservations fit `usable` nanodollars together; all of a free model's. */
export function affordable(batches: readonly EntityBatch[], usable: number): EntityBatch[] {
  let sum = 0;
  const end = batches.findIndex(({ price }) => (sum += price.ceiling) > usable);
  return batches.slice(0, end === -1 ? batches.length : end);
}

/** Answers of all batches; names outside the dictionary never come through. */
export async function askEntities(
  model: Model,
  batches: readonly EntityBatch[],
  tables: readonly Table[],
  ahead: number,
): Promise<EntityAnswers> {
  const answer = entityAnswerAmong(tables);
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]));
  const mentions: EntityMention[] = [];
  let [answered, dropped] = [0, 0];
  const guard = breaker();
  await askInOrder(batches, ahead, ({ request }) => model.ask(request, answer), (reply, i) => {
    if (reply.status === "ok") {
      const { items } = batches[i]!;
      const kept = held(reply.value, items, columnsOf);
      mentions.push(...kept.mentions);
      dropped += kept.dropped;
      answered += items.length;
    }
    return guard.goesOn(reply.status);
  });
  return { mentions, answered, dropped, stopped: guard.reason };
}

/**
 * An answer, whose names are of the dictionary, held to the items that were asked about and to each table's columns; of a
 * name twice, the surer one.
 */
function held(
  { items: answers }: EntityAnswer,
  items: readonly EntityItem[],
  columnsOf: ReadonlyMap<string, ReadonlySet<string>>,
): { mentions: EntityMention[]; dropped: number } {
  const byId = new Map(items.map((item) => [item.id, item]));
  const mentions = new Map<string, EntityMention>();
  let dropped = 0;
  const add = (item: EntityItem, table: string, column: string | null, confidence: number): void => {
    const key = JSON.stringify([items.indexOf(item), table, column ?? ""]);
    if ((mentions.get(key)?.confidence ?? -1) >= confidence) return;
    mentions.set(key, { source: item.source, id: item.id, table, column, confidence });
  };
  for (const { id, tables, columns } of answers) {
    const item = byId.get(id);
    if (item === undefined) {
      dropped += tables.length + columns.length;
      continue;
    }
    for (const { name, confidence } of tables) add(item, name, null, confidence);
    for (const { table, column, confidence } of columns) {
      if (columnsOf.get(table)!.has(column)) add(item, table, column, confidence);
      else dropped++;
    }
  }
  const order = new Map(items.map(({ id }, i) => [id, i]));
  const sorted = [...mentions.values()].sort((a, b) =>
    order.get(a.id)! - order.get(b.id)! || compareText(a.table, b.table) || compareText(a.column ?? "", b.column ?? "")
  );
  return { mentions: sorted, dropped };
}
