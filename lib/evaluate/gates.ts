import type { EvaluationGate, SourceJoin, TaskScores } from "../contracts/evaluation.ts";

/** Least values that pass, shares from 0 to 1. */
export interface Thresholds {
  /** Slack and e-mail. */
  readonly theme_macro_f1: number;
  readonly relevance_macro_f1: number;
  readonly nlq_theme_macro_f1: number;
  /** Answered items among those selected to be asked. */
  readonly coverage: number;
}

/** A score passes when its whole interval does, and fails when its whole interval does; else it is undecided. */
function scoreGate({ source, task, macro_f1: score }: TaskScores, thresholds: Thresholds): EvaluationGate[] {
  if (task === "met") return [];
  const metric = `${task}_macro_f1` as const;
  const threshold = task === "theme" && source === "nlq" ? thresholds.nlq_theme_macro_f1 : thresholds[metric];
  const gate = { source, metric, threshold };
  if (score === null) {
    return [{ ...gate, value: null, low: null, high: null, status: "skip", reason: "no item has such a label" }];
  }
  const status = score.low >= threshold ? "pass" : score.high < threshold ? "fail" : "undecided";
  return [{ ...gate, ...score, status, reason: status === "undecided" ? "its interval straddles the threshold" : "" }];
}

function coverageGate({ source, coverage, selected }: SourceJoin, threshold: number): EvaluationGate {
  const gate = { source, metric: "coverage" as const, threshold, value: coverage, low: coverage, high: coverage };
  if (coverage === null) return { ...gate, status: "skip", reason: "no item was selected to be asked" };
  return { ...gate, status: coverage >= threshold ? "pass" : "fail", reason: `of ${selected} selected items` };
}

/** The gates of every source that has labels. */
export function evaluationGates(
  sources: readonly SourceJoin[],
  tasks: readonly TaskScores[],
  thresholds: Thresholds,
): EvaluationGate[] {
  return sources.filter(({ labels }) => labels > 0).flatMap((join) => [
    ...tasks.filter(({ source }) => source === join.source).flatMap((task) => scoreGate(task, thresholds)),
    coverageGate(join, thresholds.coverage),
  ]);
}
