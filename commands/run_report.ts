import { resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, flag, option } from "@optique/core/primitives";
import { readManifest } from "../lib/infra/files.ts";
import { EXIT, UserError } from "../lib/core/errors.ts";
import { breachesOf, coverageTable, spendTable } from "./budget_tables.ts";
import { type NamedFolder, requireApart, shellWord } from "./folders.ts";
import { commandOptions, examples, folder } from "./options.ts";
import { planOutcome } from "./plan.ts";
import type { Outcome, Session } from "./session.ts";

const options = object({
  warehouse: option("--warehouse", folder, { description: message`Folder of a generated or adopted warehouse.` }),
  comms: optional(option("--comms", folder, { description: message`Folder of communications about it.` })),
  out: optional(option("--out", folder, { description: message`reports/ARCHETYPE if not given.` })),
  strict: optional(flag("--strict", {
    description: message`Exit 1 when a source is covered too thinly, or the budget ended a source early.`,
  })),
  dryRun: optional(flag("--dry-run", {
    description: message`Say what would be sent and cost, as dnr plan does; write nothing.`,
  })),
});

type Options = InferValue<typeof options>;

async function run(session: Session, options: Options): Promise<Outcome> {
  const { warehouse, comms, out, strict = false, dryRun = false } = options;
  if (dryRun) return await planOutcome(session, options);
  const { context, config, noLlm } = session;
  if (comms === undefined && !noLlm) {
    throw new UserError("run-report has nothing to read: --comms is missing, wanted unless --no-llm is given", {
      hint: "name the communications with --comms, or use --no-llm for data health only",
    });
  }
  const { runReport } = await import("../lib/pipelines/run_report.ts");
  const { archetype } = await readManifest(resolve(context.cwd, warehouse));
  const reports = out ?? `${config.paths.reports}/${archetype}`;
  const inputs: NamedFolder[] = [
    ["--warehouse", warehouse],
    ...(comms === undefined ? [] : [["--comms", comms] as const]),
  ];
  requireApart(context.cwd, [["--out", reports]], inputs);
  const { runId, summary, budget } = await runReport(context, {
    warehouse,
    comms: comms ?? null,
    llm: !noLlm,
    out: reports,
    runs: config.paths.runs,
    windowDays: config.report.window_days,
    config,
  });
  const toCheck: NamedFolder[] = [...inputs, ["--out", `${reports}/qc`]];
  const breaches = budget === null ? [] : breachesOf(budget);
  return {
    result: { run_id: runId, summary, budget, breaches },
    summary: [
      summary.headline,
      ...(budget === null ? [] : [...spendTable(budget.spend), ...coverageTable(budget.coverage), ...budget.notes]),
    ],
    wrote: [reports, `${config.paths.runs}/${runId}`],
    next: `dnr validate ${toCheck.map(([flag, folder]) => `${flag} ${shellWord(folder)}`).join(" ")}`,
    exitCode: strict && breaches.length > 0 ? EXIT.gateFailed : EXIT.done,
  };
}

export const runReportCommand = command("run-report", commandOptions(object({}), options, run), {
  brief: message`Measure a warehouse and write the report`,
  description:
    message`Checks the files against their manifest, measures nulls, foreign keys, duplicates, lag, null spikes and write gaps, reads what people ask for within the budget, and writes data_health, themes, exec_summary, budget and figures.`,
  footer: examples(
    "dnr run-report --warehouse data/neobank --comms comms/neobank",
    "dnr run-report --warehouse data/neobank --no-llm",
    "dnr run-report --warehouse data/neobank --window 7d --out r/week --no-llm",
  ),
});
