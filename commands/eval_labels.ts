import { basename, dirname, resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { multiple, optional } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, flag, option } from "@optique/core/primitives";
import { EXIT } from "../lib/core/errors.ts";
import { table } from "../lib/core/format.ts";
import { requireApart } from "./folders.ts";
import { commandOptions, examples, folder } from "./options.ts";
import { score } from "./scores.ts";
import type { Outcome, Session } from "./session.ts";

const options = object({
  pred: multiple(
    option("--pred", folder, { description: message`Folder of predictions; several are judged together.` }),
    { min: 1 },
  ),
  labels: optional(option("--labels", folder, { description: message`Folder of the labels; meta if not given.` })),
  out: optional(option("--out", folder, { description: message`reports/eval/RUN if not given.` })),
  strict: optional(flag("--strict", { description: message`Exit 1 when a gate fails or is undecided.` })),
});

type Options = InferValue<typeof options>;

/** `runs/0123/preds` is named by its run. */
function runName(folder: string): string {
  return basename(folder) === "preds" ? basename(dirname(folder)) : basename(folder);
}

async function run({ context, config }: Session, { pred, labels, out, strict }: Options): Promise<Outcome> {
  const { evalLabels } = await import("../lib/pipelines/eval_labels.ts");
  const { paths } = config;
  const runs = pred.map((given) => runName(resolve(context.cwd, given))).join("+");
  const target = out ?? `${paths.reports}/eval/${runs}`;
  const meta = labels ?? paths.meta;
  requireApart(context.cwd, [["--out", target]], [...pred.map((given) => ["--pred", given] as const), [
    "--labels",
    meta,
  ]]);
  const { evaluation } = await evalLabels(context, { predictions: pred, labels: meta, out: target, config });
  return {
    result: { evaluation },
    summary: table([
      ["source", "metric", "threshold", "value", "low", "high", "status"],
      ...evaluation.gates.map(({ source, metric, threshold, value, low, high, status }) => [
        source,
        metric,
        ...[threshold, value, low, high].map(score),
        status,
      ]),
    ]),
    wrote: [target],
    exitCode: strict === true && !evaluation.passed ? EXIT.gateFailed : EXIT.done,
  };
}

export const evalLabelsCommand = command("eval-labels", commandOptions(object({}), options, run), {
  brief: message`Hold predictions against the planned labels`,
  description:
    message`Joins predictions and labels by id, and writes accuracy, macro-F1, scores of each label, confusion matrices, calibration and coverage, with 95 % intervals. A gate whose interval straddles its threshold is undecided.`,
  footer: examples(
    "dnr eval-labels --pred runs/RUN/preds --labels meta",
    "dnr eval-labels --pred runs/A/preds --pred runs/B/preds --strict",
  ),
});
