import assert from "node:assert/strict";
import { queryAssignment, threadAssignment } from "../../lib/comms/assignments.ts";
import type { Mixes } from "../../lib/comms/company.ts";
import { type CommsPlan, planComms } from "../../lib/comms/plan.ts";
import { batches } from "../../lib/comms/requests.ts";
import { type Desk, writeAll } from "../../lib/comms/write.ts";
import { Config } from "../../lib/config/schema.ts";
import { periodEnding } from "../../lib/core/calendar.ts";
import type { Answer, Model, Request } from "../../lib/llm/client.ts";
import { writeTasks } from "../../lib/llm/embedded/write_tasks.ts";
import { toy } from "../support/toy/mod.ts";
import { toyTalk, toyWriter } from "./toy_talk.ts";

const { comms } = Config.parse({});
const { threads, queries }: CommsPlan = planComms({
  seed: 43,
  archetype: "toy",
  talk: toyTalk,
  tables: toy.tables,
  period: periodEnding("2026-06-30", 12, "America/Los_Angeles"),
  threads: 60,
  emails: 0,
  queries: 100,
  mixes: { relevance: comms.relevance_mix, theme: comms.theme_mix } as Mixes,
  ledger: null,
});
const plans = threads.map(({ plan }) => plan);
const questions = queries.map(({ plan }) => plan);

type Item = { id: string; texts: string[] };

/** A model that answers as the toy writer would, unless `reply` says otherwise; `asked` is what it was asked. */
function fakeModel(reply: (request: Request, items: Item[]) => Item[] | Exclude<Answer<never>["status"], "ok">) {
  const tasks = writeTasks(toyWriter);
  const asked: Request[] = [];
  const model = {
    provider: "openai",
    model: "fake",
    free: false,
    ask(request: Request, answer: { parse(value: unknown): unknown }) {
      asked.push(request);
      const { items } = tasks[request.task]!(request.input).answer as { items: Item[] };
      const given = reply(request, items);
      return Promise.resolve(
        typeof given === "string"
          ? { status: given, detail: "", model: "fake" }
          : { status: "ok", value: answer.parse({ items: given }), probabilities: {}, model: "fake", cached: false },
      );
    },
  } as unknown as Model;
  return { model, asked };
}

function desk(model: Model, writer = toyWriter): Desk {
  const rules = { count: (text: string) => text.split(/\s+/).length, isKnownId: () => true };
  return { model, writer, rules, company: "Toy", advance: () => {} };
}

const takeOf = (text: string): number => Number(/take (\d+)/.exec(text)![1]);

Deno.test("writeAll() gives every plan its words, in order, several plans a request", async () => {
  const { model, asked } = fakeModel((_, items) => items.toReversed());
  const { words, writing } = await writeAll(desk(model), threadAssignment, plans);
  assert.deepEqual(words, plans.map((plan) => toyWriter.thread(plan, 0)));
  assert.deepEqual([writing.byModel, writing.askedAgain, writing.replaced], [60, 0, 0]);
  assert.ok(asked.length < 30 && asked.length > 10, `${asked.length} requests`);
});

