import assert from "node:assert/strict";
import { embed } from "../../lib/llm/embeddings.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { API_KEY, fakeModel, NO_ESTIMATE, withDir } from "./support.ts";

const OPTIONS = { api: "embeddings", models: ["text-embedding-3-small"], purpose: "embeddings" } as const;
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

Deno.test("embed() gives vectors of unit length in the order of the texts, like ones near each other, over several batches", () =>
  withDir(async (dir) => {
    await using server = startFakeOpenAI({ apiKey: API_KEY });
    const texts = Array.from({ length: 150 }, (_, i) => i % 2 === 0 ? `late orders ${i}` : `access denied ${i}`);
    const model = await fakeModel({ ...OPTIONS, base: server.base, cache: dir, ledger: `${dir}/spend.jsonl` });
    const { vectors, outcomes } = await embed(model, texts, 4);
    assert.equal(vectors!.length, 150);
    assert.equal(outcomes.get("ok"), 3);
    for (const vector of vectors!) assert.ok(Math.abs(dot(vector, vector) - 1) < 1e-5);
    assert.ok(dot(vectors![0]!, vectors![2]!) > 0.8 && dot(vectors![0]!, vectors![1]!) < 0.2);
    const spend = model.spend(NO_ESTIMATE);
    assert.equal(Math.round(spend.actual_usd * 1e9), server.bill);
    assert.ok(spend.ledger_usd * 1e9 >= server.bill - 1);

    const again = await fakeModel({ ...OPTIONS, base: server.base, cache: dir, runId: "run-2" });
    assert.deepEqual((await embed(again, texts, 4)).vectors, vectors);
    assert.equal(again.spend(NO_ESTIMATE).requests, 0);
  }));

Deno.test("embed() gives no vectors at all where the cap ends it", async () => {
  await using server = startFakeOpenAI();
  const model = await fakeModel({ ...OPTIONS, base: server.base, capNano: 10 });
  const { vectors, outcomes } = await embed(model, ["late orders"], 4);
  assert.deepEqual([vectors, [...outcomes]], [null, [["budget", 1]]]);
  assert.equal(server.bill, 0);
});
