import { object, or } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { map, optional, withDefault } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, flag, option } from "@optique/core/primitives";
import { EXIT, UserError } from "../lib/core/errors.ts";
import { table } from "../lib/core/format.ts";
import { plural } from "../lib/core/quantity.ts";
import type { PackGenResult } from "../lib/pipelines/pack_gen.ts";
import { requireApart, shellWord } from "./folders.ts";
import { commandOptions, examples, folder } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const initOptions = object({
  force: withDefault(flag("--force", { description: message`Overwrite files that were changed.` }), false),
});

async function init({ context }: Session, { force }: InferValue<typeof initOptions>): Promise<Outcome> {
  const { packInit } = await import("../lib/pipelines/pack_init.ts");
  const { written, same, changed } = await packInit(context, force);
  return {
    result: { written, same, changed },
    summary: [
      ...(same.length === 0 ? [] : [`${plural(same.length, "file")} as they should be`]),
      ...changed.map((path) => `${path} was changed and stays as it is; --force overwrites it`),
    ],
    wrote: written,
    next: "dnr pack gen --config config.yaml --out packs/pack1",
  };
}

const genOptions = object({
  out: option("--out", folder, { description: message`The pack's folder; its oracle is written beside it.` }),
  warehouse: optional(option("--warehouse", folder, {
    description: message`A dnr warehouse to take the catalog from, instead of the built-in business.`,
  })),
  comms: optional(option("--comms", folder, {
    description: message`Its communications, to take the queries and messages from.`,
  })),
  meta: optional(option("--meta", folder, {
    description: message`Their labels, for the oracle; without them it says nothing.`,
  })),
});

/** Seeds that every JSON reader holds exactly, and that are short to type. */
function drawnSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}

type GenOptions = InferValue<typeof genOptions>;

/** A pack of a dnr world where one is named, else of the built-in business. */
async function make(session: Session, { out, warehouse, comms, meta }: GenOptions): Promise<PackGenResult> {
  const { context, config, sources, configFile } = session;
  if (warehouse !== undefined && comms !== undefined) {
    const { packFromWorld } = await import("../lib/pipelines/pack_from_world.ts");
    return await packFromWorld(context, { warehouse, comms, meta: meta ?? null, out, config });
  }
  if (warehouse !== undefined || comms !== undefined) {
    const missing = warehouse === undefined ? "--warehouse" : "--comms";
    throw new UserError(`pack gen needs both folders of a world: ${missing} is missing`, {
      hint: "name both, or neither for a pack of the built-in business",
    });
  }
  const { packGen, readPackConfig } = await import("../lib/pipelines/pack_gen.ts");
  const seed = sources.get("warehouse.seed")?.kind === "flag" ? config.warehouse.seed : drawnSeed();
  return await packGen(context, { config: await readPackConfig(context.cwd, configFile), seed, out });
}

async function gen(session: Session, options: GenOptions): Promise<Outcome> {
  const { out, warehouse, comms, meta } = options;
  const inputs = Object.entries({ warehouse, comms, meta }).flatMap(([name, path]) =>
    path === undefined ? [] : [[`--${name}`, path] as const]
  );
  requireApart(session.context.cwd, [["--out", out]], inputs);
  const made = await make(session, options);
  const { packId, seed, now, counts, gaps, oracle } = made;
  return {
    result: { pack_id: packId, seed, now, counts, gaps },
    summary: table([
      ["pack", "seed", "now", "datasets", "queries", "slack", "e-mails", "gaps"],
      [
        packId,
        seed === null ? "-" : String(seed),
        now,
        ...[counts.datasets, counts.nl_queries, counts.slack_messages, counts.emails, gaps].map(String),
      ],
    ]),
    wrote: [out, oracle],
    next: `dnr pack validate --pack ${shellWord(out)}`,
  };
}

const validateOptions = object({
  pack: option("--pack", folder, { description: message`The pack's folder.` }),
});

/** Problems that the table shows; `--json` has them all. */
const SHOWN = 100;

