import assert from "node:assert/strict";
import { BREAK, overlaps, runsOf } from "../../tools/disjoint/runs.ts";
import { generated, handwritten, phraseBanks } from "../../tools/disjoint/sources.ts";

Deno.test("runsOf() gives runs within a sentence that have matter, without numbers and SQL", () => {
  const cases: readonly [string, readonly string[]][] = [
    ["Swipes lost their merchant ids again", ["swipes lost their merchant ids again"]],
    ["Swipes lost their. Merchant ids again", []],
    ["swipes lost their 12 merchant ids again", []],
    ["swipes lost their `select 1` merchant ids again", []],
    [`swipes lost their ${BREAK} merchant ids again`, []],
    ["we can do it for you with this and that", []],
  ];
  for (const [text, runs] of cases) assert.deepEqual([...runsOf(text)], runs, text);
});

Deno.test("overlaps() tells each common run once, with where it stands", () => {
  const left = [{ place: "a", text: "ok, swipes lost their merchant ids again" }];
  const right = [{ place: "b", text: "the swipes lost their merchant ids" }, {
    place: "c",
    text: "nothing alike here",
  }];
  assert.deepEqual(overlaps(left, right, 5), [{ run: "swipes lost their merchant ids", place: "a", other: "b" }]);
  assert.deepEqual(overlaps(left, right), []);
});

for (const folder of ["corpus", "evaluation"]) {
  const items = handwritten(new URL(`../../tools/${folder}/`, import.meta.url));

  Deno.test(`the writer's phrase banks say nothing that stands in tools/${folder}`, () => {
    assert.ok(items.length > 200);
    assert.deepEqual(overlaps(phraseBanks(), items), []);
  });

  Deno.test(`generated texts say nothing that stands in tools/${folder}`, () => {
    assert.deepEqual(overlaps(generated(0.25, 43), items), []);
  });
}
