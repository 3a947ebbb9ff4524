import { resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import { command, option } from "@optique/core/primitives";
import { integer } from "@optique/core/valueparser";
import { table } from "../lib/core/format.ts";
import { EXIT } from "../lib/core/errors.ts";
import { plural } from "../lib/core/quantity.ts";
import { shellWord } from "./folders.ts";
import { commandOptions, examples, folder } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const options = object({
  report: option("--report", folder, { description: message`Folder of a report.` }),
  warehouse: optional(option("--warehouse", folder, { description: message`data/ARCHETYPE if not given.` })),
  action: optional(option("--action", integer({ metavar: "N", min: 1 }), {
    description: message`Rank of one action; all if not given.`,
  })),
});

interface Options {
  readonly report: string;
  readonly warehouse: string | undefined;
  readonly action: number | undefined;
}

async function run({ context, config }: Session, { report, warehouse, action }: Options): Promise<Outcome> {
  const { explain } = await import("../lib/pipelines/explain.ts");
  const { archetypeOfReport } = await import("../lib/pipelines/report_folder.ts");
  const archetype = await archetypeOfReport(resolve(context.cwd, report));
  const data = warehouse ?? `${config.paths.data}/${archetype}`;
  const { actions, figures } = await explain(context, {
    report,
    warehouse: data,
    runs: config.paths.runs,
    action: action ?? null,
    config,
  });
  const broken = figures.filter(({ holds }) => !holds);
  const show = (value: unknown): string => typeof value === "number" ? String(value) : JSON.stringify(value);
  return {
    result: { actions, figures },
    summary: [
      ...actions.flatMap(({ rank, title }) => {
        const own = figures.filter((figure) => figure.action === rank);
        return [
          `${rank}. ${title.replaceAll("`", "")}: ${own.filter(({ holds }) => holds).length} of ${
            plural(own.length, "figure")
          } hold`,
          ...table([
            ["evidence", "reported", "found", "holds"],
            ...own.filter(({ metric }) => metric !== null).map(({ metric, reported, found, holds }) => [
              metric!,
              show(reported),
              show(found),
              holds ? "yes" : "no",
            ]),
          ]),
        ];
      }),
      ...broken.map(({ action, figure, reported, found }) =>
        `does not hold: action ${action}, ${figure}: the report says ${show(reported)}, found ${show(found)}`
      ),
    ],
    wrote: [],
    next: broken.length === 0
      ? `dnr validate --warehouse ${shellWord(data)} --out ${shellWord(`${report}/qc`)}`
      : `dnr run-report --warehouse ${shellWord(data)} --comms ${shellWord(`${config.paths.comms}/${archetype}`)}`,
    exitCode: broken.length === 0 ? EXIT.done : EXIT.gateFailed,
  };
}

export const explainCommand = command("explain", commandOptions(object({}), options, run), {
  brief: message`Work out a report's figures again`,
  description:
    message`Runs the evidence of each action against the warehouse, weighs its demand again from the predictions, ranks again, and says for every figure whether it still holds. Exit 1 when one does not.`,
  footer: examples(
    "dnr explain --report reports/neobank",
    "dnr explain --report reports/neobank --action 1 --json",
  ),
});
