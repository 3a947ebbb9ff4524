import assert from "node:assert/strict";
import { corpus, FOLDER } from "../../tools/entities/corpus.ts";
import { f1, judge, tally, UNSEEN } from "../../tools/entities/measure.ts";

Deno.test("entities() reaches F1 0.85 of tables and 0.75 of columns on authors whose items nobody looked at", () => {
  const judged = judge(corpus(FOLDER, UNSEEN));
  assert.ok(judged.length > 1000);
  assert.ok(f1(tally(judged, "tables")) >= 0.85);
  assert.ok(f1(tally(judged, "columns")) >= 0.75);
});
