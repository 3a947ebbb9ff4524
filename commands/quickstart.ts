import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { map, optional } from "@optique/core/modifiers";
import { command, flag } from "@optique/core/primitives";
import { archetypeById, archetypes } from "../lib/archetypes/mod.ts";
import type { Entry } from "../lib/config/sources.ts";
import { shellWord } from "./folders.ts";
import { commandOptions, examples, refuseLanguageModel } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const settings = object({
  fast: optional(map(
    flag("--fast", { description: message`A tenth of the rows.` }),
    (): Entry => ({ path: "warehouse.scale", value: "fast", source: { kind: "flag", name: "--fast" } }),
  )),
});

async function run({ context, config, noLlm }: Session): Promise<Outcome> {
  refuseLanguageModel("quickstart", noLlm);
  const { quickstart } = await import("../lib/pipelines/quickstart.ts");
  const wanted = config.warehouse.archetypes;
  const { companies, index } = await quickstart(context, {
    archetypes: wanted === "all" ? archetypes : wanted.map(archetypeById),
    config,
  });
  return {
    result: { companies },
    summary: companies.flatMap(({ archetype, headline, checks }) => [
      `${archetype}: ${headline}`,
      `${archetype}: ${checks.pass} gate checks passed, ${checks.fail} failed, ${checks.skip} skipped`,
    ]),
    wrote: [...companies.flatMap((company) => company.wrote), index],
    next: `dnr run-report --warehouse ${shellWord(companies[0]!.wrote[0]!)} --window 7d --out reports/week --no-llm`,
  };
}

export const quickstartCommand = command("quickstart", commandOptions(settings, object({}), run), {
  brief: message`Everything at once: warehouses, reports, checks`,
  description:
    message`Generates each synthetic company, measures it, writes its report, checks both, and writes reports/index.md.`,
  footer: examples("dnr quickstart --no-llm --fast", "dnr quickstart --no-llm --seed 7"),
});
