import assert from "node:assert/strict";
import { UserError } from "../../lib/core/errors.ts";
import type { Provider, Reply, Request } from "../../lib/llm/client.ts";
import { openaiProviders } from "../../lib/llm/openai.ts";
import { ProviderError } from "../../lib/llm/provider_error.ts";
import type { FaultName } from "../support/fake_openai/faults.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { LOGPROB } from "../support/fake_openai/wire.ts";
import { API_KEY, labelRequest } from "./support.ts";

const { signal } = new AbortController();
const apis = ["responses", "chat"] as const;

async function provider(base: string, api: (typeof apis)[number], model = "gpt-4o-mini"): Promise<Provider> {
  const [only] = await openaiProviders({ apiKey: API_KEY, apiBase: base, api, models: [model] });
  return only!;
}

/** Asks as the stack does: again at once while a parameter was the matter. */
async function reply(provider: Provider, request: Request): Promise<Reply> {
  for (;;) {
    try {
      return await provider.complete(request, signal);
    } catch (error) {
      if (!(error instanceof ProviderError && error.fault === "parameter")) throw error;
    }
  }
}

for (const api of apis) {
  Deno.test(`openaiProviders() over ${api} reads text, usage, model and probabilities`, async () => {
    await using server = startFakeOpenAI({ answer: () => ({ theme: "duplicates", sure: true }) });
    const read = await reply(await provider(server.base, api), labelRequest("x"));
    assert.equal(read.text, '{"theme":"duplicates","sure":true}');
    assert.equal(read.finish, "stop");
    assert.equal(read.model, "gpt-4o-mini-2024-07-18");
    assert.equal(read.usage!.input * 150 + read.usage!.output * 600, server.bill);
    // `duplicates` is two of the fake's tokens.
    assert.ok(Math.abs(read.probabilities["theme"]! - Math.exp(2 * LOGPROB)) < 1e-12);
  });

  Deno.test(`openaiProviders() over ${api} sends what a reasoning model takes`, async () => {
    await using server = startFakeOpenAI();
    await reply(await provider(server.base, api, "gpt-5-mini"), labelRequest("x"));
    const { body, effort, maxOutputTokens } = server.calls[0]!;
    assert.equal(server.calls.length, 1);
    assert.equal(effort, "minimal");
    assert.equal(maxOutputTokens, 64);
    for (const name of ["temperature", "include", "logprobs"]) assert.ok(!(name in body), name);
  });

  Deno.test(`openaiProviders() over ${api} leaves out what was refused, from then on`, async () => {
    await using server = startFakeOpenAI({ refuses: ["temperature", "include", "logprobs"] });
    const asked = await provider(server.base, api);
    await reply(asked, labelRequest("x"));
    assert.equal(server.calls.length, 3);
    const { probabilities } = await reply(asked, labelRequest("y"));
    assert.equal(server.calls.length, 4);
    assert.deepEqual(probabilities, {});
  });

  Deno.test(`openaiProviders() over ${api} says where the API is missing`, async () => {
    await using server = startFakeOpenAI();
    const asked = await provider(server.base.replace("/v1", "/nowhere"), api);
    await assert.rejects(asked.complete(labelRequest("x"), signal), (error: UserError) => {
      assert.match(error.hint!, /check llm.api_base \(http.*nowhere\); a compatible server may need llm.api: chat/);
      return error instanceof UserError;
    });
  });

  Deno.test(`openaiProviders() over ${api} asks with strict schemas: another is rejected`, async () => {
    await using server = startFakeOpenAI();
    const definition = { type: "object", properties: { theme: { type: "string" } }, additionalProperties: false };
    const open = labelRequest("x", { schema: { name: "open", definition } });
    await assert.rejects(
      (await provider(server.base, api)).complete(open, signal),
      (error: ProviderError) => error.fault === "rejected" && /'required' lacks 'theme'/.test(error.message),
    );
  });
}

Deno.test("openaiProviders() over chat knows the older name of the output cap", async () => {
  await using server = startFakeOpenAI({ refuses: ["max_completion_tokens"] });
  await reply(await provider(server.base, "chat"), labelRequest("x"));
  assert.equal(server.calls[1]!.body["max_tokens"], 64);
});

Deno.test("openaiProviders() says that nobody is there", async () => {
  const server = startFakeOpenAI();
  await server[Symbol.asyncDispose]();
  const asked = await provider(server.base, "responses");
  await assert.rejects(
    asked.complete(labelRequest("x"), signal),
    (error: ProviderError) => error.fault === "unreachable" && !error.mayBeBilled,
  );
});

const faults: readonly (readonly [fault: FaultName, expected: string, retryAfterMs?: number])[] = [
  ["rate_limit", "overloaded"],
  ["retry_after", "overloaded", 20],
  ["retry_after_ms", "overloaded", 20],
  ["server_error", "broken"],
  ["reset", "lost"],
  ["endless", "garbled"],
  ["html", "garbled"],
  ["empty_choices", "garbled"],
  ["model_gone", "gone"],
  ["bad_request", "rejected"],
];
for (const [fault, expected, retryAfterMs = null] of faults) {
  Deno.test(`openaiProviders() takes ${fault} for ${expected}`, async () => {
    await using server = startFakeOpenAI({ fault: () => fault });
    await assert.rejects(
      (await provider(server.base, "responses")).complete(labelRequest("x"), signal),
      (error: ProviderError) => {
        assert.equal(error.fault, expected);
        assert.equal(error.retryAfterMs, retryAfterMs);
        return true;
      },
    );
  });
}

Deno.test("openaiProviders() obeys a Retry-After that is a date, by the answer's own clock", async () => {
  const headers = { date: "Sun, 22 Nov 2026 00:00:00 GMT", "retry-after": "Sun, 22 Nov 2026 00:00:07 GMT" };
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => Response.json({ error: { message: "later" } }, { status: 429, headers }),
  );
  const asked = await provider(`http://127.0.0.1:${server.addr.port}`, "responses");
  await assert.rejects(asked.complete(labelRequest("x"), signal), (error: ProviderError) => {
    assert.equal(error.retryAfterMs, 7000);
    return true;
  });
});

Deno.test({
  name: "openaiProviders() says where this program may not reach the host",
  permissions: { read: true, env: true, sys: true, net: ["127.0.0.1:1"] },
  fn: async () => {
    const asked = await provider("http://127.0.0.1:2/v1", "responses");
    await assert.rejects(asked.complete(labelRequest("x"), signal), (error: UserError) => {
      assert.match(error.message, /^the model's endpoint may not be reached: .*127\.0\.0\.1:2/);
      return error instanceof UserError;
    });
  },
});
