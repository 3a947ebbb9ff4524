import { resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, option } from "@optique/core/primitives";
import type { FindingsEvaluation } from "../lib/contracts/findings.ts";
import { table } from "../lib/core/format.ts";
import { requireApart } from "./folders.ts";
import { commandOptions, examples, folder } from "./options.ts";
import { score } from "./scores.ts";
import type { Outcome, Session } from "./session.ts";

const options = object({
  report: option("--report", folder, { description: message`Folder of a report.` }),
  meta: optional(option("--meta", folder, {
    description: message`Folder of the ledger of defects and of the labels; meta/ARCHETYPE if not given.`,
  })),
  warehouse: optional(option("--warehouse", folder, { description: message`data/ARCHETYPE if not given.` })),
  out: optional(option("--out", folder, { description: message`reports/eval/findings-ARCHETYPE if not given.` })),
});

type Options = InferValue<typeof options>;

function summaryOf({ null_spikes, write_gaps, rates, worst_error_points, actions }: FindingsEvaluation): string[] {
  return [
    ...table([
      ["what", "planted", "found", "recall", "reported", "false alarms", "precision"],
      ...([["null spikes", null_spikes], ["write gaps", write_gaps]] as const).map(([name, found]) => [
        name,
        String(found.planted),
        String(found.found),
        score(found.recall),
        String(found.reported),
        String(found.false_alarms),
        score(found.precision),
      ]),
    ]),
    `rates: ${rates.length} compared, the worst is ${worst_error_points?.toFixed(4) ?? "-"} points off`,
    actions === null
      ? "actions: not judged, the report ranks none or there are no labels"
      : `actions: ${actions.agree.length} of ${actions.reported.length} are among the oracle's (precision ${
        score(actions.precision)
      }, recall ${score(actions.recall)}): oracle ${actions.oracle.join(", ") || "none"}`,
  ];
}

async function run({ context, config }: Session, { report, ...given }: Options): Promise<Outcome> {
  const { evalFindings } = await import("../lib/pipelines/eval_findings.ts");
  const { archetypeOfReport } = await import("../lib/pipelines/report_folder.ts");
  const archetype = await archetypeOfReport(resolve(context.cwd, report));
  const { paths } = config;
  const {
    meta = `${paths.meta}/${archetype}`,
    warehouse = `${paths.data}/${archetype}`,
    out = `${paths.reports}/eval/findings-${archetype}`,
  } = given;
  requireApart(context.cwd, [["--out", out]], [["--report", report], ["--meta", meta], ["--warehouse", warehouse]]);
  const findings = await evalFindings(context, { report, meta, warehouse, out, config });
  return { result: { findings }, summary: summaryOf(findings), wrote: [out] };
}

export const evalFindingsCommand = command("eval-findings", commandOptions(object({}), options, run), {
  brief: message`Hold a report's findings against what was planted`,
  description:
    message`Compares detected null spikes, write gaps and rates with the ledger of defects, and the first three actions with those that follow from the ledger and the planned labels.`,
  footer: examples(
    "dnr eval-findings --report reports/neobank",
    "dnr eval-findings --report reports/neobank --meta meta/neobank --json",
  ),
});
