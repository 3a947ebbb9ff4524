/**
 * Texts that nearly repeat an earlier one, as {@link NEAR_DUPLICATES} says.
 *
 * Exact, by prefix filtering (Bayardo, Ma and Srikant 2007, "Scaling up all pairs similarity search"): two sets of that
 * similarity share one of the rarest few of their shingles, so only sets that do are compared.
 */
import { NEAR_DUPLICATES } from "../contracts/comms_rules.ts";

const { wordsPerShingle: WORDS_PER_SHINGLE, similarity: SIMILARITY } = NEAR_DUPLICATES;

/** Lower-case words, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Each once; a text of fewer words than a shingle is one shingle itself. */
function shingles(text: string): string[] {
  const words = wordsOf(text);
  if (words.length < WORDS_PER_SHINGLE) return [words.join(" ")];
  return [
    ...new Set(words.slice(WORDS_PER_SHINGLE - 1).map((_, i) => words.slice(i, i + WORDS_PER_SHINGLE).join(" "))),
  ];
}

/** Sets of numbers, the rarest shingles first. */
function rankedSets(texts: readonly string[]): Int32Array[] {
  const sets = texts.map(shingles);
  const frequency = new Map<string, number>();
  for (const shingle of sets.flat()) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  const byRarity = [...frequency].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const rank = new Map(byRarity.map(([shingle], i) => [shingle, i]));
  return sets.map((set) => Int32Array.from(set, (shingle) => rank.get(shingle)!).sort());
}

function similarity(a: Int32Array, b: Int32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) shared++;
    if (a[i]! <= b[j]!) i++;
    else j++;
    // `i` moved past an equal element: its twin is passed by the next comparison, for elements are distinct.
  }
  return shared / (a.length + b.length - shared);
}

/**
 * Indexes of the texts that nearly repeat an earlier text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = "one two three four five six seven eight nine ten eleven twelve";
 * assert.deepEqual(nearDuplicates([text, "something else", `${text}!`, `${text} thirteen`]), [2, 3]);
 * ```
 */
export function nearDuplicates(texts: readonly string[]): number[] {
  const sets = rankedSets(texts);
  const seen = new Map<number, number[]>();
  const found: number[] = [];
  sets.forEach((set, index) => {
    const prefix = set.subarray(0, set.length - Math.ceil(SIMILARITY * set.length) + 1);
    if (hasTwin(set, prefix, sets, seen)) found.push(index);
    for (const shingle of prefix) {
      const list = seen.get(shingle);
      if (list === undefined) seen.set(shingle, [index]);
      else list.push(index);
    }
  });
  return found;
}

function hasTwin(
  set: Int32Array,
  prefix: Int32Array,
  sets: readonly Int32Array[],
  seen: ReadonlyMap<number, readonly number[]>,
): boolean {
  const compared = new Set<number>();
  for (const shingle of prefix) {
    for (const index of seen.get(shingle) ?? []) {
      const other = sets[index]!;
      if (compared.has(index)) continue;
      compared.add(index);
      if (Math.min(set.length, other.length) < SIMILARITY * Math.max(set.length, other.length)) continue;
      if (similarity(set, other) >= SIMILARITY) return true;
    }
  }
  return false;
}
