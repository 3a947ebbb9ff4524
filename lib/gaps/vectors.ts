/** Texts as vectors of one length without a model: hashed words and character trigrams, the rare ones longer. */
import { words } from "../llm/embedded/tokens.ts";

const DIMENSIONS = 512;

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units. */
function hash(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A word counts for more than each of its trigrams, which only bring its spellings together. */
const TRIGRAM_WEIGHT = 0.3;

function termsOf(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, weight: number): void => void terms.set(term, (terms.get(term) ?? 0) + weight);
  for (const word of words(text.slice(0, 4000))) {
    if (word.length < 3) continue;
    add(word, 1);
    for (let i = 0; i + 3 <= word.length; i++) add(`#${word.slice(i, i + 3)}`, TRIGRAM_WEIGHT);
  }
  return terms;
}

/**
 * Vectors of unit length, each of 512 numbers: `(1 + ln count) · ln(texts / texts with it)` of each term, at a place and
 * with a sign that its hash tells (Weinberger et al. 2009). The same set of texts gives the same vectors.
 */
export function hashedVectors(texts: readonly string[]): Float32Array[] {
  const terms = texts.map(termsOf);
  const holders = new Map<string, number>();
  for (const own of terms) for (const term of own.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  return terms.map((own) => {
    const vector = new Float32Array(DIMENSIONS);
    for (const [term, count] of own) {
      const place = hash(term);
      const weight = Math.log1p(count) * Math.log(1 + texts.length / holders.get(term)!);
      vector[place % DIMENSIONS]! += (place & 0x10000) === 0 ? weight : -weight;
    }
    return unit(vector);
  });
}

/** The vector scaled to length 1; zero stays zero. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Cosine of two vectors of unit length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
