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
  comms: optional(option("--comms", folder, {
    description: message`Folder with slack_messages, email_messages, comms_users and nlq, each a Parquet file.`,
  })),
});

type Options = InferValue<typeof options>;

async function run({ context, config }: Session, { archetype, warehouse, comms }: Options): Promise<Outcome> {
  const taken = warehouse ?? comms;
  if (taken === undefined) {
    throw new UserError("adopt has nothing to take in: neither --warehouse nor --comms is given", {
      hint: "dnr adopt --help",
    });
  }
  if (warehouse !== undefined && comms !== undefined) {
    throw new UserError("adopt takes in one folder at a time: found --warehouse and --comms", {
      hint: "run it once for each",
    });
  }
  const { adoptComms, adoptWarehouse } = await import("../lib/pipelines/adopt.ts");
  const { files, warnings } = await (warehouse === undefined ? adoptComms : adoptWarehouse)(context, {
    archetype: archetypeById(archetype),
    folder: taken,
    tz: config.warehouse.tz,
    asOf: config.warehouse.as_of,
  });
  return {
    result: { archetype, [warehouse === undefined ? "comms" : "warehouse"]: taken, files, warnings },
    summary: [
      ...table([["file", "rows"], ...files.map((file) => [file.path, count(file.rows ?? 0)])]),
      ...warnings.map((warning) => `warning: ${warning}`),
    ],
    wrote: [`${taken}/manifest.json`],
    next: warehouse === undefined
      ? `dnr run-report --warehouse ${shellWord(`${config.paths.data}/${archetype}`)} --comms ${shellWord(taken)}`
      : `dnr run-report --warehouse ${shellWord(warehouse)} --no-llm`,
  };
}

export const adoptCommand = command("adopt", commandOptions(settings, options, run), {
  brief: message`Take in Parquet files made elsewhere`,
  description:
    message`Checks a folder of your own exports, of a warehouse or of communications, against the tables that dnr reads and writes the manifest that run-report asks for. Columns that no table declares are named and left alone.`,
  footer: examples(
    "dnr adopt --archetype neobank --warehouse exports --as-of 2026-06-30",
    "dnr adopt --archetype neobank --comms messages --as-of 2026-06-30",
  ),
});
