import assert from "node:assert/strict";
import {
  affordable,
  askEntities,
  entityBatches,
  type EntityItem,
  type EntityTask,
} from "../../lib/classify/entities.ts";
import { fakeModel } from "../llm/support.ts";
import type { Asked } from "../support/fake_openai/asked.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { fencedIn } from "../support/fenced.ts";
import { toy } from "../support/toy/mod.ts";

const TASK: EntityTask = { archetype: toy.id, tables: toy.tables, temperature: 0 };
const [first, second] = toy.tables;
const column = first!.columns[0]!.name;
/** Of the second table alone. */
const foreign = second!.columns.find(({ name }) => first!.columns.every((own) => own.name !== name))!.name;

const items = (n: number): EntityItem[] =>
  Array.from({ length: n }, (_, i) => ({
    source: i % 5 === 0 ? "nlq" : "slack",
    id: `i${i}`,
    tsUs: i,
    text: `text ${i}`,
  }));

const idsIn = (asked: Asked): string[] => (JSON.parse(fencedIn(asked)) as { id: string }[]).map(({ id }) => id);

Deno.test("entityBatches() asks for up to twenty items of one source, the newest first", async () => {
  await using server = startFakeOpenAI();
  const model = await fakeModel({ base: server.base });
  const batches = entityBatches(model, items(100), TASK);
  assert.deepEqual(batches.map(({ items }) => [items[0]!.source, items.length, items[0]!.id]), [
    ["slack", 20, "i99"],
    ["nlq", 20, "i95"],
    ["slack", 20, "i74"],
    ["slack", 20, "i49"],
    ["slack", 20, "i24"],
  ]);
  const ceiling = batches[0]!.price.ceiling;
  assert.deepEqual(affordable(batches, ceiling).length, 1);
  assert.deepEqual(affordable(batches, ceiling - 1).length, 0);
  assert.deepEqual(affordable(batches, Infinity).length, 5);
});

Deno.test("askEntities() lets no name through that the dictionary does not have", async () => {
  await using server = startFakeOpenAI({
    answer: (asked) => ({
      items: [
        ...idsIn(asked).map((id) => ({
          id,
          tables: [
            { name: first!.name, confidence: 0.5 },
            { name: first!.name, confidence: 0.9 },
            { name: first!.name, confidence: 0.8 },
          ],
          columns: [
            { table: first!.name, column, confidence: 0.7 },
            { table: first!.name, column: foreign, confidence: 0.7 },
          ],
        })),
        { id: "nobody asked", tables: [{ name: first!.name, confidence: 1 }], columns: [] },
      ],
    }),
  });
  const model = await fakeModel({ base: server.base });
  const batches = entityBatches(model, items(3), TASK);
  const { mentions, answered, dropped } = await askEntities(model, batches, toy.tables, 5);
  assert.equal(answered, 3);
  assert.deepEqual(mentions.filter(({ id }) => id === "i1"), [
    { source: "slack", id: "i1", table: first!.name, column: null, confidence: 0.9 },
    { source: "slack", id: "i1", table: first!.name, column, confidence: 0.7 },
  ]);
  assert.equal(mentions.length, 6);
  assert.equal(dropped, 3 + batches.length);
});

Deno.test("askEntities() takes an answer that names a table of nobody's for none", async () => {
  await using server = startFakeOpenAI({
    answer: (asked) => ({
      items: idsIn(asked).map((id) => ({ id, tables: [{ name: `${first!.name}_old`, confidence: 1 }], columns: [] })),
    }),
  });
  const model = await fakeModel({ base: server.base });
  const found = await askEntities(model, entityBatches(model, items(3), TASK), toy.tables, 5);
  assert.deepEqual(found, { mentions: [], answered: 0, dropped: 0, stopped: null });
});

Deno.test("askEntities() counts items of failed requests as unanswered, and goes on", async () => {
  await using server = startFakeOpenAI({
    answer: (asked) => ({ items: idsIn(asked).map((id) => ({ id, tables: [], columns: [] })) }),
    fault: (asked) => idsIn(asked).includes("i99") ? "refusal" : null,
  });
  const model = await fakeModel({ base: server.base });
  const { answered, stopped } = await askEntities(model, entityBatches(model, items(100), TASK), toy.tables, 5);
  assert.deepEqual([answered, stopped], [80, null]);
});
