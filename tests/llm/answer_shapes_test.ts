import assert from "node:assert/strict";
import { embeddings } from "../../lib/llm/openai_embeddings.ts";
import { chat, responses, type Wire } from "../../lib/llm/openai_wire.ts";
import { ProviderError } from "../../lib/llm/provider_error.ts";
import { labelRequest } from "./support.ts";

const said = [{ type: "message", content: [{ type: "output_text", text: "{}" }] }];
const choice = { finish_reason: "stop", message: { content: "{}" } };

const bodies: readonly [what: string, wire: Wire, body: unknown, fault: ProviderError["fault"], detail: RegExp][] = [
  ["no object", responses, "<html>", "garbled", /not one of this API/],
  ["no output", responses, { model: "m", status: "completed" }, "garbled", /not one of this API: output/],
  [
    "a failure that says why",
    responses,
    { model: "m", status: "failed", output: [], error: { message: "no room" } },
    "broken",
    /^no room$/,
  ],
  ["a failure that does not", responses, { model: "m", status: "failed", output: [] }, "broken", /the model failed/],
  ["an unknown status", responses, { model: "m", status: "queued", output: said }, "garbled", /unknown status queued/],
  ["no text", responses, { model: "m", status: "completed", output: [] }, "garbled", /holds no text/],
  ["no choice", chat, { model: "m", choices: [] }, "garbled", /holds no choice/],
  [
    "an empty text",
    chat,
    { model: "m", choices: [{ ...choice, message: { content: "" } }] },
    "garbled",
    /holds no text/,
  ],
  [
    "an unknown end",
    chat,
    { model: "m", choices: [{ ...choice, finish_reason: "tool_calls" }] },
    "garbled",
    /unknown finish reason tool_calls/,
  ],
  ["no vectors", embeddings, { model: "m", data: [{ index: 0 }] }, "garbled", /holds no embeddings/],
];
for (const [what, wire, body, fault, detail] of bodies) {
  const api = wire === chat ? "chat" : wire === responses ? "responses" : "embeddings";
  Deno.test(`${api}.reply() of ${what} is a fault of the endpoint, told as what it is`, () => {
    assert.throws(() => wire.reply(body, labelRequest("x")), (error: ProviderError) => {
      assert.ok(error instanceof ProviderError, String(error));
      assert.equal(error.fault, fault);
      assert.match(error.message, detail);
      return true;
    });
  });
}