Deno.test("writeAll() asks again once for what broke a rule or was left out, and says what was wrong", async () => {
  const { model, asked } = fakeModel((request, items) => {
    if ((request.input as { take: number }).take > 0) return items;
    return items.flatMap((item) =>
      item.id === plans[3]!.thread_id
        ? [{ ...item, texts: item.texts.with(1, "write to bob@corp.com") }]
        : item.id === plans[7]!.thread_id
        ? []
        : [item]
    );
  });
  const { words, writing } = await writeAll(desk(model), threadAssignment, plans);
  assert.deepEqual([writing.byModel, writing.askedAgain, writing.replaced], [60, 2, 0]);
  assert.deepEqual(words.map(({ texts }) => takeOf(texts[0]!)), plans.map((_, i) => i === 3 || i === 7 ? 1 : 0));
  assert.ok(writing.faults.get("email_address")! >= 1 && writing.faults.get("wrong_count") === 1);
  const again = asked.filter(({ input }) => (input as { take: number }).take === 1);
  assert.equal(again.length, 1);
  assert.match(again[0]!.messages[1]!.content, /"rejected":\["email_address: bob@corp.com/);
});

Deno.test("writeAll() replaces what broke a rule twice", async () => {
  const { model } = fakeModel((_, items) =>
    items.map((item) => item.id === plans[3]!.thread_id ? { ...item, texts: item.texts.slice(1) } : item)
  );
  const { words, writing } = await writeAll(desk(model), threadAssignment, plans);
  assert.deepEqual([writing.byModel, writing.askedAgain, writing.replaced], [59, 1, 1]);
  assert.deepEqual(words[3], toyWriter.thread(plans[3]!, 2));
  assert.equal(writing.faults.get("wrong_count"), 2);
});

Deno.test("writeAll() writes the rest itself once the money has ended", async () => {
  let left = 4;
  const { model, asked } = fakeModel((_, items) => left-- > 0 ? items : "budget");
  const { words, writing } = await writeAll(desk(model), threadAssignment, plans);
  assert.equal(words.length, 60);
  assert.equal(writing.byModel + writing.replaced, 60);
  assert.ok(writing.byModel > 0 && writing.replaced > 0 && writing.askedAgain === 0);
  assert.equal(writing.failures.get("budget"), 1);
  assert.ok(asked.every(({ input }) => (input as { take: number }).take === 0));
});

Deno.test("writeAll() stops asking an endpoint that stays away", async () => {
  const { model } = fakeModel(() => "network");
  const { words, writing } = await writeAll(desk(model), threadAssignment, plans);
  assert.equal(words.length, 60);
  assert.equal(writing.replaced, 60);
  assert.equal(writing.failures.get("network"), 10);
});

Deno.test("writeAll() goes on after single failures of every kind", async () => {
  const kinds = ["parse_error", "truncated", "refused", "filtered", "rejected", "network"] as const;
  let i = 0;
  const { model, asked } = fakeModel((_, items) => i % 2 === 0 && i < 12 ? kinds[i++ / 2]! : (i++, items));
  const { writing } = await writeAll(
    desk(model),
    queryAssignment,
    Array(4).fill(questions).flat().map((plan, n) => ({
      ...plan,
      query_id: `q${1000 + n}`,
    })),
  );
  assert.equal(asked.length, 20);
  assert.deepEqual(Object.fromEntries(writing.failures), Object.fromEntries(kinds.map((kind) => [kind, 1])));
  assert.deepEqual([writing.byModel, writing.replaced], [280, 120]);
});

Deno.test("writeAll() replaces what a model repeats, where it repeats itself too often", async () => {
  const said = (every: number) => (_: Request, items: Item[]) =>
    items.map((item, i) => i % every === 0 ? { ...item, text: "how many rides were there last week" } : item);
  const often = await writeAll(desk(fakeModel(said(2)).model), queryAssignment, questions);
  assert.deepEqual([often.writing.repeated, often.writing.replaced, often.writing.byModel], [49, 49, 51]);
  assert.equal(often.words.filter(({ text }) => text.startsWith("how many rides")).length, 1);
  const seldom = await writeAll(desk(fakeModel(said(20)).model), queryAssignment, questions);
  assert.deepEqual([seldom.writing.repeated, seldom.writing.replaced], [0, 0]);
});

Deno.test("writeAll() is told where the embedded writer itself cannot keep the rules", async () => {
  const { model } = fakeModel(() => "budget");
  const writer = { ...toyWriter, thread: () => ({ texts: [] }) };
  await assert.rejects(writeAll(desk(model, writer), threadAssignment, plans), /cannot word t0001 .*wrong_count/);
});

Deno.test("batches() tells a model all that the plan demands, under a strict schema, within the texts' room", () => {
  const all = batches(threadAssignment, plans, { company: "Toy", take: 0, faults: new Map() });
  assert.deepEqual(all.flatMap((batch) => batch.plans), plans);
  for (const { plans: group, request } of all) {
    const texts = group.reduce((sum, plan) => sum + plan.messages.length, 0);
    assert.ok(texts <= 20, `${texts} texts`);
    assert.ok(request.maxOutputTokens >= 80 * texts);
    const said = request.messages[1]!.content;
    for (const { thread_id, messages, event } of group) {
      assert.ok(said.includes(`"id":"${thread_id}"`));
      for (const { user_id, link } of messages) {
        assert.ok(said.includes(user_id) && (link === null || said.includes(link)));
      }
      if (event !== null) assert.ok(said.includes(event.ds));
    }
    const definition = request.schema.definition as { required: string[]; additionalProperties: boolean };
    assert.deepEqual([definition.required, definition.additionalProperties], [["items"], false]);
  }
});
