/** One turn of a conversation: which line is said, with what before and after it. */
import { canSay, type Draw, expand, type Lexicon, pick } from "./grammar.ts";
import type { Act, Lines, Turns } from "./scene.ts";

/** Where lines for an act are looked for: the scene first, then its theme, then what fits anywhere. */
export type Banks = readonly Turns[];

/** Chance that a reply is one of the theme's, though the scene has one of its own. */
const WIDER = 0.2;

/** Acts whose lines may stand in for one another, nearest first. */
const INSTEAD: Readonly<Partial<Record<Act, readonly Act[]>>> = {
  ask: ["alert", "tell"],
  alert: ["ask", "tell"],
  tell: ["ask", "alert"],
  answer: ["diagnose"],
  point: ["answer"],
  diagnose: ["answer"],
  fix: ["answer"],
};

/** Lines that can be said with what is known, and were not said yet. */
export function unsaid(lines: Lines | undefined, used: ReadonlySet<string>, lexicon: Lexicon): readonly string[] {
  return lines?.filter((line) => !used.has(line) && canSay(line, lexicon)) ?? [];
}

/** A line for the act that was not said yet; the same line twice only where all were said. */
function lineFor(act: Act, banks: Banks, used: ReadonlySet<string>, lexicon: Lexicon, draw: Draw): string | undefined {
  for (const known of [used, new Set<string>()]) {
    const found = banks.map((turns) => unsaid(turns[act], known, lexicon)).filter((lines) => lines.length > 0);
    const wider = found.length > 1 && draw() < WIDER ? 1 : 0;
    if (found[wider] !== undefined) return pick(found[wider], draw);
  }
  return undefined;
}

/** @throws {RangeError} when no bank has a line for the act nor for one that may stand in. */
export function coreOf(act: Act, banks: Banks, used: Set<string>, lexicon: Lexicon, draw: Draw): string {
  for (const one of [act, ...INSTEAD[act] ?? []]) {
    const line = lineFor(one, banks, used, lexicon, draw);
    if (line === undefined) continue;
    used.add(line);
    return expand(line, lexicon, draw);
  }
  throw new RangeError(`the writer has no line for the act ${act}`);
}

/** Sentences, one after the other; a line that ends without a mark gets a full stop. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part.trim() !== "").map((part) => part!.trim())
    .map((part, i, all) => i < all.length - 1 && /[\w)%`']$/.test(part) ? `${part}.` : part).join(" ");
}

/**
 * What the plan demands and the text did not say yet: whom it names, its link, its SQL.
 *
 * @param pointing Whether the subject has to be named in this text.
 */
export function demanded(
  said: ReadonlySet<string>,
  facts: ReadonlyMap<string, unknown>,
  pointing: boolean,
  lexicon: Lexicon,
  draw: Draw,
): string[] {
  const clauses: string[] = [];
  const clause = (phrase: string): void => void clauses.push(expand(`<${phrase}>`, lexicon, draw));
  if (pointing) {
    const [table, column, parent] = (["table", "column", "parent"] as const)
      .map((name) => lexicon.has(name) && !said.has(name));
    if (column) clause(parent ? "point_at_key" : table ? "point_at_column" : "point_at_column_alone");
    else if (table) clause("point_at_table");
    else if (parent) clause("point_at_parent");
  }
  if (facts.has("code") && !said.has("code")) clause("quote_sql");
  if (facts.has("link") && !said.has("link")) clause("see_link");
  return clauses;
}
