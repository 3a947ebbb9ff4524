/** `reports/eval/{run_id}/summary.json`: predictions held against the labels that the plan set. */
import { z } from "zod";
import { SOURCES } from "./demand.ts";

const Count = z.int().min(0);
const Share = z.number().min(0).max(1);

/** A share with its bootstrap 95 % interval; null where there is no item. */
export const ScoredShare = z.strictObject({ value: Share, low: Share, high: Share }).nullable();
export type ScoredShare = z.infer<typeof ScoredShare>;

export const ClassScores = z.strictObject({
  label: z.string(),
  support: Count,
  precision: Share.nullable(),
  recall: Share.nullable(),
  f1: Share.nullable(),
});

export const CalibrationBin = z.strictObject({ items: Count, mean_probability: Share, accuracy: Share });

/** Of the predicted label's probability, over the items that have one. */
export const Calibration = z.strictObject({
  items: Count,
  /** Expected calibration error over bins of equal numbers of items, in the order of their probability. */
  ece: Share,
  /** Mean ECE that a perfectly calibrated model would show on as many items with these probabilities. */
  ece_if_calibrated: Share,
  /** Mean squared distance of the probability from 1 where the label is right, from 0 where it is wrong. */
  brier: Share,
  bins: z.array(CalibrationBin),
});
export type Calibration = z.infer<typeof Calibration>;

export const EVALUATED = ["theme", "relevance", "met"] as const;

export const TaskScores = z.strictObject({
  source: z.enum(SOURCES),
  task: z.enum(EVALUATED),
  /** Items that the task has a label for and that were selected to be asked. */
  items: Count,
  answered: Count,
  /** An item without an answer counts as wrong. */
  accuracy: ScoredShare,
  macro_f1: ScoredShare,
  answered_only: z.strictObject({ accuracy: Share.nullable(), macro_f1: Share.nullable() }),
  classes: z.array(ClassScores),
  /** `counts[i][j]`: items of label i that were predicted as label j; the last column had no answer. */
  confusion: z.strictObject({ labels: z.array(z.string()), counts: z.array(z.array(Count)) }),
  /** Null where no prediction has a probability. */
  calibration: Calibration.nullable(),
});
export type TaskScores = z.infer<typeof TaskScores>;

export const EntityScores = z.strictObject({
  source: z.enum(SOURCES),
  kind: z.enum(["table", "column"]),
  expected: Count,
  predicted: Count,
  both: Count,
  precision: Share.nullable(),
  recall: Share.nullable(),
  f1: Share.nullable(),
});
export type EntityScores = z.infer<typeof EntityScores>;

export const SourceJoin = z.strictObject({
  source: z.enum(SOURCES),
  labels: Count,
  predictions: Count,
  /** Labels whose id no prediction has: no answer, so they count as wrong. */
  labels_without_prediction: Count,
  /** Predictions whose id no label has: left out. */
  predictions_without_label: Count,
  /** Left out by the prefilter or by the sample: not judged. */
  not_selected: Count,
  selected: Count,
  answered: Count,
  coverage: Share.nullable(),
  /** Positive items, and how many of them the prefilter let pass; null for queries, which are not filtered. */
  prefilter: z.strictObject({ positives: Count, kept: Count }).nullable(),
});
export type SourceJoin = z.infer<typeof SourceJoin>;

export const GATE_STATUSES = ["pass", "fail", "undecided", "skip"] as const;

export const EvaluationGate = z.strictObject({
  source: z.enum(SOURCES),
  metric: z.enum(["theme_macro_f1", "relevance_macro_f1", "coverage"]),
  threshold: Share,
  value: Share.nullable(),
  low: Share.nullable(),
  high: Share.nullable(),
  /** `undecided`: the interval straddles the threshold. */
  status: z.enum(GATE_STATUSES),
  reason: z.string(),
});
export type EvaluationGate = z.infer<typeof EvaluationGate>;

export const Evaluation = z.strictObject({
  schema_version: z.literal("1.0"),
  archetypes: z.array(z.string()),
  providers: z.array(z.string()),
  models: z.array(z.string()),
  seed: z.int(),
  resamples: z.int(),
  passed: z.boolean(),
  gates: z.array(EvaluationGate),
  sources: z.array(SourceJoin),
  tasks: z.array(TaskScores),
  entities: z.array(EntityScores),
  figures: z.array(z.strictObject({ id: z.string(), title: z.string(), alt: z.string(), png: z.string() })),
});
export type Evaluation = z.infer<typeof Evaluation>;
