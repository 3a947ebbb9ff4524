/** How somebody writes: phrasing and punctuation, not what is said. */
import type { Role } from "../../../contracts/demand.ts";
import { generator } from "../../../core/seeds.ts";
import { type Draw, pick } from "./grammar.ts";

const VOICES = ["plain", "terse", "formal", "brisk", "chatty", "second_language"] as const;
export type Voice = (typeof VOICES)[number];

const BY_ROLE: Readonly<Record<Role, readonly Voice[]>> = {
  exec: ["brisk", "brisk", "plain"],
  data_eng: ["terse", "terse", "plain", "second_language"],
  analytics_eng: ["terse", "plain", "plain", "second_language"],
  bi: ["plain", "chatty", "second_language"],
  product_analytics: ["plain", "chatty", "terse"],
  eng_platform: ["terse", "terse", "plain"],
  pm: ["chatty", "chatty", "plain", "brisk"],
  finance: ["formal", "formal", "plain"],
  other: ["plain", "plain", "chatty", "second_language", "terse", "formal"],
};

/** One person always writes in the same voice. */
export function voiceOf(user: string, role: Role, seed: number): Voice {
  return pick(BY_ROLE[role], generator(seed, `writer/voice/${user}`));
}

/** Roles that call tables by their names in the schema. */
const ENGINEERS: ReadonlySet<Role> = new Set(["data_eng", "analytics_eng", "eng_platform", "bi"]);

/** Chance that somebody of the role says a schema's name rather than what people call it. */
export function rawNames(role: Role): number {
  return ENGINEERS.has(role) ? 0.55 : 0.2;
}

/** What no voice touches: SQL, links, user ids, schema names, words in capitals or with digits. */
const PROTECTED = /(`[^`]*`|https?:\/\/\S+|@?\bu\d+\b|\b\w*_\w+(?:\.\w+)?\b|\b[A-Z][A-Z0-9-]+\b)/;

/** Applies `change` to what is not protected. */
function outside(text: string, change: (part: string) => string): string {
  return text.split(PROTECTED).map((part, i) => i % 2 === 1 ? part : change(part)).join("");
}

function replaceAll(text: string, pairs: readonly (readonly [RegExp, string])[]): string {
  return pairs.reduce((all, [from, to]) => all.replaceAll(from, to), text);
}

const SHORTER = [
  [/\bplease\b/g, "pls"],
  [/\bbecause\b/g, "bc"],
  [/\bdo not\b/g, "don't"],
  [/\bdoes not\b/g, "doesn't"],
  [/\bis not\b/g, "isn't"],
  [/\bI will\b/g, "i'll"],
  [/\bprobably\b/g, "prob"],
  [/\bwithout\b/g, "w/o"],
] as const;

const LONGER = [
  [/\bdon't\b/g, "do not"],
  [/\bdoesn't\b/g, "does not"],
  [/\bisn't\b/g, "is not"],
  [/\baren't\b/g, "are not"],
  [/\bcan't\b/g, "cannot"],
  [/\bwon't\b/g, "will not"],
  [/\b([Ii])t's\b/g, "$1t is"],
  [/\bI'm\b/g, "I am"],
  [/\bI've\b/g, "I have"],
  [/\bI'd\b/g, "I would"],
  [/\b([Tt])hat's\b/g, "$1hat is"],
  [/\b([Ww])e're\b/g, "$1e are"],
  [/\b([Ww])e've\b/g, "$1e have"],
  [/\b([Tt])hey're\b/g, "$1hey are"],
] as const;

const FOREIGN = [
  [/\bI'm\b/g, "I am"],
  [/\bthere's\b/g, "there is"],
  [/\bit's\b/g, "it is"],
  [/\bhas been\b/g, "is"],
  [/\bany idea\b/gi, "do you have idea"],
  [/\bhow come\b/gi, "why"],
] as const;

/** Capital letter at the start of each sentence that begins with a plain word. */
function capitalised(text: string): string {
  return text.replaceAll(
    /(^|[.!?]\s+|\n+)([a-z])(?=[a-z']*(?:[\s,.!?]|:\s|$))/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** Drops some articles, as writers of languages without them do. */
function withoutSomeArticles(text: string, draw: Draw): string {
  return text.replaceAll(/(?<=\S )(?:the|an?) (?=[a-z])/g, (article) => draw() < 0.3 ? "" : article);
}

function letterSlip(word: string, draw: Draw): string {
  const at = 1 + Math.floor(draw() * (word.length - 2));
  return draw() < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
}

/** One slip of the finger in one plain word of seven letters or more, which no slip turns into a name. */
function mistyped(text: string, draw: Draw): string {
  const words = [...text.matchAll(/(?<=^|\s)[a-z]{7,}(?=[\s,.?!]|$)/g)];
  if (words.length === 0) return text;
  const { 0: word, index } = pick(words, draw);
  return text.slice(0, index) + letterSlip(word, draw) + text.slice(index + word.length);
}

/** Share of texts with a typing error; formal letters have none. */
const TYPO_SHARE = 0.025;

/** Spaces, articles and full stops that templates left askew. */
function tidy(text: string): string {
  return text.replaceAll(/[ \t]+/g, " ").replaceAll(/ ([,.;:!?])(?=\s|$)/g, "$1").replaceAll(/([.!?])\.(?=\s|$)/g, "$1")
    .replaceAll(/,(?=[.?!])/g, "").replaceAll(/\b([Aa]) (?=[aeio]|[AEIO][a-z]|MCC\b|SLA\b|8|11\b)/g, "$1n ")
    .replaceAll(/ *\n */g, "\n").trim();
}

/** The text as somebody with this voice would have typed it. */
export function inVoice(text: string, voice: Voice, draw: Draw): string {
  const clean = tidy(text);
  const slip = (said: string): string => draw() < TYPO_SHARE ? mistyped(said, draw) : said;
  switch (voice) {
    case "terse":
      return slip(outside(replaceAll(clean, SHORTER), (part) => part.toLowerCase()).replace(/\.$/, ""));
    case "formal":
      return capitalised(replaceAll(clean, LONGER));
    case "second_language":
      return capitalised(slip(outside(replaceAll(clean, FOREIGN), (part) => withoutSomeArticles(part, draw))));
    case "chatty":
      return capitalised(slip(draw() < 0.3 ? clean.replace(/\.$/, "!") : clean));
    case "brisk":
    case "plain":
      return capitalised(slip(clean));
  }
}
