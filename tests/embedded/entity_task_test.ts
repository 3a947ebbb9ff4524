import assert from "node:assert/strict";
import { z } from "zod";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { EntityAnswer, entityAnswerAmong } from "../../lib/contracts/entity_task.ts";
import { entityTask } from "../../lib/llm/embedded/entities/task.ts";
import { embeddedProvider } from "../../lib/llm/embedded/provider.ts";

const [first] = archetypes;
const archetype = first!.id;
const [table] = first!.tables;
const column = table!.columns[0]!;
const task = entityTask(archetypes);

Deno.test("entityTask() answers every item by its id, in order", () => {
  const items = [{ id: "one", text: `${table!.name}.${column.name} is null` }, { id: "two", text: "thank you" }];
  const { answer } = task({ archetype, source: "slack", items });
  const { items: [one, two] } = EntityAnswer.parse(answer);
  assert.equal(one!.id, "one");
  assert.deepEqual(one!.tables.map(({ name }) => name), [table!.name]);
  assert.deepEqual(one!.columns.map((found) => [found.table, found.column]), [[table!.name, column.name]]);
  assert.deepEqual(two, { id: "two", tables: [], columns: [] });
});

Deno.test("entityTask() refuses an archetype without a vocabulary and a request of another shape", () => {
  const items = [{ id: "one", text: "" }];
  assert.throws(() => task({ archetype: "bakery", source: "slack", items }), /bakery/);
  assert.throws(() => task({ archetype, source: "fax", items }), /Invalid option/);
});

Deno.test("entityTask() answers through the embedded provider", async () => {
  const provider = embeddedProvider("test", { entities: task });
  const input = { archetype, source: "nlq", items: [{ id: "q", text: table!.name }] };
  const schema = { name: "entities", definition: z.toJSONSchema(entityAnswerAmong(first!.tables)) };
  const request = { task: "entities", promptVersion: "1", messages: [], schema, maxOutputTokens: 1, temperature: null };
  const reply = await provider.complete({ ...request, labels: [], input }, AbortSignal.timeout(1000));
  const answer = entityAnswerAmong(first!.tables).parse(JSON.parse(reply.text));
  assert.equal(answer.items[0]!.tables[0]!.name, table!.name);
});

Deno.test("entityAnswerAmong() refuses a name outside the schema, and a JSON Schema says which there are", () => {
  const schema = entityAnswerAmong(first!.tables);
  const answer = (name: string) => ({ items: [{ id: "a", tables: [{ name, confidence: 1 }], columns: [] }] });
  assert.ok(schema.safeParse(answer(table!.name)).success);
  assert.ok(!schema.safeParse(answer("users")).success);
  assert.ok(JSON.stringify(z.toJSONSchema(schema)).includes(`"${table!.name}"`));
});
