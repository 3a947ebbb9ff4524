import { type Source, SOURCES } from "../../contracts/demand.ts";
import { type Check, near, skipped } from "../check.ts";
import { gate } from "../gate.ts";
import type { Tally } from "./facts.ts";

/** Sources that have buckets and a relevance. */
export const CORRESPONDENCE = ["slack", "email"] as const satisfies readonly Source[];

/** Points of per cent that a share may lie from the one that was asked for (seed, "Validation Suite"). */
const POINTS = 8;

/**
 * Holds the shares of what a source was counted by against `mix`. One item more or less, which whole numbers cannot
 * help, is allowed beside the tolerance.
 */
export function mixChecks(
  source: Source,
  mix: Readonly<Record<string, number>>,
  tallies: readonly Tally[],
  kind: Tally["kind"],
): Check[] {
  const counts = new Map(
    tallies.filter((tally) => tally.kind === kind && tally.source === source).map(({ name, n }) => [name, n]),
  );
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return Object.entries(mix).map(([name, share]) => {
    const check = `${source} ${name}`;
    if (total === 0) return skipped(check, `${source} has nothing to be a share of`);
    return near({
      check,
      expected: 100 * share,
      observed: 100 * (counts.get(name) ?? 0) / total,
      tolerance: POINTS + 100 / total,
      unit: "%",
      reason: `±${POINTS} points, and one of ${total} items`,
    });
  });
}

/** Threads and e-mails are as relevant as was asked for. */
export const relevanceMix = gate(
  "relevance_mix",
  "Relevance mix",
  ["asked", "labels"],
  ({ asked, labels }) =>
    CORRESPONDENCE.flatMap((source) => mixChecks(source, asked.relevance, labels.tallies, "relevance")),
);

/** What is positive is about what was asked for. */
export const themeMix = gate(
  "theme_mix",
  "Theme mix",
  ["asked", "labels"],
  ({ asked, labels }) => SOURCES.flatMap((source) => mixChecks(source, asked.theme, labels.tallies, "theme")),
);
