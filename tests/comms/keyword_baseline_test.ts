import assert from "node:assert/strict";
import { keywordBaseline, keywordTheme } from "../../lib/comms/keyword_baseline.ts";

Deno.test("keywordTheme() counts hits at the start of words", () => {
  assert.equal(keywordTheme("Duplicates again: rows are doubled, one late"), "duplicates_dedup");
  assert.equal(keywordTheme("it is related to the plate"), null);
  assert.equal(keywordTheme("where did the numbers go"), null);
});

Deno.test("keywordBaseline() is 1 where keywords tell everything, and counts silence as wrong", () => {
  const told = [
    { text: "orphans in the join", theme: "join_keys_orphans" },
    { text: "still stale", theme: "freshness_ingest_lag" },
  ] as const;
  assert.equal(keywordBaseline(told), 1);
  assert.equal(keywordBaseline([...told, { text: "hm", theme: "duplicates_dedup" }]), 2 / 3);
  assert.equal(keywordBaseline([]), null);
});
