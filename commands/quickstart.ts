import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { map, optional } from "@optique/core/modifiers";
import { command, flag } from "@optique/core/primitives";
import { archetypeById, archetypes } from "../lib/archetypes/mod.ts";
import type { Config } from "../lib/config/schema.ts";
import type { Entry } from "../lib/config/sources.ts";
import type { Judged } from "../lib/pipelines/quickstart.ts";
import { shellWord } from "./folders.ts";
import { commandOptions, examples } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

/** What `--fast` sets: a tenth of the rows, a fifth of the words (fewer would leave the gates of labels undecided). */
const FAST: Readonly<Record<string, unknown>> = {
  "warehouse.scale": "fast",
  "comms.slack_threads": 600,
  "comms.email_threads": 160,
  "comms.nlq": 200,
};

const settings = object({
  fast: optional(map(
    flag("--fast", { description: message`A tenth of the rows and a fifth of the messages.` }),
    (): readonly Entry[] =>
      Object.entries(FAST).map(([path, value]) => ({ path, value, source: { kind: "flag", name: "--fast" } })),
  )),
});

/** The global --seed speaks of the warehouse; communications draw from the seed after it, as they do by default. */
function seeded({ config, sources }: Session): Config {
  if (sources.get("warehouse.seed")?.kind !== "flag") return config;
  return { ...config, comms: { ...config.comms, seed: config.warehouse.seed + 1 } };
}

async function run(session: Session): Promise<Outcome> {
  const { context, noLlm } = session;
  const { quickstart } = await import("../lib/pipelines/quickstart.ts");
  const config = seeded(session);
  const wanted = config.warehouse.archetypes;
  const { companies, index } = await quickstart(context, {
    archetypes: wanted === "all" ? archetypes : wanted.map(archetypeById),
    config,
    llm: !noLlm,
  });
  const [{ archetype, wrote }] = companies as [typeof companies[number]];
  return {
    result: { companies },
    summary: companies.flatMap(({ archetype, headline, checks, judged }) => [
      `${archetype}: ${headline}`,
      `${archetype}: ${checks.pass} gate checks passed, ${checks.fail} failed, ${checks.skip} skipped`,
      ...(judged === null ? [] : [`${archetype}: ${judgedLine(judged)}`]),
    ]),
    wrote: [...companies.flatMap((company) => company.wrote), index],
    next: noLlm
      ? `dnr run-report --warehouse ${shellWord(wrote[0]!)} --window 7d --out reports/week --no-llm`
      : `dnr explain --report ${shellWord(`${config.paths.reports}/${archetype}`)}`,
  };
}

function judgedLine({ gates, actions }: Judged): string {
  const passed = gates.filter(({ status }) => status === "pass").length;
  const agreed = actions === null
    ? ""
    : `; ${actions.agree.length} of ${actions.reported.length} actions are the oracle's`;
  return `${passed} of ${gates.length} label gates passed${agreed}`;
}

export const quickstartCommand = command("quickstart", commandOptions(settings, object({}), run), {
  brief: message`Everything at once: warehouses, messages, reports, checks`,
  description:
    message`Generates each synthetic company and what its people write, measures and reads both, writes the report, checks everything, holds labels and findings against what was planned, and writes reports/index.md. Without a key everything is done by the embedded model, offline and free.`,
  footer: examples("dnr quickstart", "dnr quickstart --fast --seed 7", "dnr quickstart --no-llm"),
});
