import assert from "node:assert/strict";
import { join } from "node:path";
import { flag, instant, integer, oneOf, orNull, real, rowTable, text, texts } from "../../lib/contracts/row_table.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { readRows, writeRows } from "../../lib/infra/row_table.ts";

const notes = rowTable("notes", {
  id: text,
  kind: oneOf(["a", "b"]),
  tags: texts,
  at: instant,
  seen: orNull(flag),
  size: orNull(integer),
  score: real,
});

Deno.test("readRows() gives back what writeRows() wrote, in its order", async () => {
  const dir = await Deno.makeTempDir();
  await using duck = await openDuck({});
  const rows = Array.from({ length: 12_000 }, (_, i) => ({
    id: `n${i} "it's" \u0001 \u202e é 🦆`,
    kind: i % 2 === 0 ? "a" as const : "b" as const,
    tags: i % 3 === 0 ? [] : ["x", `y${i}`],
    at: 1_782_889_199_999_999 - i,
    seen: i % 5 === 0 ? null : i % 2 === 0,
    size: i % 7 === 0 ? null : i,
    score: i / 3,
  }));
  await writeRows(duck, join(dir, "notes.parquet"), notes, rows);
  assert.deepEqual(await readRows(duck, join(dir, "notes.parquet"), notes), rows);
  await writeRows(duck, join(dir, "none.parquet"), notes, []);
  assert.deepEqual(await readRows(duck, join(dir, "none.parquet"), notes), []);
});
