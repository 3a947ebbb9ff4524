import assert from "node:assert/strict";
import { labelProbabilities } from "../../lib/llm/label_probabilities.ts";

const tokens = (...pieces: readonly (readonly [token: string, probability: number])[]) =>
  pieces.map(([token, probability]) => ({ token, logprob: Math.log(probability) }));

Deno.test("labelProbabilities() multiplies the tokens that spell the value, and no others", () => {
  const text = '{"theme":"freshness","sure":true}';
  const spelled = tokens(['{"', 0.5], ["theme", 0.5], ['":"', 0.5], ["fresh", 0.8], ["ness", 0.9], ['","', 0.5], [
    'sure":true}',
    0.1,
  ]);
  const { theme } = labelProbabilities(text, spelled, ["theme"]);
  assert.ok(Math.abs(theme! - 0.72) < 1e-12);
});

Deno.test("labelProbabilities() counts a token that holds the end of a value", () => {
  const spelled = tokens(['{"a":"', 1], ["x", 0.5], ['y"}', 0.5]);
  assert.equal(labelProbabilities('{"a":"xy"}', spelled, ["a"]).a, 0.25);
});

Deno.test("labelProbabilities() finds its place behind characters of several bytes", () => {
  const text = '{"a":"🚀é","b":"x"}';
  const spelled = tokens(['{"a":"🚀é","b":"', 0.1], ["x", 0.7], ['"}', 0.1]);
  assert.ok(Math.abs(labelProbabilities(text, spelled, ["b"]).b! - 0.7) < 1e-12);
});

Deno.test("labelProbabilities() reads the bytes of tokens that are parts of a character", () => {
  const bytes = [...new TextEncoder().encode('{"a":"🚀')];
  const spelled = [
    { token: "\ufffd", logprob: -9, bytes: bytes.slice(0, 8) },
    { token: "\ufffd", logprob: -9, bytes: bytes.slice(8) },
    ...tokens(['","b":"', 0.1], ["x", 0.7], ['"}', 0.1]),
  ];
  assert.ok(Math.abs(labelProbabilities('{"a":"🚀","b":"x"}', spelled, ["b"]).b! - 0.7) < 1e-12);
});

Deno.test("labelProbabilities() tells nothing where the tokens do not spell the text", () => {
  assert.deepEqual(labelProbabilities('{"a":"xy"}', tokens(["{}", 1]), ["a"]), {});
});

Deno.test("labelProbabilities() takes labels by dotted path", () => {
  const spelled = tokens(['[{"a":"', 1], ["x", 0.5], ['"},{"a":"', 1], ["y", 0.25], ['"}]', 1]);
  assert.deepEqual(labelProbabilities('[{"a":"x"},{"a":"y"}]', spelled, ["0.a", "1.a"]), { "0.a": 0.5, "1.a": 0.25 });
});
