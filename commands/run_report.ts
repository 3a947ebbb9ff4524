import { resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, flag, option } from "@optique/core/primitives";
import { readManifest } from "../lib/infra/files.ts";
import { type NamedFolder, requireApart, shellWord } from "./folders.ts";
import { commandOptions, examples, folder, refuseLanguageModel } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const options = object({
  warehouse: option("--warehouse", folder, { description: message`Folder of a generated or adopted warehouse.` }),
  comms: optional(option("--comms", folder, { description: message`Folder of communications about it.` })),
  out: optional(option("--out", folder, { description: message`reports/ARCHETYPE if not given.` })),
  strict: optional(flag("--strict", {
    description: message`Exit 1 when a source is covered too thinly; nothing to judge with --no-llm.`,
  })),
});

type Options = InferValue<typeof options>;

async function run({ context, config, noLlm }: Session, { warehouse, comms, out }: Options): Promise<Outcome> {
  refuseLanguageModel("run-report", noLlm);
  const { runReport } = await import("../lib/pipelines/run_report.ts");
  const { archetype } = await readManifest(resolve(context.cwd, warehouse));
  const reports = out ?? `${config.paths.reports}/${archetype}`;
  const inputs: NamedFolder[] = [
    ["--warehouse", warehouse],
    ...(comms === undefined ? [] : [["--comms", comms] as const]),
  ];
  requireApart(context.cwd, [["--out", reports]], inputs);
  const { runId, summary } = await runReport(context, {
    warehouse,
    comms: comms ?? null,
    out: reports,
    runs: config.paths.runs,
    windowDays: config.report.window_days,
    config,
  });
  return {
    result: { run_id: runId, summary },
    summary: [summary.headline],
    wrote: [reports, `${config.paths.runs}/${runId}`],
    next: `dnr validate --warehouse ${shellWord(warehouse)} --out ${shellWord(`${reports}/qc`)}`,
  };
}

export const runReportCommand = command("run-report", commandOptions(object({}), options, run), {
  brief: message`Measure a warehouse and write the report`,
  description:
    message`Checks the files against their manifest, measures nulls, foreign keys, duplicates, lag, null spikes and write gaps, and writes data_health, exec_summary and figures.`,
  footer: examples(
    "dnr run-report --warehouse data/neobank --no-llm",
    "dnr run-report --warehouse data/neobank --window 7d --out r/week --no-llm",
  ),
});
