import { resolve } from "node:path";
import { object, or } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional, withDefault } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, option } from "@optique/core/primitives";
import { choice, integer, string } from "@optique/core/valueparser";
import type { BacklogItem } from "../lib/contracts/backlog.ts";
import type { Config } from "../lib/config/schema.ts";
import { EXIT } from "../lib/core/errors.ts";
import { table } from "../lib/core/format.ts";
import { excerpt } from "../lib/report/excerpt.ts";
import { spendTable } from "./budget_tables.ts";
import { requireApart, shellWord } from "./folders.ts";
import { commandOptions, examples, folder, setting } from "./options.ts";
import { score } from "./scores.ts";
import type { Outcome, Session } from "./session.ts";

const out = withDefault(
  option("--out", folder, { description: message`The report; report_out if not given.` }),
  "report_out",
);

const genSettings = object({
  embed: setting("--embed", "gaps.embed_model", string({ metavar: "NAME" }), {
    description: message`Model of the embeddings.`,
  }),
});

const genOptions = object({
  pack: option("--pack", folder, { description: message`The telemetry pack to read.` }),
  out,
  llm: optional(option("--llm", choice(["on", "off"], { metavar: "on|off" }), {
    description: message`Ask a language model, or the embedded one alone. On where a key is set, if not given.`,
  })),
});

/** `--llm` and the global `--api-cap-usd` as the settings that they speak of here. */
function withOwnFlags({ config, sources, noLlm }: Session, llm: "on" | "off" | undefined): Config {
  const capGiven = sources.get("classification.api_cap_usd")?.kind === "flag";
  const provider = noLlm || llm === "off" ? "local" : llm === "on" ? "openai" : config.llm.provider;
  return {
    ...config,
    llm: { ...config.llm, provider },
    gaps: { ...config.gaps, ...(capGiven ? { api_cap_usd: config.classification.api_cap_usd } : {}) },
  };
}

/** Backlog items that the summary shows. */
const SHOWN = 5;

function backlogTable(items: readonly BacklogItem[]): string[] {
  return table([
    ["rank", "gap", "asks", "people", "score", "confidence", "id"],
    ...items.map(({ rank, title, asks, people, score, confidence, id }) => [
      String(rank),
      excerpt(title),
      String(asks),
      String(people),
      score.toFixed(2),
      confidence.toFixed(2),
      id,
    ]),
  ]);
}

async function gen(session: Session, { pack, out, llm }: InferValue<typeof genOptions>): Promise<Outcome> {
  const { gapsGen } = await import("../lib/pipelines/gaps_gen.ts");
  const { context } = session;
  requireApart(context.cwd, [["--out", out]], [["--pack", pack]]);
  const config = withOwnFlags(session, llm);
  const { backlog, budget } = await gapsGen(context, { pack, out, config });
  const { counts, reader, notes } = backlog;
  return {
    result: { pack_id: backlog.pack_id, reader, counts, backlog: backlog.backlog.slice(0, SHOWN), spend: budget.spend },
    summary: [
      `${counts.gaps} of ${counts.items} items meet a gap; ${backlog.backlog.length} gaps, read by ${reader.model}`,
      ...backlogTable(backlog.backlog.slice(0, SHOWN)),
      ...(budget.spend.length === 0 ? [] : spendTable(budget.spend)),
      ...notes.map((note) => `note: ${note}`),
    ],
    wrote: [out],
    next: `dnr gaps validate --out ${shellWord(out)}`,
  };
}

const validateOptions = object({ out });

async function validate({ context }: Session, { out }: InferValue<typeof validateOptions>): Promise<Outcome> {
  const { gapsValidate } = await import("../lib/pipelines/gaps_validate.ts");
  const checks = await gapsValidate(context, out);
  const failed = checks.filter(({ faults }) => faults.length > 0);
  return {
    result: { passed: failed.length === 0, checks },
    summary: [
      ...table([
        ["check", "checked", "faults", "status"],
        ...checks.map(({ check, checked, faults }) => [
          check,
          String(checked),
          String(faults.length),
          faults.length === 0 ? "pass" : "fail",
        ]),
      ]),
      ...failed.flatMap(({ faults }) => faults),
    ],
    wrote: [],
    ...(failed.length === 0 ? { next: `dnr gaps print-sample --out ${shellWord(out)}` } : {}),
    exitCode: failed.length === 0 ? EXIT.done : EXIT.gateFailed,
  };
}

