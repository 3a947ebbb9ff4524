import assert from "node:assert/strict";
import { judge, repairRequest } from "../../lib/llm/judge.ts";
import { Label, labelRequest } from "./support.ts";

const text = '{"theme":"freshness","sure":true}';

for (
  const [finish, status] of [
    ["stop", "ok"],
    ["length", "truncated"],
    ["refusal", "refused"],
    ["content_filter", "filtered"],
  ] as const
) {
  Deno.test(`judge() reads the finish first: ${finish} is ${status}`, () => {
    assert.equal(judge({ finish, text }, Label).status, status);
  });
}

for (
  const [title, wrong, detail] of [
    ["a value outside its enumeration", '{"theme":"x","sure":true}', /^the answer does not fit: theme: Invalid option/],
    ["a property more", '{"theme":"freshness","sure":true,"x":1}', /^the answer does not fit: the answer: Unrec/],
    ["a property less", '{"theme":"freshness"}', /^the answer does not fit: sure: /],
    ["an array", "[]", /^the answer does not fit: the answer: /],
    ["no JSON", "late", /^the answer is not JSON: /],
    ["a property twice", '{"sure":false,"theme":"freshness","sure":true}', /sure stands twice/],
  ] as const
) {
  Deno.test(`judge() refuses ${title}`, () => {
    const verdict = judge({ finish: "stop", text: wrong }, Label);
    assert.equal(verdict.status, "parse_error");
    assert.match(verdict.status === "parse_error" ? verdict.detail : "", detail);
  });
}

Deno.test("repairRequest() asks the same with a complaint", () => {
  const request = labelRequest("x");
  const { messages, ...rest } = repairRequest(request, "theme is missing");
  assert.deepEqual({ ...rest, messages: messages.slice(0, -1) }, request);
  assert.match(messages.at(-1)!.content, /theme is missing/);
});
