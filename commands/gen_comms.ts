import { object, or } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { map, optional, withDefault } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, flag, option } from "@optique/core/primitives";
import { integer } from "@optique/core/valueparser";
import { archetypeById } from "../lib/archetypes/mod.ts";
import type { Config } from "../lib/config/schema.ts";
import { requireApart, shellWord } from "./folders.ts";
import { commsSummary } from "./gen_comms_summary.ts";
import { archetypeId, commandOptions, examples, folder, setting } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const items = integer({ metavar: "N", min: 0 });

const settings = object({
  slack: setting("--slack", "comms.slack_threads", items, { description: message`Slack threads.` }),
  email: setting("--email", "comms.email_threads", items, { description: message`E-mails.` }),
  nlq: setting("--nlq", "comms.nlq", items, { description: message`Queries of the natural-language tool.` }),
  months: setting("--months", "comms.months", integer({ metavar: "N" }), {
    description: message`Length of the correspondence, up to the last day of the data.`,
  }),
});

const statements = withDefault(
  or(
    map(
      flag("--nlq-parse-only", {
        description: message`Plan each query's SQL against empty tables, and keep whether it can be.`,
      }),
      () => "parsed" as const,
    ),
    map(
      flag("--nlq-execute", {
        description:
          message`Run each query's SQL on the warehouse, read-only, and keep what happened. Its times differ from run to run, and with them the bytes of nlq.parquet.`,
      }),
      () => "executed" as const,
    ),
  ),
  "left" as const,
);

const options = object({
  archetype: option("--archetype", archetypeId, { description: message`Which synthetic company.` }),
  out: optional(option("--out", folder, { description: message`comms/ARCHETYPE if not given.` })),
  meta: optional(option("--meta", folder, {
    description:
      message`Where the ledger of the warehouse lies and the labels go; meta/ARCHETYPE if not given. Without a ledger nothing is linked to an event.`,
  })),
  warehouse: optional(option("--warehouse", folder, {
    description: message`What --nlq-execute runs on; data/ARCHETYPE if not given.`,
  })),
  statements,
  dryRun: optional(flag("--dry-run", { description: message`Plan and price alone: nothing is asked or written.` })),
});

type Options = InferValue<typeof options>;

/** The global --seed and --api-cap-usd speak of what the command makes: here, of the communications. */
function withOwnFlags({ config, sources }: Session): Config {
  const given = (path: string): boolean => sources.get(path)?.kind === "flag";
  const { comms, warehouse, classification } = config;
  return {
    ...config,
    comms: {
      ...comms,
      seed: given("warehouse.seed") ? warehouse.seed : comms.seed,
      api_cap_usd: given("classification.api_cap_usd") ? classification.api_cap_usd : comms.api_cap_usd,
    },
  };
}

async function run(session: Session, options: Options): Promise<Outcome> {
  const { genComms } = await import("../lib/pipelines/gen_comms.ts");
  const { context } = session;
  const config = withOwnFlags(session);
  const { archetype: id, statements, dryRun = false } = options;
  const { paths } = config;
  const { out = `${paths.comms}/${id}`, meta = `${paths.meta}/${id}`, warehouse = `${paths.data}/${id}` } = options;
  requireApart(context.cwd, [["--out", out]], [["--meta", meta], ["--warehouse", warehouse]]);
  const made = await genComms(context, {
    archetype: archetypeById(id),
    config,
    out,
    meta,
    warehouse,
    statements,
    dryRun,
  });
  const { result, summary } = commsSummary(made);
  return {
    result: { archetype: id, seed: config.comms.seed, dry_run: dryRun, ...result },
    summary,
    wrote: dryRun ? [] : [out, `${meta}/labels_{slack,email,nlq}.parquet`],
    next: dryRun
      ? `dnr gen-comms --archetype ${id}`
      : `dnr run-report --warehouse ${shellWord(warehouse)} --comms ${shellWord(out)}`,
  };
}

export const genCommsCommand = command("gen-comms", commandOptions(settings, options, run), {
  brief: message`Write what a company's people say of their data`,
  description:
    message`Plans threads, e-mails and queries, has them worded by the language model or by the embedded writer, checks every text, and writes them with their labels. Without a key the same seed gives the same bytes.`,
  footer: examples(
    "dnr gen-comms --archetype neobank",
    "dnr gen-comms --archetype neobank --slack 300 --email 80 --nlq 100 --seed 7",
    "dnr gen-comms --archetype neobank --llm-provider openai --dry-run",
  ),
});
