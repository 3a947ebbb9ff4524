import assert from "node:assert/strict";
import { PackOracle, type PlantedGap } from "../../lib/contracts/pack.ts";
import { plantedScores } from "../../lib/evaluate/planted_gaps.ts";

type Told = Parameters<typeof plantedScores>[1][number];

const gap = (id: string, changes: Partial<PlantedGap>): PlantedGap => ({
  id,
  gap_class: "stale_data",
  dataset: "rental.rides",
  column: null,
  about: id,
  ...changes,
});

const ORACLE = PackOracle.parse({
  schema_version: "1.0",
  pack_id: "p_0123456789ab",
  gaps: [
    gap("late", {}),
    gap("wrong", { gap_class: "quality", column: "price_cents" }),
    gap("lack", { gap_class: "missing_column", column: "helmet_size" }),
  ],
  items: [["1", "lack"], ["2", "lack"], ["3", "lack"], ["4", "late"]].map(([id, of]) => ({
    source: "nlq",
    id,
    gap_class: of === "late" ? "stale_data" : "missing_column",
    dataset: "rental.rides",
    column: of === "late" ? null : "helmet_size",
    gap: of,
  })),
});

const told = (gap_class: Told["gap_class"], column: string | null, ids: string, confidence = 0.9): Told => ({
  gap_class,
  dataset: "rental.rides",
  column,
  confidence,
  items: [...ids].map((id) => ({ source: "nlq", id, confidence })),
});

function figures(backlog: readonly Told[], part: "all" | "sure", gapClass: Told["gap_class"]) {
  const { planted, told, found } = plantedScores(ORACLE, backlog)[part].find(({ gap_class }) =>
    gap_class === gapClass
  )!;
  return [planted, told, found];
}

Deno.test("plantedScores() counts a gap that is told of twice as found once", () => {
  const backlog = [told("missing_column", "helmet", "12"), told("missing_column", "size", "3")];
  assert.deepEqual(figures(backlog, "all", "missing_column"), [1, 2, 1]);
  const score = plantedScores(ORACLE, backlog).all.find(({ gap_class }) => gap_class === "missing_column")!;
  assert.deepEqual([score.precision, score.recall], [0.5, 1]);
});

Deno.test("plantedScores() knows a missing thing by whose items it holds, whatever it is called", () => {
  assert.deepEqual(figures([told("missing_column", "whatever", "124")], "all", "missing_column"), [1, 1, 1]);
  assert.deepEqual(figures([told("missing_column", "helmet_size", "14")], "all", "missing_column"), [1, 1, 0]);
});

Deno.test("plantedScores() asks for dataset and column of what the catalog names", () => {
  assert.deepEqual(figures([told("quality", "price_cents", "9")], "all", "quality"), [1, 1, 1]);
  assert.deepEqual(figures([told("quality", null, "9")], "all", "quality"), [1, 1, 1]);
  assert.deepEqual(figures([told("quality", "started_at", "9")], "all", "quality"), [1, 1, 0]);
  const elsewhere = { ...told("stale_data", null, "4"), dataset: "rental.riders" };
  assert.deepEqual(figures([elsewhere], "all", "stale_data"), [1, 1, 0]);
});

Deno.test("plantedScores() leaves unsure gaps out of the sure ones, found or not", () => {
  const backlog = [told("stale_data", null, "4", 0.5)];
  assert.deepEqual(figures(backlog, "all", "stale_data"), [1, 1, 1]);
  assert.deepEqual(figures(backlog, "sure", "stale_data"), [1, 0, 0]);
});

Deno.test("plantedScores() has no scores of a pack that nothing was planted in", () => {
  const scores = plantedScores({ ...ORACLE, gaps: [] }, [told("stale_data", null, "4")]);
  for (const { precision, recall } of scores.all) assert.deepEqual([precision, recall], [null, null]);
});
