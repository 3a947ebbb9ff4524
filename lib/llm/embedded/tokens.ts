/** Text as the embedded models read it: words in lower case, with what varies without meaning mapped to classes. */

/** Characters of a text that are read; what follows is not, so that no text is slow. */
const LONGEST = 20_000;

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
  const read = text.slice(0, LONGEST).replace(INVISIBLE, "").normalize("NFKC").toLowerCase();
  return Array.from(read.matchAll(TOKEN), ([token]) => wordClass(token));
}
