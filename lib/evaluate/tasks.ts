import { RELEVANCES, type Source, THEMES } from "../contracts/demand.ts";
import type { EVALUATED, TaskScores } from "../contracts/evaluation.ts";
import type { Label } from "../contracts/labels.ts";
import type { Prediction } from "../contracts/predictions.ts";
import { classScores, confusion, macroF1 } from "../core/f1.ts";
import { calibration } from "./calibration.ts";
import { scoredShares } from "./intervals.ts";
import type { Joined } from "./join.ts";

/** What is judged: the labels, and where label and prediction hold them. */
interface Task {
  readonly task: (typeof EVALUATED)[number];
  readonly sources: readonly Source[];
  readonly labels: readonly string[];
  /** Null where the item has no such label: it is then no part of the task. */
  readonly expected: (label: Label) => string | null;
  readonly predicted: (prediction: Prediction) => string | null;
  readonly probability: (prediction: Prediction) => number | null;
}

const outcome = (met: boolean | null): string | null => met === null ? null : met ? "met" : "unmet";

const TASKS: readonly Task[] = [
  {
    task: "theme",
    sources: ["slack", "email", "nlq"],
    labels: THEMES,
    expected: ({ theme }) => theme,
    predicted: ({ theme }) => theme,
    probability: ({ theme_prob }) => theme_prob,
  },
  {
    task: "relevance",
    sources: ["slack", "email"],
    labels: RELEVANCES,
    expected: ({ relevance }) => relevance,
    predicted: ({ relevance }) => relevance,
    probability: ({ relevance_prob }) => relevance_prob,
  },
  {
    task: "met",
    sources: ["slack", "email"],
    labels: ["met", "unmet"],
    expected: ({ met }) => outcome(met),
    predicted: ({ met }) => outcome(met),
    probability: () => null,
  },
];

export interface Settings {
  readonly seed: number;
  readonly resamples: number;
}

/** Scores of every task that `source` has, over the items that were selected to be asked. */
export function taskScores(source: Source, joined: readonly Joined[], settings: Settings): TaskScores[] {
  return TASKS.filter(({ sources }) => sources.includes(source)).map((task) => scores(source, task, joined, settings));
}

function scores(source: Source, task: Task, joined: readonly Joined[], settings: Settings): TaskScores {
  const { labels } = task;
  const judged = joined.flatMap(({ label, prediction }) => {
    const expected = task.expected(label);
    if (expected === null) return [];
    const predicted = prediction === null ? null : task.predicted(prediction);
    return [{ expected, predicted, probability: prediction === null ? null : task.probability(prediction) }];
  });
  const answered = judged.filter(({ predicted }) => predicted !== null);
  const forecasts = answered.flatMap(({ expected, predicted, probability }) =>
    probability === null ? [] : [{ probability, right: expected === predicted }]
  );
  const matrix = confusion(judged, labels);
  const { accuracy, macroF1: score } = scoredShares(judged, labels, { ...settings, stream: `${source}/${task.task}` });
  const right = answered.filter(({ expected, predicted }) => expected === predicted).length;
  return {
    source,
    task: task.task,
    items: judged.length,
    answered: answered.length,
    accuracy,
    macro_f1: score,
    answered_only: {
      accuracy: answered.length === 0 ? null : right / answered.length,
      macro_f1: macroF1(answered, labels),
    },
    classes: classScores(matrix, labels),
    confusion: { labels: [...labels], counts: matrix },
    calibration: calibration(forecasts, settings.seed),
  };
}
