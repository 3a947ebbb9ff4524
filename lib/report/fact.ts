import type { Fact } from "../contracts/summary.ts";

type Steps = readonly (string | number)[];

/** RFC 6901. */
function pointer(steps: Steps): string {
  return steps.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/** The number that stands at `source` in `data_health.json`. */
export function fact(value: number | null, shown: string, ...source: Steps): Fact {
  return { value, shown, source: pointer(source) };
}

/** How many of `entries`, which stand at `source` in `data_health.json`, have the given fields. */
export function counted(
  entries: readonly object[],
  fields: Readonly<Record<string, string | boolean>>,
  ...source: Steps
): Fact {
  const wanted = Object.entries(fields);
  const value =
    entries.filter((entry) => wanted.every(([name, field]) => (entry as Record<string, unknown>)[name] === field))
      .length;
  return { value, shown: String(value), source: pointer(source), counted: { ...fields } };
}
