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

/**
 * Groups as of {@link leaderGroups}, those with like middles put together: who comes first leads by chance, and the middle of
 * several tells more than the first of them.
 *
 * @param alike Cosine from which a vector joins a group.
 * @param alikeMiddles Cosine from which a group joins a larger one.
 * @returns Positions of the members of each group, ascending.
 */
export function mergedGroups(vectors: readonly Float32Array[], alike: number, alikeMiddles: number): number[][] {
  const groups = leaderGroups(vectors, alike).toSorted((a, b) => b.members.length - a.members.length);
  return leaderGroups(groups.map(({ middle }) => middle), alikeMiddles)
    .map(({ members }) => members.flatMap((group) => groups[group]!.members).sort((a, b) => a - b));
}