async function validate({ context }: Session, { pack }: InferValue<typeof validateOptions>): Promise<Outcome> {
  const { packValidate } = await import("../lib/pipelines/pack_validate.ts");
  const { problems, schemas } = await packValidate(context, pack);
  const judges = schemas.length === 0 ? "the built-in schemas" : `${plural(schemas.length, "schema")} of schemas/`;
  return {
    result: { pack, valid: problems.length === 0, problems, schemas },
    summary: [
      ...(problems.length === 0 ? [] : table([
        ["file", "line", "problem"],
        ...problems.slice(0, SHOWN).map((
          { file, line, message },
        ) => [file, line === null ? "-" : String(line), message]),
      ])),
      ...(problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more: --json lists all`] : []),
      problems.length === 0
        ? `${pack} is valid, by ${judges}`
        : `${pack} is not valid: ${plural(problems.length, "problem")}, by ${judges}`,
    ],
    wrote: [],
    next: problems.length === 0
      ? `dnr gaps gen --pack ${shellWord(pack)} --out report_out`
      : `dnr pack gen --config config.yaml --out ${shellWord(pack)}`,
    exitCode: problems.length === 0 ? EXIT.done : EXIT.badData,
  };
}

const listOptions = object({
  root: withDefault(option("--root", folder, { description: message`Folder of packs; packs if not given.` }), "packs"),
});

async function list({ context }: Session, { root }: InferValue<typeof listOptions>): Promise<Outcome> {
  const { packList } = await import("../lib/pipelines/pack_list.ts");
  const packs = await packList(context, root);
  return {
    result: { packs },
    summary: packs.length === 0 ? [`no packs in ${root}`] : table([
      ["pack", "id", "from", "to", "datasets", "items", "seed", "valid"],
      ...packs.map(({ pack, manifest, problems }) => {
        const valid = problems === 0 ? "yes" : plural(problems, "problem");
        if (manifest === null) return [pack, ...Array<string>(6).fill("-"), valid];
        const { pack_id: id, window, seed, counts } = manifest;
        const items = counts.nl_queries + counts.slack_messages + counts.emails;
        const days = [window.from, window.to].map((time) => time.slice(0, 10));
        return [pack, id, ...days, String(counts.datasets), String(items), seed === null ? "-" : String(seed), valid];
      }),
    ]),
    wrote: [],
    next: packs[0] === undefined
      ? `dnr pack gen --config config.yaml --out ${shellWord(`${root}/pack1`)}`
      : `dnr pack validate --pack ${shellWord(packs[0].pack)}`,
  };
}

const initCommand = command("init", commandOptions(object({}), initOptions, init), {
  brief: message`Write the schemas and a configuration to start from`,
  description:
    message`Writes schemas/ and config.yaml into the working folder. What is there stays as it is, unless --force is given.`,
  footer: examples("dnr pack init", "dnr pack init --force"),
});

/** `--config` names the pack's own settings here. */
const genParser = map(
  commandOptions(object({}), genOptions, gen),
  (parsed) => ({ ...parsed, ownConfig: true }),
);

const genCommand = command("gen", genParser, {
  brief: message`Make a pack`,
  description:
    message`A catalog, and what people ask of it, with gaps planted in it. --config names the pack's own settings (config.yaml of dnr pack init). With --seed the same bytes each time, "now" among them; without it, another pack each time. With --warehouse and --comms the pack tells the story of a dnr world.`,
  footer: examples(
    "dnr pack gen --config config.yaml --out packs/v2026-06-30-a",
    "dnr pack gen --out packs/pack1 --seed 7",
    "dnr pack gen --out packs/bank --warehouse data/neobank --comms comms/neobank",
  ),
});

const validateCommand = command("validate", commandOptions(object({}), validateOptions, validate), {
  brief: message`Tell everything that is wrong with a pack`,
  description:
    message`Schemas (of schemas/ in the working folder where there are some), ids, references, lineage, times, freshness, counts and digests. Names each problem with its file and line. Exit 3 when there is one.`,
  footer: examples("dnr pack validate --pack packs/pack1", "dnr pack validate --pack packs/pack1 --json"),
});

const listCommand = command("list", commandOptions(object({}), listOptions, list), {
  brief: message`Show the packs of a folder`,
  footer: examples("dnr pack list --root packs"),
});

export const packCommand = command("pack", or(initCommand, genCommand, validateCommand, listCommand), {
  brief: message`Make and check telemetry packs (datagap-synth)`,
});
