import assert from "node:assert/strict";
import fc from "fast-check";
import { parseJson, places } from "../../lib/llm/json.ts";

for (
  const [title, text, expected] of [
    ["a bare object", '{"a": 1}', { a: 1 }],
    ["a fenced one", '```json\n{"a": 1}\n```', { a: 1 }],
    ["a fence without a name", '```\n{"a": 1}```\n', { a: 1 }],
    ["a fence inside a value", '{"a": "```\\nx\\n```"}', { a: "```\nx\n```" }],
    ["one name in two objects", '[{"a": 1}, {"a": {"a": 2}}]', [{ a: 1 }, { a: { a: 2 } }]],
  ] as const
) {
  Deno.test(`parseJson() reads ${title}`, () => assert.deepEqual(parseJson(text), expected));
}

for (
  const [title, text] of [
    ["NaN", '{"a": NaN}'],
    ["a property that stands twice", '{"a": 1, "a": 2}'],
    ["one twice by another spelling", '{"a": 1, "\\u0061": 2}'],
    ["prose before it", 'Sure: {"a": 1}'],
    ["two values", '{"a": 1} {"a": 1}'],
    ["a cut", '{"a": 1'],
    ["nothing", ""],
  ] as const
) {
  Deno.test(`parseJson() refuses ${title}`, () => assert.throws(() => parseJson(text), SyntaxError));
}

Deno.test("parseJson() agrees with JSON.parse", () => {
  fc.assert(fc.property(fc.json(), (text) => assert.deepEqual(parseJson(text), JSON.parse(text))));
});

Deno.test("places() finds every string with its path", () => {
  const text = '```json\n{"theme": "late", "items": [{"x": 1, "y": ["a", "b\\"}"]}, "c"], "n": null}\n```';
  const found = places(text);
  assert.deepEqual(found.map(({ path }) => path), ["theme", "items.0.y.0", "items.0.y.1", "items.1"]);
  for (const { value, start, end } of found) assert.equal(JSON.parse(`"${text.slice(start, end)}"`), value);
});

Deno.test("places() of what is no JSON is empty", () => assert.deepEqual(places("no"), []));
