/** Runs of words that texts have in common. */

/** Words of a run: long enough that two authors who never met do not hit upon the same one by chance. */
export const RUN_WORDS = 6;

/**
 * Words that carry no matter of their own: articles, pronouns, auxiliaries, prepositions, and what every message about
 * data says. A run with fewer than {@link LEAST_MATTER} others is trivial.
 */
const EMPTY = new Set(
  ("a an and any anyone are as at be been but by can could did do does don for from get had has have here how i if in is " +
    "it its just last like me more my need no not now of on one only or our out over per please s same should show since " +
    "so some still t than that the their them then there they this to up us was we were what when where which who why " +
    "will with would you your d isn doesn don didn can couldn wasn aren ll m re ve also too very").split(" "),
);
export const LEAST_MATTER = 3;

/** What stands between two words that are not said in one breath; no run crosses it. */
export const BREAK = " ¦ ";

/**
 * Lower-case words, and breaks: runs stay within a sentence, and neither numbers nor SQL tell anything of who wrote them.
 */
function wordsOf(text: string): string[] {
  const bare = text.toLowerCase().replaceAll(/`[^`]*`|[.?!;]+(?:\s|$)|\n|\p{N}+/gu, BREAK);
  return bare.match(/¦|[\p{L}_]+/gu) ?? [];
}

function isTrivial(run: readonly string[]): boolean {
  return new Set(run.filter((word) => !EMPTY.has(word))).size < LEAST_MATTER;
}

/** Each run of `length` words that is not trivial, once. */
export function runsOf(text: string, length = RUN_WORDS): Set<string> {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let i = 0; i + length <= words.length; i++) {
    const run = words.slice(i, i + length);
    if (!run.includes("¦") && !isTrivial(run)) found.add(run.join(" "));
  }
  return found;
}

export interface Text {
  /** Where it stands, for whom has to mend it. */
  readonly place: string;
  readonly text: string;
}

export interface Overlap {
  readonly run: string;
  readonly place: string;
  readonly other: string;
}

/** Every run that a text of `left` shares with one of `right`, told once, at its first place in each. */
export function overlaps(left: readonly Text[], right: readonly Text[], length = RUN_WORDS): Overlap[] {
  const known = new Map<string, string>();
  for (const { place, text } of right) {
    for (const run of runsOf(text, length)) if (!known.has(run)) known.set(run, place);
  }
  const told = new Map<string, Overlap>();
  for (const { place, text } of left) {
    for (const run of runsOf(text, length)) {
      const other = known.get(run);
      if (other !== undefined && !told.has(run)) told.set(run, { run, place, other });
    }
  }
  return [...told.values()];
}
