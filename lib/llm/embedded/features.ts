/**
 * A document as counts of hashed features (Weinberger et al. 2009, "Feature hashing for large scale multitask learning",
 * ICML): words, words with the place they stand in, pairs of words, and runs of characters.
 */
import { words } from "./tokens.ts";

export interface Passage {
  readonly field: "subject" | "body" | "root" | "reply" | "last" | "query";
  readonly text: string;
}

/** What a feature is made of; the lowest bits of its hash tell. */
export const KINDS = ["word", "placed", "pair", "near", "run", "crossing"] as const;
export type Kind = (typeof KINDS)[number];
const KIND_BITS = 3;
const HASH_BITS = 24;

/** What the feature of a hash is made of. */
export function kindOf(feature: number): Kind {
  return KINDS[feature & ((1 << KIND_BITS) - 1)]!;
}

/** How often each feature occurs, by its hash of 24 bits. */
export type Counts = ReadonlyMap<number, number>;

/** Characters of a document that are read: more than any thread has, so that no text is slow. */
const MOST_CHARACTERS = 20_000;

/** Characters of a run, at least and at most. */
const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;

/** Words this far apart make a `near` feature, if neither is so short as to be a mere particle. */
const NEAR = 7;
const SHORTEST_NEAR = 3;

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units. */
const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function fnv(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

/** Murmur3's last steps, for FNV's low bits mix poorly; then the kind. */
function feature(hash: number, kind: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) << KIND_BITS) | kind) & ((1 << HASH_BITS) - 1);
}

/** Places in {@link KINDS}. */
const [WORD, PLACED, PAIR, NEARBY, RUN, CROSSING] = [0, 1, 2, 3, 4, 5] as const;

function countWords(list: readonly string[], field: Passage["field"], count: (feature: number) => void): void {
  const source = field === "query" ? field : "thread";
  const hashes = list.map((word) => fnv(OFFSET, word));
  list.forEach((word, i) => {
    count(feature(hashes[i]!, WORD));
    count(feature(fnv(fnv(OFFSET, `${field}:`), word), PLACED));
    count(feature(fnv(fnv(OFFSET, `${source}/`), word), PLACED));
    if (i > 0) count(feature(fnv(fnv(hashes[i - 1]!, " "), word), PAIR));
    if (word.length < SHORTEST_NEAR) return;
    for (let j = i + 1; j <= Math.min(i + NEAR, list.length - 1); j++) {
      // A sum, so that the order of the two does not matter.
      if (list[j]!.length >= SHORTEST_NEAR) count(feature(hashes[i]! + hashes[j]!, NEARBY));
    }
  });
}

function countRuns(text: string, count: (feature: number) => void): void {
  for (let start = 0; start < text.length; start++) {
    let hash = OFFSET;
    let crossing = false;
    for (let end = start; end < Math.min(start + LONGEST_RUN, text.length); end++) {
      hash = Math.imul(hash ^ text.charCodeAt(end), PRIME);
      const length = end - start + 1;
      // A space inside the run, not at its ends, makes it cross words.
      crossing ||= length > 2 && text[end - 1] === " ";
      if (length >= SHORTEST_RUN) count(feature(hash, crossing ? CROSSING : RUN));
    }
  }
}

/** Counts over all passages; of a document longer than {@link MOST_CHARACTERS}, its beginning. */
export function features(passages: readonly Passage[]): Counts {
  const counts = new Map<number, number>();
  const count = (at: number): void => void counts.set(at, (counts.get(at) ?? 0) + 1);
  let left = MOST_CHARACTERS;
  for (const { field, text } of passages) {
    const read = words(text.slice(0, left));
    left = Math.max(0, left - text.length);
    countWords(read, field, count);
    // The letters of a class's name say nothing.
    countRuns(` ${read.map((word) => word.startsWith("<") ? "#" : word).join(" ")} `, count);
  }
  return counts;
}
