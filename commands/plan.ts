import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { command, option } from "@optique/core/primitives";
import { UserError } from "../lib/core/errors.ts";
import { table } from "../lib/core/format.ts";
import { count, percent, usd } from "../lib/core/quantity.ts";
import { shellWord } from "./folders.ts";
import { commandOptions, examples, folder } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const options = object({
  warehouse: option("--warehouse", folder, { description: message`Folder of a generated or adopted warehouse.` }),
  comms: option("--comms", folder, { description: message`Folder of communications about it.` }),
});

/** What `dnr plan` and `dnr run-report --dry-run` print. */
export async function planOutcome(
  { context, config, noLlm }: Session,
  { warehouse, comms }: { readonly warehouse: string; readonly comms?: string | undefined },
): Promise<Outcome> {
  if (noLlm) throw new UserError("there is nothing to plan: --no-llm asks no model", { hint: "leave out --no-llm" });
  if (comms === undefined) {
    throw new UserError("there is nothing to plan: --comms is missing", { hint: "name the folder with --comms" });
  }
  const { plan } = await import("../lib/pipelines/plan.ts");
  const planned = await plan(context, { warehouse, comms, windowDays: config.report.window_days, config });
  const { sources, purposes, notes } = planned;
  return {
    result: { plan: planned },
    summary: [
      ...table([
        ["source", "items", "eligible", "to send", "tokens", "of eligible"],
        ...sources.map(({ source, items, eligible, sent, tokens, coverage }) => [
          source,
          ...[items, eligible, sent, tokens].map(count),
          coverage === null ? "" : percent(100 * coverage),
        ]),
      ]),
      ...table([
        ["purpose", "model", "requests", "tokens", "likely", "95%", "at most", "cap"],
        ...purposes.map(({ purpose, provider, model, free, requests, tokens, cap_usd, estimate_usd }) => {
          const { p50, p95, ceiling } = estimate_usd;
          const costs = free ? ["free", "free", "free"] : [p50, p95, ceiling].map(usd);
          return [purpose, `${provider} ${model}`, count(requests), count(tokens), ...costs, usd(cap_usd)];
        }),
      ]),
      ...notes,
    ],
    wrote: [],
    next: `dnr run-report --warehouse ${shellWord(warehouse)} --comms ${shellWord(comms)}`,
  };
}

export const planCommand = command("plan", commandOptions(object({}), options, planOutcome), {
  brief: message`What a report would send to a model, and cost`,
  description:
    message`Measures the warehouse, filters and samples the communications as run-report would, and adds up the prices. Sends nothing, writes nothing.`,
  footer: examples("dnr plan --warehouse data/neobank --comms comms/neobank"),
});
