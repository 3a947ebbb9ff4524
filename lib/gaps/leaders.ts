/** Leader clustering by cosine (Hartigan 1975, "Clustering algorithms", chapter 3): one pass, no number of groups to choose. */
import { dot, unit } from "./vectors.ts";

export interface Led {
  /** Positions of the members, in the order in which they came. */
  readonly members: readonly number[];
  /** Their middle, of unit length. */
  readonly middle: Float32Array;
}

/**
 * Each vector joins the group whose middle is nearest, if their cosine is at least `alike`, else it leads a group. The order
 * of the vectors counts: give them in one that does not depend on how they were read.
 *
 * @param vectors Of unit length.
 */
export function leaderGroups(vectors: readonly Float32Array[], alike: number): Led[] {
  const groups: { readonly sum: Float32Array; middle: Float32Array; readonly members: number[] }[] = [];
  vectors.forEach((vector, i) => {
    let [best, most] = [undefined as (typeof groups)[number] | undefined, alike];
    for (const group of groups) {
      const cosine = dot(vector, group.middle);
      if (cosine >= most) [best, most] = [group, cosine];
    }
    if (best === undefined) {
      groups.push({ sum: Float32Array.from(vector), middle: vector, members: [i] });
      return;
    }
    best.members.push(i);
    vector.forEach((value, k) => best.sum[k]! += value);
    best.middle = unit(best.sum);
  });
  return groups;
}

/** Share of a group's size up to which another one is a fragment of it. */
const FRAGMENT = 1 / 3;

/**
 * Groups as of {@link leaderGroups}, fragments put to the larger group whose middle is nearest: who comes first leads by
 * chance. Large groups stay apart: the larger they are, the more of their middles is what everybody says.
 *
 * @param alike Cosine from which a vector joins a group.
 * @param alikeMiddles Cosine from which a fragment joins a group.
 * @returns Positions of the members of each group, ascending.
 */
export function mergedGroups(vectors: readonly Float32Array[], alike: number, alikeMiddles: number): number[][] {
  const merged: { readonly whole: Led; readonly members: number[] }[] = [];
  for (const whole of leaderGroups(vectors, alike).toSorted((a, b) => b.members.length - a.members.length)) {
    const [nearest] = merged
      .filter((group) => whole.members.length <= FRAGMENT * group.whole.members.length)
      .map((group) => ({ group, cosine: dot(whole.middle, group.whole.middle) }))
      .filter(({ cosine }) => cosine >= alikeMiddles)
      .sort((a, b) => b.cosine - a.cosine);
    if (nearest === undefined) merged.push({ whole, members: [...whole.members] });
    else nearest.group.members.push(...whole.members);
  }
  return merged.map(({ members }) => members.sort((a, b) => a - b));
}
