import assert from "node:assert/strict";
import { merge } from "../../lib/config/load.ts";
import type { Purpose } from "../../lib/contracts/budget.ts";
import { embeddedProvider } from "../../lib/llm/embedded/provider.ts";
import { modelFor, type PurposeModel } from "../../lib/pipelines/models.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { API_KEY, everyText, Label, labelRequest, NO_ESTIMATE, withDir } from "./support.ts";

const embedded = embeddedProvider("dnr-test-1", { label: () => ({ answer: { theme: "freshness", sure: true } }) });

function open(
  settings: Readonly<Record<string, unknown>>,
  { purpose = "classification", cwd = "/nowhere", runDir = null }: {
    purpose?: Purpose;
    cwd?: string;
    runDir?: string | null;
  } = {},
): Promise<PurposeModel> {
  const entries = Object.entries(settings).map(([path, value]) => ({
    path,
    value,
    source: { kind: "default" } as const,
  }));
  const { config } = merge(entries);
  const context = { cwd, signal: new AbortController().signal };
  return modelFor(context, { config, purpose, runId: "run-1", runDir, embedded });
}

for (
  const [title, settings, provider] of [
    ["no key", {}, "local"],
    ["a key", { "llm.api_key": API_KEY }, "openai"],
    ["a key, and local demanded", { "llm.api_key": API_KEY, "llm.provider": "local" }, "local"],
    ["a key, and local demanded for the purpose", {
      "llm.api_key": API_KEY,
      "classification.provider": "local",
    }, "local"],
    ["no key, and a server of one's own demanded", {
      "llm.provider": "openai",
      "llm.api_base": "http://127.0.0.1:1/v1",
    }, "openai"],
  ] as const
) {
  Deno.test(`modelFor() with ${title} asks ${provider}`, async () => {
    assert.equal((await open(settings)).model.provider, provider);
  });
}

Deno.test("modelFor() demands a key where OpenAI is demanded", async () => {
  await assert.rejects(open({ "llm.provider": "openai" }), /cannot ask OpenAI: no key is set/);
});

Deno.test("modelFor() demands the price of an unknown model", async () => {
  const settings = { "llm.api_key": API_KEY, "classification.model": "llama-9" };
  await assert.rejects(open(settings), /unknown price of model llama-9/);
  const prices = { "llama-9": { input: 0, cached: 0, output: 0 } };
  assert.equal((await open({ ...settings, "llm.prices": prices })).model.model, "llama-9");
});

Deno.test("modelFor() says when a model retires and who follows", async () => {
  const { notes } = await open({ "llm.api_key": API_KEY });
  assert.deepEqual(notes, ["model gpt-4o-mini retires on 2027-01-14, then gpt-6-luna is asked"]);
  const none = await open({ "llm.api_key": API_KEY, "llm.successors": {} });
  assert.match(none.notes[0]!, /no successor is set/);
});

for (
  const [purpose, cap] of [["generation", 0.5], ["classification", 0.25], ["entities", 0.125]] as const
) {
  Deno.test(`modelFor() of ${purpose} has a cap and a ledger of its own`, () =>
    withDir(async (dir) => {
      await using server = startFakeOpenAI({ apiKey: API_KEY });
      const settings = {
        "llm.api_key": API_KEY,
        "llm.api_base": server.base,
        "comms.api_cap_usd": 0.5,
        "classification.api_cap_usd": 0.25,
        "entities.api_cap_usd": 0.125,
      };
      const { model } = await open(settings, { purpose, cwd: dir, runDir: `${dir}/runs/x` });
      assert.equal((await model.ask(labelRequest("x"), Label)).status, "ok");
      const spend = model.spend(NO_ESTIMATE);
      assert.deepEqual([spend.purpose, spend.cap_usd], [purpose, cap]);
      assert.match(await Deno.readTextFile(`${dir}/runs/x/spend/${purpose}.jsonl`), /"charged"/);
      assert.match(await everyText(`${dir}/.cache/llm`), /freshness/);
      assert.doesNotMatch(await everyText(dir), new RegExp(API_KEY));
    }));
}

Deno.test("modelFor() caches nothing where that is switched off", () =>
  withDir(async (dir) => {
    await using server = startFakeOpenAI();
    const settings = { "llm.api_key": API_KEY, "llm.api_base": server.base, "cache.enabled": false };
    const { model } = await open(settings, { cwd: dir });
    await model.ask(labelRequest("x"), Label);
    assert.deepEqual(Array.from(Deno.readDirSync(dir)), []);
  }));
