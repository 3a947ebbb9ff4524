/** How sure the model was of a label: read off the tokens that spell it. */
import { places } from "./json.ts";

/** A token of the answer as the API tells it. */
export interface TokenLogprob {
  readonly token: string;
  /** Natural logarithm of its probability. */
  readonly logprob: number;
  /** Its UTF-8 bytes: a token may be part of a character. */
  readonly bytes?: readonly number[] | null | undefined;
}

const utf8 = new TextEncoder();

/**
 * Probability of each label's value: the product over the tokens that hold a character of it. Tokens of the structure
 * (braces, keys, quotes) are near certain and would only flatter it.
 *
 * @param text The answer.
 * @param tokens Of the whole answer, in order; where they do not spell it, nothing can be told.
 * @param labels Dotted paths of string values.
 */
export function labelProbabilities(
  text: string,
  tokens: readonly TokenLogprob[],
  labels: readonly string[],
): Record<string, number> {
  const lengths = tokens.map(({ token, bytes }) => bytes?.length ?? utf8.encode(token).length);
  const whole = utf8.encode(text).length;
  if (labels.length === 0 || lengths.reduce((sum, length) => sum + length, 0) !== whole) return {};
  const byteAt = (character: number): number => utf8.encode(text.slice(0, character)).length;
  const found: Record<string, number> = {};
  for (const { path, start, end } of places(text)) {
    if (labels.includes(path)) found[path] = spanProbability(tokens, lengths, byteAt(start), byteAt(end));
  }
  return found;
}

function spanProbability(
  tokens: readonly TokenLogprob[],
  lengths: readonly number[],
  start: number,
  end: number,
): number {
  let position = 0;
  let sum = 0;
  for (const [index, { logprob }] of tokens.entries()) {
    const next = position + lengths[index]!;
    if (next > start && position < end) sum += logprob;
    position = next;
  }
  return Math.min(1, Math.exp(sum));
}
