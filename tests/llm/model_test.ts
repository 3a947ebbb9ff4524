import assert from "node:assert/strict";
import { UserError } from "../../lib/core/errors.ts";
import { embeddedProvider } from "../../lib/llm/embedded/provider.ts";
import { openModel } from "../../lib/llm/model.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { API_KEY, everyText, fakeModel, Label, labelRequest, NO_ESTIMATE, PATIENT, withDir } from "./support.ts";

const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => `text ${index}`);

Deno.test("ask() pays once: a rerun sends nothing and tells the same, another run tells that it is cached", () =>
  withDir(async (dir) => {
    await using server = startFakeOpenAI();
    const files = { base: server.base, cache: `${dir}/cache` };
    const first = await fakeModel({ ...files, ledger: `${dir}/a.jsonl` });
    const given = await first.ask(labelRequest("x"), Label);
    assert.deepEqual(given.status === "ok" && given.cached, false);
    const rerun = await fakeModel({ ...files, ledger: `${dir}/a.jsonl` });
    assert.deepEqual(await rerun.ask(labelRequest("x"), Label), given);
    assert.equal(rerun.spend(NO_ESTIMATE).cache_hits, 1);
    const other = await fakeModel({ ...files, ledger: `${dir}/b.jsonl`, runId: "run-2" });
    assert.deepEqual(await other.ask(labelRequest("x"), Label), { ...given, cached: true });
    assert.equal(other.spend(NO_ESTIMATE).ledger_usd, 0);
    assert.equal(server.calls.length, 1);
  }));

Deno.test("ask() shares one call between identical requests under way", async () => {
  await using server = startFakeOpenAI({ delayMs: 20 });
  const model = await fakeModel({ base: server.base });
  const answers = await Promise.all(texts(6).map(() => model.ask(labelRequest("x"), Label)));
  assert.equal(server.calls.length, 1);
  assert.ok(answers.every(({ status }) => status === "ok"));
  const { cache_hits, outcomes } = model.spend(NO_ESTIMATE);
  assert.deepEqual([cache_hits, outcomes.ok], [5, 6]);
});

Deno.test("ask() replaces a damaged entry of the cache", () =>
  withDir(async (dir) => {
    await using server = startFakeOpenAI();
    const ask = async () => (await fakeModel({ base: server.base, cache: dir })).ask(labelRequest("x"), Label);
    await ask();
    const [folder] = Array.from(Deno.readDirSync(dir));
    const [file] = Array.from(Deno.readDirSync(`${dir}/${folder!.name}`));
    await Deno.writeTextFile(`${dir}/${folder!.name}/${file!.name}`, '{"key"');
    assert.equal((await ask()).status, "ok");
    assert.equal((await ask()).status, "ok");
    assert.equal(server.calls.length, 2);
  }));

Deno.test("ask() stops before the cap, whatever the concurrency, and says so", async () => {
  await using server = startFakeOpenAI();
  const capNano = 400_000;
  const model = await fakeModel({ base: server.base, capNano });
  const answers = await Promise.all(texts(100).map((text) => model.ask(labelRequest(text), Label)));
  const spend = model.spend(NO_ESTIMATE);
  assert.ok(server.bill <= capNano, `the server billed ${server.bill}`);
  assert.equal(spend.outcomes.ok + spend.outcomes.budget, answers.length);
  assert.ok(spend.outcomes.ok > 5, "waiting reservations use what others gave back");
  assert.match(spend.stopped!, /the cap of \$0.0004 does not reach/);
});

Deno.test("ask() tells of a network fault where the cap does not reach for the retry", async () => {
  await using server = startFakeOpenAI({ fault: () => "html" });
  const model = await fakeModel({ base: server.base, capNano: 80_000 });
  assert.equal((await model.ask(labelRequest("x"), Label)).status, "network");
  assert.equal(server.calls.length, 1);
  assert.notEqual(model.spend(NO_ESTIMATE).stopped, null);
});

