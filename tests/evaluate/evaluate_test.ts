import assert from "node:assert/strict";
import type { TaskScores } from "../../lib/contracts/evaluation.ts";
import type { EntityPrediction } from "../../lib/contracts/predictions.ts";
import { classScores, confusion, macroF1 } from "../../lib/core/f1.ts";
import { calibration } from "../../lib/evaluate/calibration.ts";
import { entityScores } from "../../lib/evaluate/entities.ts";
import { evaluationGates } from "../../lib/evaluate/gates.ts";
import { scoredShares } from "../../lib/evaluate/intervals.ts";
import { join } from "../../lib/evaluate/join.ts";
import { taskScores } from "../../lib/evaluate/tasks.ts";
import { generator } from "../../lib/core/seeds.ts";
import { label, prediction, unanswered } from "./made_up.ts";

const SETTINGS = { seed: 1, resamples: 200 };

Deno.test("classScores() of a label that was never expected, or never predicted, are null and not 0", () => {
  const pairs = [{ expected: "a", predicted: "b" }, { expected: "a", predicted: null }] as const;
  const scores = classScores(confusion(pairs, ["a", "b", "c"]), ["a", "b", "c"]);
  assert.deepEqual(scores, [
    { label: "a", support: 2, precision: null, recall: 0, f1: 0 },
    { label: "b", support: 0, precision: 0, recall: null, f1: null },
    { label: "c", support: 0, precision: null, recall: null, f1: null },
  ]);
  assert.equal(macroF1(pairs, ["a", "b", "c"]), 0);
  assert.equal(macroF1([], ["a", "b"]), null);
  assert.throws(() => macroF1([{ expected: "x", predicted: null }], ["a"]), /knows a: found x/);
});

Deno.test("join() leaves out what was never selected, and keeps unanswered items as wrong", () => {
  const labels = ["t1", "t2", "t3", "t4", "t5", "t6"].map((id) => label(id, "positive", "duplicates_dedup"));
  const predictions = [
    prediction("t1", "positive", "duplicates_dedup"),
    unanswered("t2", "parse_error"),
    unanswered("t3", "prefiltered"),
    unanswered("t4", "not_sampled"),
    unanswered("t5", "budget"),
    prediction("t9", "positive", "duplicates_dedup"),
    prediction("t6", "positive", "duplicates_dedup", { archetype: "other" }),
  ];
  const { selected, counts } = join("slack", labels, predictions);
  assert.deepEqual(selected.map(({ label, prediction }) => [label.item_id, prediction?.item_id ?? null]), [
    ["t1", "t1"],
    ["t2", null],
    ["t5", null],
    ["t6", null],
  ]);
  assert.deepEqual(counts, {
    source: "slack",
    labels: 6,
    predictions: 7,
    labels_without_prediction: 1,
    predictions_without_label: 2,
    not_selected: 2,
    selected: 4,
    answered: 1,
    coverage: 0.25,
    prefilter: { positives: 6, kept: 4 },
  });
});

Deno.test("taskScores() equals scores worked out by hand", () => {
  const labels = [
    label("1", "positive", "duplicates_dedup", { met: true }),
    label("2", "positive", "duplicates_dedup", { met: false }),
    label("3", "positive", "freshness_ingest_lag"),
    label("4", "negative", null),
    label("5", "hard_negative", null),
  ];
  const predictions = [
    prediction("1", "positive", "duplicates_dedup", { met: true }),
    prediction("2", "positive", "freshness_ingest_lag", { met: true }),
    unanswered("3", "truncated"),
    prediction("4", "negative", null),
    prediction("5", "positive", "duplicates_dedup"),
  ];
  const { selected } = join("slack", labels, predictions);
  const [theme, relevance, met] = taskScores("slack", selected, SETTINGS) as [TaskScores, TaskScores, TaskScores];
  assert.deepEqual([theme.items, theme.answered], [3, 2]);
  // duplicates: 1 hit, 2 expected, 1 predicted: 2/3; freshness: 0 hits.
  assert.equal(theme.macro_f1!.value.toFixed(4), "0.3333");
  assert.equal(theme.accuracy!.value.toFixed(4), "0.3333");
  assert.equal(theme.answered_only.accuracy, 0.5);
  // positive: 2 hits, 3 expected, 3 predicted: 2/3; negative: 1; hard_negative: 0.
  assert.equal(relevance.macro_f1!.value.toFixed(4), ((2 / 3 + 1) / 3).toFixed(4));
  assert.equal(met.macro_f1!.value.toFixed(4), (2 / 3 / 2).toFixed(4));
  assert.equal(met.calibration, null);
  assert.equal(theme.calibration!.items, 2);
});

