/** What others meet at the same dataset: a gap is rarely met by one person alone. */
import { leaderGroups } from "./leaders.ts";

/** An item before others are heard. */
export interface Unpooled {
  /** What it is about; items of one subject hear each other a little, those that also say the same fully. */
  readonly subject: string;
  /** Of unit length. */
  readonly vector: Float32Array;
  /** Logarithm of what speaks for each class; any constant may be added. */
  readonly logs: readonly number[];
}

/** What the voice of an item counts that is about the same and says something else: a dataset may have several gaps. */
const ELSEWHERE = 0.05;
/** Cosine from which two items say the same. */
const ALIKE = 0.15;
/** Rounds after which the classes of a subject have settled. */
const ROUNDS = 6;

/**
 * Probabilities of the classes of each item, where items that say the same of one subject share a prior over classes: a
 * finite mixture, fitted by expectation-maximisation (Dempster, Laird and Rubin 1977) with a Dirichlet prior. An item never
 * hears itself.
 *
 * @param prior Items that each class counts for before anybody is heard.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const vector = Float32Array.of(1, 0);
 * const sure = { subject: "a", vector, logs: [3, 0] };
 * const open = { subject: "a", vector, logs: [0, 0.1] };
 * const alone = { subject: "b", vector, logs: [0, 0.1] };
 * const [, , , , pooled, unmoved] = pooledProbabilities([sure, sure, sure, sure, open, alone], [1, 1]);
 * assert.ok(pooled![0]! > 0.5 && unmoved![0]! < 0.5);
 * ```
 */
export function pooledProbabilities(items: readonly Unpooled[], prior: readonly number[]): number[][] {
  const probabilities = items.map(({ logs }) => normalised(logs));
  for (const members of Map.groupBy(items.keys(), (i) => items[i]!.subject).values()) {
    const groups = leaderGroups(members.map((i) => items[i]!.vector), ALIKE)
      .map((group) => group.members.map((place) => members[place]!));
    const sumOf = (of: readonly number[]): number[] =>
      prior.map((_, k) => of.reduce((sum, i) => sum + probabilities[i]![k]!, 0));
    for (let round = 0; round < ROUNDS; round++) {
      const all = sumOf(members);
      const heard = groups.map((group) => {
        const own = sumOf(group);
        return group.map((i) =>
          normalised(items[i]!.logs.map((log, k) => {
            const voices = own[k]! - probabilities[i]![k]! + ELSEWHERE * (all[k]! - own[k]!);
            return log + Math.log(prior[k]! + voices);
          }))
        );
      });
      groups.forEach((group, g) => group.forEach((i, m) => probabilities[i] = heard[g]![m]!));
    }
  }
  return probabilities;
}

function normalised(logs: readonly number[]): number[] {
  const most = Math.max(...logs);
  const powers = logs.map((log) => Math.exp(log - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
