/** Text as the embedded models read it: words in lower case, with what varies without meaning mapped to classes. */

import { RELEVANCES, THEMES } from "../../contracts/demand.ts";

/**
 * The full name of a label, as programs or people write it (`duplicates_dedup`, "duplicates dedup"). Nobody says it of data,
 * so a sentence that does speaks to the model: it is not read.
 */
const LABEL = new RegExp(
  [...THEMES, ...RELEVANCES].filter((label) => label.includes("_")).map((label) => label.replaceAll("_", "[_ -]")).join(
    "|",
  ),
);

const SENTENCE_END = /(?<=[.!?])\s+|\n/;

/** ANSI control sequences (ECMA-48), then invisible format marks and controls (bidirectional marks among them). */
// deno-lint-ignore no-control-regex
const INVISIBLE = /\u001b\[[0-9;?]*[a-zA-Z]|[\p{Cf}\p{Cs}]/gu;

const TOKEN = /https?:\S+|[$€£]?\d[\d.,:/-]*(?:[km%]\b|%)?|[\p{L}_][\p{L}\p{M}\p{N}_]*(?:['’]\p{L}+)*|[?!]/gu;

/** What kind of number a text holds: amounts, shares and times tell apart what the digits do not. */
function numberClass(token: string): string {
  if (/^[$€£]/.test(token)) return "<money>";
  if (token.endsWith("%")) return "<percent>";
  if (/^\d{1,2}:\d\d/.test(token)) return "<clock>";
  if (/^\d+[/-]\d/.test(token)) return "<date>";
  if (/^(19|20)\d\d$/.test(token)) return "<year>";
  return /^\d{1,2}$/.test(token) ? "<count>" : "<number>";
}

function wordClass(token: string): string {
  if (/^[$€£\d]/.test(token)) return numberClass(token);
  if (/^https?:/.test(token)) return "<link>";
  if (/^u\d{2,}$/.test(token)) return "<person>";
  return token.replaceAll("’", "'");
}

/**
 * The words of a text, in order; identifiers stay whole (`fact_order`), numbers, links and user ids become classes
 * (`<money>`, `<percent>`, `<link>`, `<person>`), question and exclamation marks are words.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(words("GMV is 3% off, u012?"), ["gmv", "is", "<percent>", "off", "<person>", "?"]);
 * ```
 */
export function words(text: string): string[] {
  const read = text.replace(INVISIBLE, "").normalize("NFKC").toLowerCase();
  const sentences = read.split(SENTENCE_END).filter((sentence) => !LABEL.test(sentence));
  return sentences.flatMap((sentence) => Array.from(sentence.matchAll(TOKEN), ([token]) => wordClass(token)));
}