Deno.test("scoredShares() holds its value between low and high, and repeats to the digit", () => {
  const draw = generator(3, "pairs");
  const pairs = Array.from({ length: 300 }, () => {
    const expected = draw() < 0.5 ? "a" : "b";
    return { expected, predicted: draw() < 0.8 ? expected : expected === "a" ? "b" : "a" };
  });
  const first = scoredShares(pairs, ["a", "b"], { ...SETTINGS, stream: "x" });
  assert.deepEqual(scoredShares(pairs, ["a", "b"], { ...SETTINGS, stream: "x" }), first);
  for (const score of [first.accuracy!, first.macroF1!]) {
    assert.ok(score.low < score.value && score.value < score.high);
    // Half a normal interval of 300 draws at 0.8 is 0.045.
    assert.ok(score.high - score.low > 0.06 && score.high - score.low < 0.12);
  }
});

Deno.test("scoredShares() covers the true accuracy in about 95 % of samples", () => {
  let covered = 0;
  for (let seed = 0; seed < 200; seed++) {
    const draw = generator(seed, "coverage");
    const pairs = Array.from({ length: 200 }, () => ({ expected: "a", predicted: draw() < 0.8 ? "a" : "b" }));
    const { accuracy } = scoredShares(pairs, ["a", "b"], { seed, resamples: 200, stream: "x" });
    if (accuracy!.low <= 0.8 && 0.8 <= accuracy!.high) covered++;
  }
  assert.ok(covered >= 180 && covered <= 199, `${covered} of 200`);
});

Deno.test("calibration() tells an honest model from one that is too sure", () => {
  const draw = generator(5, "forecasts");
  const forecasts = (bias: number): { probability: number; right: boolean }[] =>
    Array.from({ length: 2000 }, () => {
      const probability = 0.5 + draw() * 0.5;
      return { probability, right: draw() < probability - bias };
    });
  const [honest, sure] = [calibration(forecasts(0), 1)!, calibration(forecasts(0.2), 1)!];
  assert.ok(honest.ece < 2 * honest.ece_if_calibrated);
  assert.ok(Math.abs(sure.ece - 0.2) < 0.03);
  assert.equal(calibration([], 1), null);
  assert.deepEqual(honest.bins.map(({ items }) => items), new Array(10).fill(200));
});

Deno.test("entityScores() counts each name of each answered item once", () => {
  const labels = [
    label("1", "positive", "duplicates_dedup", { tables: ["orders", "payments"], columns: ["orders.id"] }),
    label("2", "positive", "duplicates_dedup", { tables: ["orders"], columns: [] }),
  ];
  const { selected } = join("slack", labels, [prediction("1", "positive", "duplicates_dedup")]);
  const entity = (table: string, column: string | null): EntityPrediction => ({
    source: "slack",
    item_id: "1",
    archetype: "toy",
    table,
    column,
    confidence: 1,
  });
  const [tables, columns] = entityScores("slack", selected, [
    entity("orders", null),
    entity("orders", "id"),
    entity("visits", null),
    entity("orders", "total"),
  ]);
  assert.deepEqual([tables!.expected, tables!.predicted, tables!.both, tables!.f1], [2, 2, 1, 0.5]);
  assert.deepEqual([columns!.expected, columns!.predicted, columns!.both, columns!.precision], [1, 2, 1, 0.5]);
});

Deno.test("evaluationGates() is undecided where an interval straddles its threshold", () => {
  const { counts } = join("slack", [label("1", "positive", "duplicates_dedup")], [
    prediction("1", "positive", "duplicates_dedup"),
  ]);
  const [task] = taskScores("slack", [], SETTINGS) as [TaskScores];
  const thresholds = { theme_macro_f1: 0.7, relevance_macro_f1: 0.7, nlq_theme_macro_f1: 0.7, coverage: 0.95 };
  const statusAt = (low: number, high: number): string =>
    evaluationGates([counts], [{ ...task, macro_f1: { value: (low + high) / 2, low, high } }], thresholds)[0]!.status;
  assert.deepEqual([statusAt(0.7, 0.8), statusAt(0.6, 0.8), statusAt(0.5, 0.69)], ["pass", "undecided", "fail"]);
  assert.equal(evaluationGates([counts], [task], thresholds)[0]!.status, "skip");
  assert.equal(evaluationGates([counts], [], thresholds)[0]!.status, "pass");
  assert.equal(evaluationGates([{ ...counts, coverage: 0.9 }], [], thresholds)[0]!.status, "fail");
});
