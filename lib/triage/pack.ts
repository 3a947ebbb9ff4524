/** Which messages of a thread fit into a question to a model, and how much of each (seed: "Thread input strategy"). */
import type { ItemMessage } from "../contracts/item.ts";

/** Stands where a message was cut. */
export const CUT_MARK = " […]";

export interface PackLimits {
  /** Of all messages together. */
  readonly maxTokens: number;
  readonly maxMessages: number;
}

/** The seed's limits for a thread. */
export const THREAD_LIMITS: PackLimits = { maxTokens: 900, maxMessages: 20 };

export interface Packed {
  readonly messages: readonly Pick<ItemMessage, "role" | "text">[];
  /** Messages that were left out, or cut. */
  readonly leftOut: number;
  readonly cut: number;
}

/** An optional message of which less than this would fit is left out instead. */
const LEAST_TOKENS = 30;
/** No tokeniser makes one token of more characters than this on average; longer text is cut before it is counted. */
const MOST_CHARACTERS_PER_TOKEN = 16;

/**
 * The root and all messages of executives, then the others by score, newest first among equals, until the limits are
 * reached; in the order in which they were written.
 *
 * Messages that must be there share the tokens evenly where they do not all fit: none is cut below what an equal share
 * would leave it. With more of them than `maxMessages`, the newest are taken.
 *
 * @param messages Root first, oldest first.
 * @param scores Of each message.
 */
export function pack(
  messages: readonly ItemMessage[],
  scores: readonly number[],
  countTokens: (text: string) => number,
  { maxTokens, maxMessages }: PackLimits,
): Packed {
  const texts = messages.map(({ text }) => text.slice(0, maxTokens * MOST_CHARACTERS_PER_TOKEN));
  const sizes = texts.map(countTokens);
  const [root, ...others] = messages.keys();
  const newestFirst = others.reverse();
  const required = [root!, ...newestFirst.filter((i) => messages[i]!.role === "exec")].slice(0, maxMessages);
  const optional = newestFirst.filter((i) => !required.includes(i))
    .sort((a, b) => scores[b]! - scores[a]! || b - a)
    .slice(0, maxMessages - required.length);

  const share = evenShare(required.map((i) => sizes[i]!), maxTokens);
  const taken = new Map(required.map((i) => [i, Math.min(sizes[i]!, share)]));
  let left = maxTokens - [...taken.values()].reduce((sum, size) => sum + size, 0);
  for (const i of optional) {
    const size = Math.min(sizes[i]!, left);
    if (size < sizes[i]! && size < LEAST_TOKENS) continue;
    taken.set(i, size);
    left -= size;
  }
  const order = [...taken.keys()].sort((a, b) => a - b);
  const packed = order.map((i) => {
    const whole = taken.get(i)! >= sizes[i]! && texts[i]!.length === messages[i]!.text.length;
    const text = whole ? messages[i]!.text : cutTo(texts[i]!, taken.get(i)!, countTokens);
    return { role: messages[i]!.role, text, whole };
  });
  return {
    messages: packed.map(({ role, text }) => ({ role, text })),
    leftOut: messages.length - packed.length,
    cut: packed.filter(({ whole }) => !whole).length,
  };
}

/** The largest L for which Σ min(size, L) is at most `total`; infinite when all fit. */
function evenShare(sizes: readonly number[], total: number): number {
  let left = total;
  const ascending = sizes.toSorted((a, b) => a - b);
  for (const [i, size] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    if (size > share) return share;
    left -= size;
  }
  return Infinity;
}

/** `text`, cut with a mark where it has more than `maxTokens`. */
export function cutText(text: string, maxTokens: number, countTokens: (text: string) => number): string {
  const start = text.slice(0, maxTokens * MOST_CHARACTERS_PER_TOKEN);
  return start.length === text.length && countTokens(text) <= maxTokens ? text : cutTo(start, maxTokens, countTokens);
}

/** The longest beginning of `text` that, with its mark, has at most `maxTokens`; never half a character. */
function cutTo(text: string, maxTokens: number, countTokens: (text: string) => number): string {
  const characters = [...text];
  let [fits, tooLong] = [0, characters.length + 1];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (countTokens(characters.slice(0, middle).join("") + CUT_MARK) <= maxTokens) fits = middle;
    else tooLong = middle;
  }
  return characters.slice(0, fits).join("").trimEnd() + CUT_MARK;
}
