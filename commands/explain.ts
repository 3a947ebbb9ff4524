import { resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, option } from "@optique/core/primitives";
import { integer } from "@optique/core/valueparser";
import { table } from "../lib/core/format.ts";
import { EXIT } from "../lib/core/errors.ts";
import { count, plural } from "../lib/core/quantity.ts";
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

type Options = InferValue<typeof options>;

async function run({ context, config }: Session, { report, warehouse, action }: Options): Promise<Outcome> {
  const { explain } = await import("../lib/pipelines/explain.ts");
  const { archetypeOfReport } = await import("../lib/pipelines/report_folder.ts");
  const archetype = await archetypeOfReport(resolve(context.cwd, report));
  const data = warehouse ?? `${config.paths.data}/${archetype}`;
  const { actions, figures, files } = await explain(context, {
    report,
    warehouse: data,
    runs: config.paths.runs,
    action: action ?? null,
  });
  // A file that is another one explains the figures after it.
  const broken = [...files, ...figures].filter(({ holds }) => !holds);
  return {
    result: { actions, figures, files },
    summary: [
      ...actions.flatMap(({ rank, title }) => {
        const own = figures.filter((figure) => figure.action === rank);
        return [
          `${rank}. ${title.replaceAll("`", "")}: ${held(own)}`,
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
      ...(action === undefined
        ? [`the rest of the summary: ${held(figures.filter((one) => one.action === null))}`]
        : []),
      `the warehouse: ${files.filter(({ holds }) => holds).length} of ${plural(files.length, "file")} as measured`,
      ...broken.slice(0, LISTED).map(({ figure, reported, found }) =>
        `does not hold: ${figure}: the report has ${show(reported)}, found ${show(found)}`
      ),
      ...(broken.length > LISTED ? [`and ${broken.length - LISTED} more: --json lists them all`] : []),
    ],
    wrote: [],
    next: broken.length === 0
      ? `dnr validate --warehouse ${shellWord(data)} --out ${shellWord(`${report}/qc`)}`
      : `dnr run-report --warehouse ${shellWord(data)} --comms ${shellWord(`${config.paths.comms}/${archetype}`)}`,
    exitCode: broken.length === 0 ? EXIT.done : EXIT.gateFailed,
  };
}

/** Figures that do not hold, as many as are printed. */
const LISTED = 20;

function show(value: unknown): string {
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

function held(figures: readonly { readonly holds: boolean }[]): string {
  return `${count(figures.filter(({ holds }) => holds).length)} of ${plural(figures.length, "figure")} hold`;
}

export const explainCommand = command("explain", commandOptions(object({}), options, run), {
  brief: message`Work out a report's figures again`,
  description:
    message`Runs the evidence of each action against the warehouse, weighs its demand again from the predictions, ranks again, and says for every figure of the summary whether it still holds, and for every file of the warehouse whether it is the one that was measured. Exit 1 when one does not.`,
  footer: examples(
    "dnr explain --report reports/neobank",
    "dnr explain --report reports/neobank --action 1 --json",
  ),
});
