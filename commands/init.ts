import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { command } from "@optique/core/primitives";
import { commandOptions, examples } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

async function run({ context, config }: Session): Promise<Outcome> {
  const { init } = await import("../lib/pipelines/init.ts");
  const { created, kept } = await init(context, config);
  return {
    result: { created, kept },
    summary: kept.map((path) => `${path} was there and stays as it is`),
    wrote: created,
    next: "dnr quickstart --no-llm --fast",
  };
}

export const initCommand = command("init", commandOptions(object({}), object({}), run), {
  brief: message`Make the folders and a configuration to edit`,
  description:
    message`Creates data/, comms/, reports/, meta/, .cache/llm/ and configs/default.yaml (with its schema, for editors) where they are missing. What is there stays as it is.`,
  footer: examples("dnr init"),
});
