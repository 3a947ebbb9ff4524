import type { Fact } from "../contracts/summary.ts";

type Steps = readonly (string | number)[];

/** RFC 6901, as the fragment of a URI reference. */
function reference(file: "" | "data_health.json", steps: Steps): string {
  return `${file}#${steps.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("")}`;
}

/** The number that stands at `source` in `data_health.json`. */
export function fact(value: number | null, shown: string, ...source: Steps): Fact {
  return { value, shown, source: reference("data_health.json", source) };
}

/** The number that stands at `source` in `exec_summary.json` itself. */
export function ownFact(value: number | null, shown: string, ...source: Steps): Fact {
  return { value, shown, source: reference("", source) };
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
  return { value, shown: String(value), source: reference("data_health.json", source), counted: { ...fields } };
}
