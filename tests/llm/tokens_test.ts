import assert from "node:assert/strict";
import fc from "fast-check";
import { tokenizerFor } from "../../lib/llm/tokens.ts";
import { askedOf } from "../support/fake_openai/asked.ts";
import { inputTokens } from "../support/fake_openai/bill.ts";
import { responses } from "../../lib/llm/openai_wire.ts";
import { labelRequest } from "./support.ts";

const o200k = await tokenizerFor("gpt-4o-mini");
const bytes = await tokenizerFor("llama-9");

const count = (text: string): number =>
  inputTokens(
    askedOf(
      "responses",
      responses.body("gpt-4o-mini", labelRequest(text), { effort: null, refused: [] }, new Set()),
      0,
    ),
  );

Deno.test("tokenizerFor() brackets what an endpoint counts", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
    const { floor, likely, ceiling } = o200k.request(labelRequest(text));
    const counted = count(text);
    assert.ok(floor <= counted && counted <= ceiling, `${floor} <= ${counted} <= ${ceiling}`);
    assert.ok(Math.abs(likely - counted) <= 20, `${likely} is far from ${counted}`);
  }));
});

Deno.test("tokenizerFor() takes control tokens for text", () => {
  assert.ok(o200k.text("<|endoftext|>") > 1);
});

Deno.test("tokenizerFor() counts bytes where the tokenizer is not known", () => {
  const { floor, ceiling } = bytes.request(labelRequest("Zürich 🚀"));
  assert.equal(floor, 0);
  assert.ok(ceiling >= count("Zürich 🚀"));
});

for (const model of ["gpt-4o-mini", "gpt-5-mini", "gpt-6-luna", "gpt-4.1", "o3-mini"]) {
  Deno.test(`tokenizerFor() knows the family of ${model}`, async () => {
    assert.equal((await tokenizerFor(model)).text("a dashboard"), 2);
  });
}
