/** What the fake endpoint offers beyond what the model's stack asks of it. */
import assert from "node:assert/strict";
import { OpenAI } from "openai";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";

const client = (base: string): OpenAI => new OpenAI({ apiKey: "none", baseURL: base, maxRetries: 0 });

for (const encoding_format of ["float", "base64"] as const) {
  Deno.test(`startFakeOpenAI() embeds texts as ${encoding_format}`, async () => {
    await using server = startFakeOpenAI();
    const input = ["orders are late", "late orders", "the office party"];
    const { data, usage } = await client(server.base).embeddings.create({
      model: "text-embedding-3-small",
      input,
      encoding_format,
    });
    const vectors = data.map(({ embedding }) =>
      typeof embedding === "string"
        ? [...new Float32Array(Uint8Array.from(atob(embedding), (c) => c.charCodeAt(0)).buffer)]
        : embedding
    );
    const dot = (a: number[], b: number[]): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
    assert.equal(vectors[0]!.length, 1536);
    assert.ok(dot(vectors[0]!, vectors[1]!) > dot(vectors[0]!, vectors[2]!) + 0.3);
    assert.equal(server.bill, usage.prompt_tokens * 20);
  });
}

Deno.test("startFakeOpenAI() lists its models", async () => {
  await using server = startFakeOpenAI();
  const models = await Array.fromAsync(await client(server.base).models.list(), ({ id }) => id);
  assert.ok(models.includes("gpt-4o-mini"));
});

Deno.test("startFakeOpenAI() bills what never arrived", async () => {
  await using server = startFakeOpenAI({ fault: () => "hang" });
  const signal = AbortSignal.timeout(50);
  await assert.rejects(
    client(server.base).responses.create({ model: "gpt-4o-mini", input: [{ role: "user", content: "x" }] }, { signal }),
  );
  assert.ok(server.bill > 0);
});
