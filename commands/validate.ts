import { resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, flag, option } from "@optique/core/primitives";
import { table } from "../lib/core/format.ts";
import { EXIT } from "../lib/core/errors.ts";
import { plural } from "../lib/core/quantity.ts";
import { readManifest } from "../lib/infra/files.ts";
import { type NamedFolder, requireApart, shellWord } from "./folders.ts";
import { commandOptions, examples, folder } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const options = object({
  warehouse: option("--warehouse", folder, { description: message`Folder of a generated or adopted warehouse.` }),
  comms: optional(
    option("--comms", folder, {
      description: message`Folder of the company's communications; without it their checks are skipped.`,
    }),
  ),
  meta: optional(option("--meta", folder, {
    description: message`Folder of the ledger of defects and of the labels; meta/ARCHETYPE if not given.`,
  })),
  out: optional(option("--out", folder, { description: message`reports/ARCHETYPE/qc if not given.` })),
  strict: optional(flag("--strict", { description: message`Exit 1 when a check fails.` })),
});

type Options = InferValue<typeof options>;

async function run({ context, config }: Session, options: Options): Promise<Outcome> {
  const { warehouse, comms, strict = false } = options;
  const { validate } = await import("../lib/pipelines/validate.ts");
  const { archetype, adopted } = await readManifest(resolve(context.cwd, warehouse));
  const { paths } = config;
  const { meta = `${paths.meta}/${archetype}`, out = `${paths.reports}/${archetype}/qc` } = options;
  const inputs: NamedFolder[] = [["--warehouse", warehouse], ["--meta", meta]];
  if (comms !== undefined) inputs.push(["--comms", comms]);
  requireApart(context.cwd, [["--out", out]], inputs);
  const report = `${paths.reports}/${archetype}`;
  const { summary } = await validate(context, { warehouse, comms: comms ?? null, meta, report, out, config });
  const { pass, fail, skip } = summary.counts;
  const failed = summary.checks.filter(({ status }) => status === "fail");
  return {
    result: { summary },
    summary: [
      ...table([
        ["gate", "pass", "fail", "skip"],
        ...summary.gates.map(({ title, counts }) => [title, ...[counts.pass, counts.fail, counts.skip].map(String)]),
      ]),
      ...failed.map(({ gate, check, expected, observed, unit, tolerance }) =>
        `failed: ${gate}: ${check}: found ${observed}, wanted ${[expected, unit].join(" ").trim()} (${tolerance})`
      ),
      `${plural(pass + fail, "check")}: ${pass} passed, ${fail} failed; ${skip} skipped`,
    ],
    wrote: [out],
    next: fail === 0
      ? `dnr run-report --warehouse ${shellWord(warehouse)} ${
        comms === undefined ? "--no-llm" : `--comms ${shellWord(comms)}`
      }`
      : adopted
      ? `dnr adopt --archetype ${archetype} --warehouse ${shellWord(warehouse)}`
      : `dnr gen-warehouse --archetype ${archetype} --out ${shellWord(warehouse)}`,
    exitCode: strict && fail > 0 ? EXIT.gateFailed : EXIT.done,
  };
}

export const validateCommand = command("validate", commandOptions(object({}), options, run), {
  brief: message`Check a warehouse and its communications against what they should be`,
  description:
    message`Holds files, schema, volumes, defect rates, detected spikes and gaps, seasons, bands and guardrails against their targets, and generates a small sample twice to compare its bytes. With --comms, also the volumes, mixes, token caps, identities, repetition, SQL, labels and event traffic of the communications, and what models cost. Nothing is skipped in silence: every skipped check says why.`,
  footer: examples(
    "dnr validate --warehouse data/neobank",
    "dnr validate --warehouse data/neobank --comms comms/neobank --strict",
    "dnr validate --warehouse data/neobank --out reports/neobank/qc --strict",
  ),
});
