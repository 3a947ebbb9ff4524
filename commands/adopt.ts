import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, option } from "@optique/core/primitives";
import { string } from "@optique/core/valueparser";
import { archetypeById } from "../lib/archetypes/mod.ts";
import { table } from "../lib/core/format.ts";
import { UserError } from "../lib/core/errors.ts";
import { count } from "../lib/core/quantity.ts";
import { shellWord } from "./folders.ts";
import { archetypeId, commandOptions, examples, folder, setting } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const settings = object({
  tz: setting("--tz", "warehouse.tz", string({ metavar: "ZONE" }), { description: message`Time zone of local days.` }),
  asOf: setting("--as-of", "warehouse.as_of", string({ metavar: "DAY" }), {
    description: message`Last local day of the data.`,
  }),
});

const options = object({
  archetype: option("--archetype", archetypeId, { description: message`Whose tables the files hold.` }),
  warehouse: optional(option("--warehouse", folder, {
    description: message`Folder with one Parquet file for each table.`,
  })),
  comms: optional(option("--comms", folder, { description: message`Not yet in this version.` })),
});

type Options = InferValue<typeof options>;

async function run({ context, config }: Session, { archetype, warehouse, comms }: Options): Promise<Outcome> {
  if (comms !== undefined) {
    throw new UserError("adopt cannot take in communications: this version of dnr knows warehouses alone", {
      hint: "leave out --comms",
    });
  }
  if (warehouse === undefined) {
    throw new UserError("adopt has nothing to take in: --warehouse is missing", { hint: "dnr adopt --help" });
  }
  const { adopt } = await import("../lib/pipelines/adopt.ts");
  const { files, warnings } = await adopt(context, {
    archetype: archetypeById(archetype),
    warehouse,
    tz: config.warehouse.tz,
    asOf: config.warehouse.as_of,
  });
  return {
    result: { archetype, warehouse, files, warnings },
    summary: [
      ...table([["file", "rows"], ...files.map((file) => [file.path, count(file.rows ?? 0)])]),
      ...warnings.map((warning) => `warning: ${warning}`),
    ],
    wrote: [`${warehouse}/manifest.json`],
    next: `dnr run-report --warehouse ${shellWord(warehouse)} --no-llm`,
  };
}

export const adoptCommand = command("adopt", commandOptions(settings, options, run), {
  brief: message`Take in Parquet files made elsewhere`,
  description:
    message`Checks a folder of your own exports against the tables of an archetype and writes the manifest that run-report asks for. Columns that no table declares are named and left alone.`,
  footer: examples("dnr adopt --archetype neobank --warehouse exports --as-of 2026-06-30"),
});
