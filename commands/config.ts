import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { command } from "@optique/core/primitives";
import { sourceName } from "../lib/config/sources.ts";
import { table } from "../lib/core/format.ts";
import { commandOptions, examples } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

async function show({ config, sources }: Session): Promise<Outcome> {
  const { configShow } = await import("../lib/pipelines/config_show.ts");
  const settings = configShow({ config, sources });
  const rows = settings.map(({ path, value, source }) => [path, shown(value), sourceName(source)]);
  return { result: { settings }, summary: table([["setting", "value", "source"], ...rows]), wrote: [] };
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

const showCommand = command("show", commandOptions(object({}), object({}), show), {
  brief: message`Every setting with its value and source`,
  description:
    message`The effective configuration: built-in defaults, under the YAML file, under the environment (DNR_REPORT_WINDOW_DAYS for report.window_days), under flags. Secrets are never printed.`,
  footer: examples("dnr config show", "dnr config show --config configs/default.yaml --window 14d --json"),
});

export const configCommand = command("config", showCommand, { brief: message`Look at the configuration` });
