const LONGEST = 180;
/** Of a cut text, as far back as its last word may end. */
const LAST_WORD = 20;

/**
 * What a page quotes of a text: one line, cut after a word where it is long. `exec_summary.json` holds it all.
 *
 * @param longest Characters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(excerpt("Why are orders\n late?"), "Why are orders late?");
 * assert.match(excerpt("late ".repeat(50)), /^(late )+late…$/);
 * ```
 */
export function excerpt(text: string, longest = LONGEST): string {
  const line = [...text.replace(/\s+/g, " ").trim()];
  if (line.length <= longest) return line.join("");
  const cut = line.slice(0, longest - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${space >= cut.length - LAST_WORD ? cut.slice(0, space) : cut}…`;
}
