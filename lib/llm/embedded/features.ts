/**
 * A document as a sparse vector of hashed n-grams (Weinberger et al. 2009, "Feature hashing for large scale multitask
 * learning", ICML): words, pairs of words, and runs of 3 to 5 characters within a word.
 */
import { words } from "./tokens.ts";

export const BUCKETS = 1 << 15;

/** Words of a document that are read: far more than any thread has. */
const MOST_WORDS = 20_000;

export interface Passage {
  readonly field: "subject" | "body" | "root" | "reply" | "query";
  readonly text: string;
}

/** Buckets in ascending order, each with a value of the same position. */
export interface SparseVector {
  readonly buckets: Uint16Array;
  readonly values: Float32Array;
}

/** FNV-1a (Fowler, Noll and Vo), continued from `hash` over the UTF-16 units of `text`. */
function fnv(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

const OFFSET = 0x811c9dc5 | 0;
const [WORD, PAIR, RUN] = ["w", "p", "c"].map((kind) => fnv(OFFSET, kind)) as [number, number, number];

/** FNV's low bits mix poorly: fold the high ones in (Murmur3's last steps). */
function bucket(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}

function* hashes(text: readonly string[]): Generator<number> {
  for (let i = 0; i < text.length; i++) {
    const word = text[i]!;
    yield fnv(WORD, word);
    if (i > 0) yield fnv(fnv(PAIR, text[i - 1]!) ^ 0x20, word);
    if (word.startsWith("<")) continue;
    const padded = ` ${word} `;
    for (let start = 0; start < padded.length; start++) {
      let hash = RUN;
      for (let end = start; end < Math.min(start + 5, padded.length); end++) {
        hash = Math.imul(hash ^ padded.charCodeAt(end), 0x01000193);
        if (end - start >= 2) yield hash;
      }
    }
  }
}

/** How often each bucket's n-grams occur in a document. */
export function features(passages: readonly Passage[]): SparseVector {
  const counts = new Map<number, number>();
  let left = MOST_WORDS;
  for (const { text } of passages) {
    const read = words(text).slice(0, left);
    left -= read.length;
    for (const hash of hashes(read)) {
      const at = bucket(hash);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  const buckets = Uint16Array.from(counts.keys()).sort();
  return { buckets, values: Float32Array.from(buckets, (at) => counts.get(at)!) };
}

/**
 * Counts as weights of unit length: (1 + ln count) · idf (Manning, Raghavan and Schütze 2008, "Introduction to information
 * retrieval", 6.4). Buckets that training has not seen have an idf of 0.
 */
export function weighted(counts: SparseVector, idf: Float32Array): SparseVector {
  const values = counts.values.map((count, i) => (1 + Math.log(count)) * idf[counts.buckets[i]!]!);
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares);
  return { buckets: counts.buckets, values: length === 0 ? values : values.map((value) => value / length) };
}