const sampleOptions = object({
  out,
  n: withDefault(
    option("-n", integer({ metavar: "N", min: 1 }), { description: message`How many; 5 if not given.` }),
    5,
  ),
});

async function printSample({ context }: Session, { out, n }: InferValue<typeof sampleOptions>): Promise<Outcome> {
  const { readGapsFile } = await import("../lib/pipelines/gaps_folder.ts");
  const { Backlog } = await import("../lib/contracts/backlog.ts");
  const { backlog } = await readGapsFile(resolve(context.cwd, out), "backlog.json", Backlog);
  return { result: { backlog: backlog.slice(0, n) }, summary: backlogTable(backlog.slice(0, n)), wrote: [] };
}

const evalOptions = object({
  out,
  oracle: option("--oracle", string({ metavar: "FILE" }), { description: message`PACK.oracle.json, beside the pack.` }),
  write: optional(option("--write", string({ metavar: "FILE" }), { description: message`Where to keep the scores.` })),
});

async function evaluate(
  { context }: Session,
  { out, oracle, write }: InferValue<typeof evalOptions>,
): Promise<Outcome> {
  const { gapsEval } = await import("../lib/pipelines/gaps_eval.ts");
  const evaluation = await gapsEval(context, { out, oracle, write: write ?? null });
  const { subjects, planted } = evaluation;
  return {
    result: { evaluation },
    summary: [
      ...table([
        ["class", "items", "found", "correct", "precision", "recall", "F1"],
        ...evaluation.by_class.map(({ gap_class, support, predicted, correct, precision, recall, f1 }) => [
          gap_class,
          ...[support, predicted, correct].map(String),
          ...[precision, recall, f1].map(score),
        ]),
      ]),
      `accuracy ${score(evaluation.accuracy)}, macro-F1 ${score(evaluation.macro_f1)}`,
      `datasets right: ${subjects.datasets.correct} of ${subjects.datasets.items}; ` +
      `missing columns right: ${subjects.columns.correct} of ${subjects.columns.items}`,
      ...(["all", "sure"] as const).flatMap((part) => [
        "",
        ...table([
          [`${part} gaps`, "planted", "told", "found", "precision", "recall"],
          ...planted[part].map(({ gap_class, planted, told, found, precision, recall }) => [
            gap_class,
            ...[planted, told, found].map(String),
            ...[precision, recall].map(score),
          ]),
        ]),
      ]),
    ],
    wrote: write === undefined ? [] : [write],
  };
}

const genCommand = command("gen", commandOptions(genSettings, genOptions, gen), {
  brief: message`Find and rank the data gaps of a pack`,
  description:
    message`Reads every query and thread of a pack against its catalog: what is wanted, and what keeps the data from answering. Writes backlog.json, gaps.jsonl, clusters.json, budget.json, summary.md and figures. Without a key, or with --llm off, nothing is sent anywhere.`,
  footer: examples(
    "dnr gaps gen --pack packs/pack1 --out report_out --llm off",
    "dnr gaps gen --pack packs/pack1 --out report_out --llm on --model gpt-5-mini",
  ),
});

const validateCommand = command("validate", commandOptions(object({}), validateOptions, validate), {
  brief: message`Check a report's files, schemas and references`,
  description: message`Exit 1 when anything that the report cites is not there, or a file is not the manifest's.`,
  footer: examples("dnr gaps validate --out report_out"),
});

const printSampleCommand = command("print-sample", commandOptions(object({}), sampleOptions, printSample), {
  brief: message`Show the first gaps of a report`,
  footer: examples("dnr gaps print-sample --out report_out -n 10"),
});

const evalCommand = command("eval", commandOptions(object({}), evalOptions, evaluate), {
  brief: message`Hold a report against its pack's oracle`,
  description: message`Precision, recall and F1 of each class of gap, with counts. No other command opens an oracle.`,
  footer: examples("dnr gaps eval --out report_out --oracle packs/pack1.oracle.json"),
});

export const gapsCommand = command("gaps", or(genCommand, validateCommand, printSampleCommand, evalCommand), {
  brief: message`Find the data gaps that a pack tells of`,
});