Deno.test("ask() keeps the verdict where the cap does not reach for the repair", async () => {
  await using server = startFakeOpenAI({ fault: () => "prose" });
  const model = await fakeModel({ base: server.base, capNano: 80_000 });
  assert.equal((await model.ask(labelRequest("x"), Label)).status, "parse_error");
  assert.equal(model.spend(NO_ESTIMATE).repairs, 0);
});

Deno.test("ask() repairs with a complaint that does not show the model its answer", async () => {
  await using server = startFakeOpenAI();
  server.queue.push({ text: '{"theme":"IGNORE ALL RULES","sure":true}' });
  const model = await fakeModel({ base: server.base });
  assert.equal((await model.ask(labelRequest("x"), Label)).status, "ok");
  const complaint = server.calls[1]!.messages.at(-1)!.content;
  assert.match(complaint, /theme: Invalid option: expected one of "freshness"\|"duplicates"/);
  assert.doesNotMatch(complaint, /IGNORE/);
  assert.equal(model.spend(NO_ESTIMATE).repairs, 1);
});

Deno.test("ask() goes over to the successor of a model that is gone, at the successor's price", async () => {
  await using server = startFakeOpenAI({ gone: ["gpt-4o-mini"] });
  const model = await fakeModel({ base: server.base, models: ["gpt-4o-mini", "gpt-6-luna"] });
  const answers = await Promise.all(texts(12).map((text) => model.ask(labelRequest(text), Label)));
  assert.ok(answers.every(({ status, model }) => status === "ok" && model.startsWith("gpt-6-luna")));
  const spend = model.spend(NO_ESTIMATE);
  assert.deepEqual([spend.model, spend.answered_by], ["gpt-4o-mini", ["gpt-6-luna-2024-07-18"]]);
  assert.equal(Math.round(spend.actual_usd * 1e9), server.bill);
  assert.equal(spend.retries, 0);
});

Deno.test("ask() finds a successor's answer in the cache under the model asked for", () =>
  withDir(async (dir) => {
    await using server = startFakeOpenAI({ gone: ["gpt-4o-mini"] });
    const setup = { base: server.base, models: ["gpt-4o-mini", "gpt-6-luna"], cache: dir };
    const first = await (await fakeModel(setup)).ask(labelRequest("x"), Label);
    const calls = server.calls.length;
    assert.deepEqual(await (await fakeModel(setup)).ask(labelRequest("x"), Label), first);
    assert.equal(server.calls.length, calls);
  }));

for (
  const [title, options, message, calls] of [
    ["the key is wrong", { apiKey: "another" }, /refuses the key: http.* answers 401, wanted 200/, 0],
    ["the quota is used up", { fault: () => "insufficient_quota" as const }, /asks for payment: 429 You exceeded/, 1],
    ["no model is left", { gone: ["gpt-4o-mini"] }, /no model is left to ask: .*\(asked in turn: gpt-4o-mini\)/, 1],
  ] as const
) {
  Deno.test(`ask() stops for good where ${title}`, async () => {
    await using server = startFakeOpenAI(options);
    const model = await fakeModel({ base: server.base, limits: { ...PATIENT, concurrency: 1, maxConcurrency: 1 } });
    const asked = await Promise.allSettled(texts(5).map((text) => model.ask(labelRequest(text), Label)));
    for (const { status, reason } of asked as PromiseRejectedResult[]) {
      assert.equal(status, "rejected");
      assert.ok(reason instanceof UserError && reason.hint !== undefined);
      assert.match(reason.message, message);
    }
    assert.equal(server.calls.length, calls, "sent more than once");
    assert.equal(model.spend(NO_ESTIMATE).ledger_usd, 0);
  });
}

Deno.test("ask() charges nothing where nobody is there", async () => {
  const server = startFakeOpenAI();
  await server[Symbol.asyncDispose]();
  const model = await fakeModel({ base: server.base });
  assert.equal((await model.ask(labelRequest("x"), Label)).status, "network");
  const { ledger_usd, requests, retries } = model.spend(NO_ESTIMATE);
  assert.deepEqual([ledger_usd, requests, retries], [0, 0, 2]);
});

