import type { Evaluation, EvaluationGate, ScoredShare, TaskScores } from "../contracts/evaluation.ts";
import { plural } from "../core/quantity.ts";
import { image, plain, table } from "./markdown.ts";

const share = (value: number | null): string => value === null ? "–" : value.toFixed(3);
const interval = (score: ScoredShare): string =>
  score === null ? "–" : `${share(score.value)} (${share(score.low)}–${share(score.high)})`;

function gateRow({ source, metric, threshold, value, low, high, status, reason }: EvaluationGate): string[] {
  const observed = value === null ? "–" : low === high ? share(value) : interval({ value, low: low!, high: high! });
  return [source, metric.replaceAll("_", " "), share(threshold), observed, `**${status}**`, plain(reason)];
}

function taskRow(
  { source, task, items, answered, accuracy, macro_f1, answered_only, calibration }: TaskScores,
): string[] {
  return [
    source,
    task,
    String(items),
    String(answered),
    interval(accuracy),
    interval(macro_f1),
    share(answered_only.macro_f1),
    calibration === null ? "–" : `${share(calibration.ece)} (chance ${share(calibration.ece_if_calibrated)})`,
    share(calibration?.brier ?? null),
  ];
}

function judgedTable(sources: Evaluation["sources"]): string {
  return table(
    [
      "source",
      "labels:",
      "selected:",
      "answered:",
      "coverage:",
      "not selected:",
      "label only:",
      "prediction only:",
      "positives kept:",
    ],
    sources.map((join) => [
      join.source,
      String(join.labels),
      String(join.selected),
      String(join.answered),
      share(join.coverage),
      String(join.not_selected),
      String(join.labels_without_prediction),
      String(join.predictions_without_label),
      join.prefilter === null ? "–" : `${join.prefilter.kept} of ${join.prefilter.positives}`,
    ]),
  );
}

function entityTable(entities: Evaluation["entities"]): string {
  return table(
    ["source", "kind", "expected:", "found:", "right:", "precision:", "recall:", "F1:"],
    entities.map(({ source, kind, expected, predicted, both, precision, recall, f1 }) => [
      source,
      kind,
      String(expected),
      String(predicted),
      String(both),
      share(precision),
      share(recall),
      share(f1),
    ]),
  );
}

function classTable({ classes }: TaskScores): string {
  return table(
    ["label", "support:", "precision:", "recall:", "F1:"],
    classes.map(({ label, support, precision, recall, f1 }) => [
      label,
      String(support),
      share(precision),
      share(recall),
      share(f1),
    ]),
  );
}

/** `summary.md`: the evaluation for people, gates first. */
export function evaluationPage(evaluation: Evaluation): string {
  const { archetypes, providers, models, gates, sources, tasks, entities, figures } = evaluation;
  const count = (status: EvaluationGate["status"]): number => gates.filter((gate) => gate.status === status).length;
  const judged = gates.length - count("skip");
  const verdict = `${count("pass")} of ${plural(judged, "gate")} passed, ${count("fail")} failed, ` +
    `${count("undecided")} undecided, ${count("skip")} skipped.`;
  const parts = [
    `# Labels: ${plain(archetypes.join(", "))}`,
    `${verdict} Labels by ${plain(providers.join(", "))} (${plain(models.join(", "))}). ` +
    `Intervals are 95 % bootstrap intervals over whole threads (${evaluation.resamples} resamples, seed ${evaluation.seed}).`,
    "## Gates",
    "A gate is undecided when its interval straddles the threshold: more items would be needed to tell.",
    table(["source", "metric", "threshold:", "observed:", "status", "why"], gates.map(gateRow)),
    "## Scores",
    "An item without an answer counts as wrong; the score of answered items alone stands beside.",
    table(
      ["source", "label", "items:", "answered:", "accuracy:", "macro-F1:", "answered only:", "ECE:", "Brier:"],
      tasks.map(taskRow),
    ),
    "## What was judged",
    judgedTable(sources),
    "## Tables and columns",
    entityTable(entities),
    ...tasks.filter(({ items }) => items > 0).flatMap((task) => [
      `## ${task.source} ${task.task}`,
      classTable(task),
      ...figures.filter(({ id }) => id.endsWith(`_${task.source}_${task.task}`)).map(({ alt, png }) => image(alt, png)),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}
