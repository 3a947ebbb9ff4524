/** `docs/configuration.md`, from the zod model of the configuration. */
import { isNode, parseDocument } from "yaml";
import { z } from "zod";
import defaults from "../../configs/default.yaml" with { type: "text" };
import { ENV_ALIASES, envName, settings } from "../../lib/config/keys.ts";
import { merge } from "../../lib/config/load.ts";
import { SECRETS } from "../../lib/config/schema.ts";
import { code, GENERATED, page, table } from "./markdown.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

function valueAt(config: unknown, path: string): unknown {
  return path.split(".").reduce((value, key) => (value as Record<string, unknown>)[key], config);
}

/** What a setting takes, in words. */
export function accepts(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(", ");
  const choices = schema.anyOf as JsonSchema[] | undefined;
  if (choices !== undefined) return choices.map(accepts).join(" or ");
  switch (schema.type) {
    case "integer":
      return `a whole number${limits(schema)}`;
    case "number":
      return `a number${limits(schema)}`;
    case "array":
      return `a list of ${accepts(schema.items as JsonSchema)}`;
    case "string":
      return schema.format === "uri" ? "a URL" : "text";
    case "boolean":
      return "`true` or `false`";
    case "null":
      return "`null`";
    default:
      return "a map";
  }
}

function limits({ minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  const least = minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? undefined : `from ${minimum}`;
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? undefined : `to ${maximum}`;
  const above = exclusiveMinimum === undefined ? undefined : `above ${exclusiveMinimum}`;
  return [least, above, most].filter((limit) => limit !== undefined).map((limit) => ` ${limit}`).join("");
}

const commented = parseDocument(defaults);

/** What the model says of a setting, else the comment at its line of `configs/default.yaml`. */
function told(path: string, description: string | undefined): string {
  const node = commented.getIn(path.split("."), true);
  return description ?? (isNode(node) ? node.comment : undefined) ?? "";
}

/** A default as YAML takes it; long maps stand in the file alone. */
function shownDefault(path: string, value: unknown): string {
  const text = SECRETS.includes(path) ? "null" : JSON.stringify(value);
  return text.length > 60 ? "[default.yaml](../configs/default.yaml)" : code(text);
}

function row(path: string, schema: z.ZodType, value: unknown): string[] {
  const { description, ...json } = z.toJSONSchema(schema, { io: "input" });
  return [code(path), shownDefault(path, value), accepts(json), code(envName(path)), told(path, description)];
}

/** The page's text. */
export function configurationPage(): string {
  const { config } = merge([]);
  const sections = Map.groupBy(settings, ([path]) => path.split(".")[0]!);
  return page(
    "# Settings",
    GENERATED,
    "Built-in defaults stand under the YAML file (`configs/default.yaml` where there is one, or `--config FILE`), that " +
      "under the environment, that under flags. `dnr config show` says which value comes from where. An unknown key is an " +
      "error that names the nearest one; `schemas/config.schema.json` tells editors the same.",
    "In the environment a setting's name is `DNR_` and its path in capitals; an empty variable counts as not set. Lists " +
      "are parted by commas, maps are JSON: `DNR_REPORT_SCORING_WEIGHTS_REVENUE=0.5`, `DNR_LLM_PRICES='{\"m\": {…}}'`.",
    table(
      ["other name in the environment", "sets"],
      ENV_ALIASES.map(([name, path]) => [code(name), code(path)]),
    ),
    "Of two that set one thing the later in this table counts. `classification.env_key_var` names one more variable that " +
      "the key is read from; the compiled program sees those of this page alone.",
    ...[...sections].flatMap(([section, members]) => [
      `## ${section}`,
      table(
        ["setting", "default", "takes", "environment", "what it is"],
        members.map(([path, schema]) => row(path, schema, valueAt(config, path))),
      ),
    ]),
  );
}
