/** One name for what several people call by several: "refund reasons", "the reason of the refund". */
import { folded } from "./catalog.ts";

/** Share of the words that two names must have in common to be one. */
const ALIKE = 0.5;

function wordsOf(name: string): Set<string> {
  return new Set(folded(name.replaceAll("_", " ")));
}

/** Jaccard's index (1901), 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}

/**
 * The name that stands for each: the most frequent of those alike, of equals the shortest, then the first by letters.
 * Does not depend on the order of the names.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const names = canonicalNames(["refund_reason", "refund_reasons", "refund_reason", "weight"]);
 * assert.deepEqual([...names], [["refund_reason", "refund_reason"], ["weight", "weight"], ["refund_reasons", "refund_reason"]]);
 * ```
 */
export function canonicalNames(names: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1));
  const heads: { readonly name: string; readonly words: ReadonlySet<string> }[] = [];
  return new Map(ranked.map(([name]) => {
    const words = wordsOf(name);
    const head = heads.find((known) => likeness(known.words, words) > ALIKE);
    if (head === undefined) heads.push({ name, words });
    return [name, head?.name ?? name];
  }));
}
