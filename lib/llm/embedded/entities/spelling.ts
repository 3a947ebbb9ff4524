/** Typing errors: the word that a misspelt one was meant to be. */

/** From a word to the known one that it is or misspells by one edit, else undefined. */
export type Spelling = (word: string) => string | undefined;

/** Below, one edit away from a word there is too often another word. */
const SHORTEST = { edit: 7, swap: 4 };
const LONGEST = 40;

function* deletions(word: string): Generator<string> {
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

/** Two neighbouring letters changed places. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** One letter more, less or other. */
function oneEdit(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1);
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return long.length === short.length + 1 && long.slice(at + 1) === short.slice(at);
}

/**
 * Reads words against the `known` ones. People seldom err in the
 * first letter, and in a short word they swap two.
 *
 * Words are found by what remains of both after one deletion (Garbe, SymSpell, 2012): a look-up takes as many steps as
 * the word has letters, whatever the size of `known`.
 */
export function spelling(known: Iterable<string>): Spelling {
  const words = new Set(known);
  const near = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST.swap) continue;
    for (const rest of [word, ...deletions(word)]) near.set(rest, [...(near.get(rest) ?? []), word]);
  }
  const means = (typed: string, word: string): boolean =>
    typed[0] === word[0] &&
    (swapped(typed, word) || (Math.min(typed.length, word.length) >= SHORTEST.edit && oneEdit(typed, word)));
  return (typed) => {
    if (words.has(typed)) return typed;
    if (typed.length < SHORTEST.swap || typed.length > LONGEST) return undefined;
    for (const rest of [typed, ...deletions(typed)]) {
      const word = near.get(rest)?.find((candidate) => means(typed, candidate));
      if (word !== undefined) return word;
    }
    return undefined;
  };
}
