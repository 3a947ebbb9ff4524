import { resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import { command, flag, option } from "@optique/core/primitives";
import { table } from "../lib/core/format.ts";
import { EXIT, UserError } from "../lib/core/errors.ts";
import { plural } from "../lib/core/quantity.ts";
import { readManifest } from "../lib/infra/files.ts";
import { requireApart, shellWord } from "./folders.ts";
import { commandOptions, examples, folder } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const options = object({
  warehouse: option("--warehouse", folder, { description: message`Folder of a generated or adopted warehouse.` }),
  comms: optional(option("--comms", folder, { description: message`Not yet in this version.` })),
  meta: optional(option("--meta", folder, {
    description: message`Folder of the ledger of defects; meta/ARCHETYPE if not given.`,
  })),
  out: optional(option("--out", folder, { description: message`reports/ARCHETYPE/qc if not given.` })),
  strict: optional(flag("--strict", { description: message`Exit 1 when a check fails.` })),
});

interface Options {
  readonly warehouse: string;
  readonly comms: string | undefined;
  readonly meta: string | undefined;
  readonly out: string | undefined;
  readonly strict: boolean | undefined;
}

async function run({ context, config }: Session, options: Options): Promise<Outcome> {
  const { warehouse, comms, strict = false } = options;
  if (comms !== undefined) {
    throw new UserError("validate cannot check communications: this version of dnr knows warehouses alone", {
      hint: "leave out --comms",
    });
  }
  const { validate } = await import("../lib/pipelines/validate.ts");
  const { archetype, adopted } = await readManifest(resolve(context.cwd, warehouse));
  const { paths } = config;
  const { meta = `${paths.meta}/${archetype}`, out = `${paths.reports}/${archetype}/qc` } = options;
  requireApart(context.cwd, [["--out", out]], [["--warehouse", warehouse], ["--meta", meta]]);
  const { summary } = await validate(context, { warehouse, meta, out, config });
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
      ? `dnr run-report --warehouse ${shellWord(warehouse)} --no-llm`
      : adopted
      ? `dnr adopt --archetype ${archetype} --warehouse ${shellWord(warehouse)}`
      : `dnr gen-warehouse --archetype ${archetype} --out ${shellWord(warehouse)}`,
    exitCode: strict && fail > 0 ? EXIT.gateFailed : EXIT.done,
  };
}

export const validateCommand = command("validate", commandOptions(object({}), options, run), {
  brief: message`Check a warehouse against what it should be`,
  description:
    message`Holds files, schema, volumes, defect rates, detected spikes and gaps, seasons, bands and guardrails against their targets, and generates a small sample twice to compare its bytes. Nothing is skipped in silence: every skipped check says why.`,
  footer: examples(
    "dnr validate --warehouse data/neobank",
    "dnr validate --warehouse data/neobank --out reports/neobank/qc --strict",
  ),
});
