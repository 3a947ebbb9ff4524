/** Flags that every command takes, before or after its name. */
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import { flag, option, type OptionOptions } from "@optique/core/primitives";
import { choice, float, integer, string, type ValueParser } from "@optique/core/valueparser";
import { LOG_FORMATS, LOG_LEVELS } from "../lib/infra/log.ts";
import { setting, settings } from "./options.ts";

/** `30d` or `30`. */
const days: ValueParser<"sync", number> = {
  mode: "sync",
  metavar: "DAYS",
  placeholder: 30,
  parse: (input) =>
    /^\d+d?$/.test(input)
      ? { success: true, value: Number.parseInt(input, 10) }
      : { success: false, error: message`Expected a number of days such as ${"30d"}, but got ${input}.` },
  format: (value) => `${value}d`,
};

/** Listed at the end of every help page; in the usage line they would drown the command's own options. */
function about(description: OptionOptions["description"]): OptionOptions & { readonly hidden: "usage" } {
  return { ...(description === undefined ? {} : { description }), hidden: "usage" };
}

const name = string({ metavar: "NAME" });

const seed = integer({
  metavar: "N",
  errors: { unsafeInteger: (input) => message`Expected an integer below 2^53, but got ${input}.` },
});

export const globalOptions = object("Global options, before or after the command", {
  config: optional(
    option("--config", string({ metavar: "FILE" }), about(message`YAML file, instead of configs/default.yaml.`)),
  ),
  json: optional(flag("--json", about(message`Results as JSON on stdout.`))),
  quiet: optional(flag("--quiet", about(message`No progress on stderr.`))),
  logLevel: optional(
    option("--log-level", choice(LOG_LEVELS, { metavar: "LEVEL" }), about(message`Least level of messages on stderr.`)),
  ),
  logFormat: optional(
    option("--log-format", choice(LOG_FORMATS, { metavar: "FORMAT" }), about(message`How messages on stderr look.`)),
  ),
  noLlm: optional(flag("--no-llm", about(message`Data health only: ask no language model.`))),
  globalSettings: object({
    seed: setting("--seed", "warehouse.seed", seed, about(message`Seed of all random draws.`)),
    window: setting("--window", "report.window_days", days, about(message`Local days that a report looks back.`)),
    threads: setting("--threads", "resources.threads", integer({ metavar: "N" }), about(message`Engine's threads.`)),
    memory: setting(
      "--memory-limit",
      "resources.memory_limit",
      string({ metavar: "SIZE" }),
      about(message`Engine's memory, such as 700MB.`),
    ),
    provider: setting("--llm-provider", "llm.provider", name, about(message`auto, openai or local.`)),
    apiBase: setting("--api-base", "llm.api_base", string({ metavar: "URL" }), about(message`The model's endpoint.`)),
    model: settings(
      "--model",
      ["classification.model", "entities.model", "comms.model", "gaps.model"],
      name,
      about(message`Name of the language model.`),
    ),
    apiCap: setting(
      "--api-cap-usd",
      "classification.api_cap_usd",
      float({ metavar: "USD" }),
      about(message`Most that a run may spend.`),
    ),
  }),
});
