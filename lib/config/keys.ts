/** The settings as dotted paths, read off the zod model. */
import { z } from "zod";
import { nearest } from "../core/nearest.ts";
import { Config } from "./schema.ts";

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodPrefault ? bare(schema.unwrap() as z.ZodType) : schema;
}

function* walk(schema: z.ZodType, path: string): Generator<[path: string, schema: z.ZodType]> {
  const node = bare(schema);
  if (!(node instanceof z.ZodObject)) return yield [path, node];
  for (const [key, child] of Object.entries(node.shape)) {
    yield* walk(child as z.ZodType, path === "" ? key : `${path}.${key}`);
  }
}

/** Every setting's schema by its dotted path, such as `report.window_days`, in the order of the model. */
export const settings: ReadonlyMap<string, z.ZodType> = new Map(walk(Config, ""));

/** True for a path that settings lie below, such as `report.slos`. */
export function isSection(path: string): boolean {
  return [...settings.keys()].some((key) => key.startsWith(`${path}.`));
}

/** Environment variable of a setting: `DNR_REPORT_WINDOW_DAYS` for `report.window_days`. */
export function envName(path: string): string {
  return `DNR_${path.replaceAll(".", "_").toUpperCase()}`;
}

/** The names that the seeds give to some settings; of two that are set, the later one counts. */
export const ENV_ALIASES: readonly (readonly [name: string, path: string])[] = [
  ["LLM_API_CAP_USD", "classification.api_cap_usd"],
  ["OPENAI_API_KEY", "llm.api_key"],
  ["LLM_API_KEY", "llm.api_key"],
];

/** The setting or section at the same depth that `path` was probably meant to be, else the nearest of all. */
export function nearestKey(path: string): string | undefined {
  const depth = path.split(".").length;
  const names = [...settings.keys()].map((key) => key.split(".").slice(0, depth).join("."));
  const parent = path.slice(0, path.lastIndexOf(".") + 1);
  const siblings = [...new Set(names)].filter((name) => name.startsWith(parent));
  const sibling = nearest(path.slice(parent.length), siblings.map((name) => name.slice(parent.length)));
  return sibling === undefined ? nearest(path, [...settings.keys()]) : `${parent}${sibling}`;
}
