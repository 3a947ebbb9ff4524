import assert from "node:assert/strict";
import { cacheKey, openCache, type Stored } from "../../lib/llm/cache.ts";
import { labelRequest, withDir } from "./support.ts";

const provider = { name: "openai", model: "gpt-4o-mini" } as const;
const key = cacheKey(provider, labelRequest("x"));
const answer: Stored = {
  text: '{"theme":"freshness","sure":true}',
  model: "gpt-4o-mini-2024-07-18",
  probabilities: { theme: 0.9 },
  usage: { input: 10, cached: 0, output: 5 },
  paid_by: "run-1",
};

Deno.test("openCache() gives back what was put", () =>
  withDir(async (dir) => {
    await openCache(dir).put(key, answer);
    assert.deepEqual(await openCache(dir).get(key), answer);
    assert.equal(await openCache(dir).get(key.replace(/^./, "g")), undefined);
  }));

Deno.test("openCache() never takes a place that cannot be read for an empty cache", () =>
  withDir(async (dir) => {
    const path = `${dir}/cache`;
    await Deno.writeTextFile(path, "");
    await assert.rejects(openCache(path).get(key), /not a directory/i);
    await assert.rejects(openCache(path).put(key, answer), /not a directory/i);
  }));

Deno.test("put() keeps the answer of who was faster, and tells it", () =>
  withDir(async (dir) => {
    await openCache(dir).put(key, answer);
    assert.deepEqual(await openCache(dir).put(key, { ...answer, text: "{}" }), answer);
  }));

for (
  const [title, damage] of [
    ["emptied", () => ""],
    ["cut", (text: string) => text.slice(0, -9)],
    ["changed by a letter", (text: string) => text.replace("freshness", "freshnest")],
    ["of another key", (text: string) => text.replace(key, key.replace(/^./, (first) => first === "0" ? "1" : "0"))],
    ["of bytes that are no text", () => "\ud800"],
  ] as const
) {
  Deno.test(`get() misses an entry that is ${title}, and put() replaces it`, () =>
    withDir(async (dir) => {
      const cache = openCache(dir);
      await cache.put(key, answer);
      const path = `${dir}/${key.slice(0, 2)}/${key}.json`;
      await Deno.writeTextFile(path, damage(await Deno.readTextFile(path)));
      assert.equal(await cache.get(key), undefined);
      await cache.put(key, answer);
      assert.deepEqual(await cache.get(key), answer);
      assert.equal(Array.from(Deno.readDirSync(`${dir}/${key.slice(0, 2)}`)).length, 1, "nothing is left beside it");
    }));
}

for (
  const [title, other] of [
    ["another text", cacheKey(provider, labelRequest("y"))],
    ["another prompt version", cacheKey(provider, labelRequest("x", { promptVersion: "2" }))],
    ["another temperature", cacheKey(provider, labelRequest("x", { temperature: null }))],
    ["another output cap", cacheKey(provider, labelRequest("x", { maxOutputTokens: 65 }))],
    ["other labels", cacheKey(provider, labelRequest("x", { labels: [] }))],
    ["another schema", cacheKey(provider, labelRequest("x", { schema: { name: "label", definition: {} } }))],
    ["another model", cacheKey({ ...provider, model: "gpt-6-luna" }, labelRequest("x"))],
  ] as const
) {
  Deno.test(`cacheKey() differs for ${title}`, () => assert.notEqual(other, key));
}

Deno.test("cacheKey() leaves out what the messages were made of", () => {
  assert.equal(cacheKey(provider, labelRequest("x", { input: "other" })), key);
});
