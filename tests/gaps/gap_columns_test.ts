import assert from "node:assert/strict";
import { withGapColumns } from "../../lib/gaps/gap_columns.ts";
import type { GapClass } from "../../lib/contracts/pack.ts";

const gaps = (columns: readonly (string | null)[], gap_class: GapClass = "quality") =>
  columns.map((column, i) => ({ gap_class, dataset: "rental.rides", column, user_id: `u${i}` }));

const columnsOf = (columns: readonly (string | null)[], gapClass?: GapClass) =>
  withGapColumns(gaps(columns, gapClass)).map(({ column }) => column);

Deno.test("withGapColumns() puts who names no column, or another one, under the one that most name", () => {
  assert.deepEqual(columnsOf(["a", "a", null, "b", "a"]), ["a", "a", "a", "a", "a"]);
});

Deno.test("withGapColumns() keeps columns apart that several people name", () => {
  assert.deepEqual(columnsOf(["a", "b", "a", "b", "a", null]), ["a", "b", "a", "b", "a", "a"]);
});

Deno.test("withGapColumns() makes it the dataset's gap where few name a column", () => {
  assert.deepEqual(columnsOf(["a", "a", null, null, null]), [null, null, null, null, null]);
  assert.deepEqual(columnsOf(["a"]), [null]);
});

Deno.test("withGapColumns() takes a person who repeats a column for one", () => {
  const one = gaps(["a", "a"]).map((gap) => ({ ...gap, user_id: "u1" }));
  assert.deepEqual(withGapColumns(one).map(({ column }) => column), [null, null]);
});

Deno.test("withGapColumns() leaves missing columns as they are", () => {
  assert.deepEqual(columnsOf(["a", "b", null], "missing_column"), ["a", "b", null]);
});
