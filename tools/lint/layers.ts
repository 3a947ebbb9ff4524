/** The layers of docs/architecture.md: a file imports from lower layers and from its own folder, never from a sibling. */

const LAYERS: Readonly<Record<string, number>> = {
  "lib/core": 0,
  "lib/contracts": 1,
  "lib/infra": 2,
  "lib/llm": 2,
  "lib/config": 2,
  "lib/archetypes": 3,
  "lib/warehouse": 4,
  "lib/health": 4,
  "lib/gates": 4,
  "lib/evidence": 4,
  "lib/comms": 4,
  "lib/classify": 4,
  "lib/pack": 4,
  "lib/gaps": 4,
  "lib/triage": 4,
  "lib/scoring": 4,
  "lib/charts": 4,
  "lib/report": 4,
  "lib/evaluate": 4,
  "lib/pipelines": 5,
  "commands": 6,
  "main.ts": 7,
};

/** Folder that a layer is declared for: `lib/health` for `lib/health/lag.ts`; undefined outside the layers. */
export function domainOf(path: string): string | undefined {
  const [top, second] = path.split("/");
  if (top === "lib") return `lib/${second}`;
  return top === "commands" || path === "main.ts" ? top : undefined;
}

/**
 * What is wrong with `from` importing `to`, both relative to the project's root with `/`; undefined when nothing is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(importFault("lib/health/lag.ts", "lib/core/stats.ts"), undefined);
 * assert.match(importFault("lib/health/lag.ts", "lib/charts/svg.ts")!, /sibling/);
 * ```
 */
export function importFault(from: string, to: string): string | undefined {
  const [own, other] = [domainOf(from), domainOf(to)];
  if (own === undefined || other === undefined) return undefined;
  const [layer, target] = [LAYERS[own], LAYERS[other]];
  if (layer === undefined) return `${own} has no layer: declare it in tools/lint/layers.ts`;
  if (target === undefined) return `${other} has no layer: declare it in tools/lint/layers.ts`;
  if (own === "lib/archetypes" && own === other) return archetypeFault(from, to);
  if (own === other) return undefined;
  if (layer === 4 && target === 3) return "a domain receives an Archetype as a value and never imports one";
  if (target === layer) return `${other} is a sibling of ${own}: what both need belongs into a layer below`;
  return target > layer ? `${other} (layer ${target}) lies above ${own} (layer ${layer})` : undefined;
}

/** One archetype is one folder; only the registry knows them all. */
function archetypeFault(from: string, to: string): string | undefined {
  const [own, other] = [from.split("/")[2], to.split("/")[2]];
  return own === "mod.ts" || own === other ? undefined : `archetype folders never import each other: ${own}, ${other}`;
}