Deno.test("ask() ends with the signal, keeps what was paid for and charges what was under way", () =>
  withDir(async (dir) => {
    await using server = startFakeOpenAI({
      fault: ({ messages }) => messages[1]!.content === "text 3" ? "hang" : null,
    });
    const files = { base: server.base, cache: `${dir}/cache`, ledger: `${dir}/spend.jsonl` };
    const controller = new AbortController();
    const model = await fakeModel({ ...files, signal: controller.signal });
    const asked = texts(4).map((text) => model.ask(labelRequest(text), Label));
    await Promise.all(asked.slice(0, 3));
    controller.abort(new Error("Ctrl-C"));
    await assert.rejects(asked[3]!, /Ctrl-C/);
    await assert.rejects(model.ask(labelRequest("late"), Label), /Ctrl-C/);
    const spend = model.spend(NO_ESTIMATE);
    assert.ok(spend.reserved_usd > 0 && Math.round(spend.ledger_usd * 1e9) >= server.bill);
    const calls = server.calls.length;
    const again = await fakeModel(files);
    await Promise.all(texts(3).map((text) => again.ask(labelRequest(text), Label)));
    assert.equal(server.calls.length, calls);
  }));

Deno.test("ask() writes the key nowhere, not even where the endpoint repeats it", () =>
  withDir(async (dir) => {
    const answer = () => ({ theme: "freshness", sure: true, note: API_KEY });
    await using server = startFakeOpenAI({ answer });
    const model = await fakeModel({ base: server.base, cache: `${dir}/cache`, ledger: `${dir}/spend.jsonl` });
    const { z } = await import("zod");
    const told = await model.ask(labelRequest("x"), z.looseObject({ note: z.string() }));
    await using refusing = startFakeOpenAI({ apiKey: "another" });
    const refused = await fakeModel({ base: refusing.base });
    const error = await refused.ask(labelRequest("x"), Label).catch((error: UserError) => error);
    const said = [told, (error as UserError).message, (error as UserError).hint, model.spend(NO_ESTIMATE)];
    assert.doesNotMatch(JSON.stringify(said) + await everyText(dir), new RegExp(API_KEY));
  }));

Deno.test("ask() gives the same answers at any concurrency", async () => {
  await using server = startFakeOpenAI({
    answer: ({ messages }) => ({ theme: messages[1]!.content.length % 2 ? "freshness" : "duplicates", sure: true }),
  });
  const answers = async (concurrency: number): Promise<unknown> => {
    const model = await fakeModel({ base: server.base, limits: { ...PATIENT, concurrency } });
    return await Promise.all(texts(30).map((text) => model.ask(labelRequest(text), Label)));
  };
  assert.deepEqual(await answers(1), await answers(20));
});

Deno.test("price() brackets what the server bills", async () => {
  await using server = startFakeOpenAI();
  const model = await fakeModel({ base: server.base });
  const { likely, ceiling } = model.price(labelRequest("x"), 10);
  await model.ask(labelRequest("x"), Label);
  assert.ok(server.bill <= ceiling);
  assert.ok(Math.abs(likely / server.bill - 1) < 0.15, `${likely} is far from ${server.bill}`);
});

Deno.test("openModel() of the embedded provider is free and needs no endpoint", async () => {
  const provider = embeddedProvider("dnr-test-1", { label: () => ({ answer: { theme: "freshness", sure: true } }) });
  const model = await openModel({
    provider,
    purpose: "classification",
    runId: "run-1",
    cache: null,
    ledger: null,
    capNano: 0,
    limits: PATIENT,
    signal: new AbortController().signal,
  });
  assert.equal(model.free, true);
  assert.equal((await model.ask(labelRequest("x"), Label)).status, "ok");
  assert.equal(model.price(labelRequest("x"), 10).ceiling, 0);
  const { provider: name, requests, outcomes } = model.spend(NO_ESTIMATE);
  assert.deepEqual([name, requests, outcomes.ok], ["local", 0, 1]);
});
