/** Which threads and e-mails are likely enough to be about data to be worth asking a model. */
import type { Bucket, Role } from "../contracts/demand.ts";
import type { Item, ItemMessage } from "../contracts/item.ts";
import { type DetectedEvent, eventsNear } from "./events.ts";
import { DATA_TERMS, OTHER_TERMS } from "./terms.ts";

/** Most items that a channel keeps of a local day on which none reaches the threshold (seed: "top 30/day/channel"). */
const TOP_OF_QUIET_DAY = 30;

/** Points of a message; a score is their sum, cut to [0, 1]. */
const POINTS = {
  bucket: 0.15,
  dataTerm: 0.1,
  dataTermsMost: 0.5,
  schemaName: 0.2,
  schemaWord: 0.07,
  schemaWordsMost: 0.21,
  otherTerm: -0.1,
  otherTermsLeast: -0.3,
  sql: 0.1,
  code: 0.1,
  link: 0.05,
  figures: 0.05,
  nearEvent: 0.05,
  namesEvent: 0.15,
} as const;

/** Points for who wrote it: those who answer for figures rarely write of them in passing. */
const ROLE_POINTS: Readonly<Record<Role, number>> = {
  exec: 0.1,
  finance: 0.05,
  bi: 0.05,
  analytics_eng: 0.05,
  data_eng: 0.05,
  product_analytics: 0.05,
  pm: 0,
  eng_platform: 0,
  other: 0,
};

export interface Scored {
  /** 0 to 1. */
  readonly score: number;
  /** What the score was made of, such as `data_terms:3`, in a fixed order. */
  readonly reasons: readonly string[];
}

export interface ScoredItem extends Scored {
  /** Of each message, in the item's order. */
  readonly messages: readonly Scored[];
}

export interface PrefilterRules {
  /** Items of other buckets score 0. */
  readonly buckets: readonly Bucket[];
  /** Names of the archetype's tables and columns. */
  readonly schemaNames: readonly string[];
  readonly events: readonly DetectedEvent[];
}

/** Scores items by {@link PrefilterRules}. */
export function prefilter(rules: PrefilterRules): (item: Item) => ScoredItem {
  const schema = schemaTerms(rules.schemaNames);
  return (item) => {
    if (item.bucket !== null && !rules.buckets.includes(item.bucket)) {
      const outside = { score: 0, reasons: [`bucket_not_allowed:${item.bucket}`] };
      return { ...outside, messages: item.messages.map(() => outside) };
    }
    const messages = item.messages.map((message, i) =>
      scoreMessage(message, i === 0 ? item.subject : null, schema, rules)
    );
    return { ...scoreThread(messages), messages };
  };
}

function scoreMessage(
  message: ItemMessage,
  subject: string | null,
  schema: SchemaTerms,
  { events }: PrefilterRules,
): Scored {
  const text = subject === null ? message.text : `${subject}\n${message.text}`;
  const words = wordsOf(text);
  const points: [reason: string, points: number][] = [["bucket", POINTS.bucket]];
  const add = (reason: string, found: number, each: number, most = Infinity): void => {
    const sum = found * each;
    if (found > 0) points.push([`${reason}:${found}`, each < 0 ? Math.max(sum, -most) : Math.min(sum, most)]);
  };
  add("data_terms", countTerms(words, DATA), POINTS.dataTerm, POINTS.dataTermsMost);
  add(
    "schema_names",
    [...words].filter((word) => schema.names.has(word)).length,
    POINTS.schemaName,
    2 * POINTS.schemaName,
  );
  add("schema_words", countTerms(words, schema.words), POINTS.schemaWord, POINTS.schemaWordsMost);
  add("other_terms", countTerms(words, OTHER), POINTS.otherTerm, -POINTS.otherTermsLeast);
  if (/\bselect\b[^]{1,400}\bfrom\b/i.test(text)) points.push(["sql", POINTS.sql]);
  if (message.hasCode || text.includes("`")) points.push(["code", POINTS.code]);
  if (message.linkDomains.length > 0) points.push(["link", POINTS.link]);
  if (/\d/.test(text)) points.push(["figures", POINTS.figures]);
  if (ROLE_POINTS[message.role] > 0) points.push([`role:${message.role}`, ROLE_POINTS[message.role]]);
  const near = eventsNear(events, message.tsUs);
  const named = near.some(({ table, column }) => words.has(table) || (column !== null && words.has(column)));
  if (named) points.push(["names_event", POINTS.namesEvent]);
  else if (near.length > 0) points.push(["near_event", POINTS.nearEvent]);
  return { score: clip(points.reduce((sum, [, value]) => sum + value, 0)), reasons: points.map(([reason]) => reason) };
}

/** The root says what it is about; replies that speak of data can lift a vague root, and never lower it. */
function scoreThread([root, ...replies]: readonly Scored[]): Scored {
  const best = replies.reduce((most, { score }) => Math.max(most, score), 0);
  const score = clip(Math.max(root!.score, 0.5 * root!.score + 0.75 * best));
  return { score, reasons: [...root!.reasons, ...(score > root!.score ? ["replies"] : [])] };
}

/**
 * Which items are worth a model's time: those that reach `threshold`; in a channel and local day where none does, the
 * {@link TOP_OF_QUIET_DAY} of highest score, ties by the items' order. Queries are not filtered.
 */
export function keepItems(
  items: readonly Item[],
  scores: readonly { readonly score: number }[],
  threshold: number,
): boolean[] {
  const days = Map.groupBy(items.keys(), (i) => {
    const { source, channel, ds } = items[i]!;
    return JSON.stringify([source, channel, ds]);
  });
  const kept = new Set<number>();
  for (const day of days.values()) {
    const reach = day.filter((i) => items[i]!.source === "nlq" || scores[i]!.score >= threshold);
    const best = day.toSorted((a, b) => scores[b]!.score - scores[a]!.score || a - b).slice(0, TOP_OF_QUIET_DAY);
    for (const i of reach.length > 0 ? reach : best) kept.add(i);
  }
  return items.map((_, i) => kept.has(i));
}

interface SchemaTerms {
  /** Names that nobody writes by chance: those of several words. */
  readonly names: ReadonlySet<string>;
  /** The words that they are made of. */
  readonly words: ReadonlySet<string>;
}

/** Parts of names that say what kind of thing is named, not which. */
const TECHNICAL = new Set(["at", "bps", "cents", "code", "daily", "dim", "fact", "flag", "id", "is", "no", "to"]);

function schemaTerms(names: readonly string[]): SchemaTerms {
  const known = names.map((name) => name.toLowerCase());
  return {
    names: new Set(known.filter((name) => name.includes("_"))),
    words: new Set(known.flatMap((name) => name.split("_")).filter((word) => !TECHNICAL.has(word))),
  };
}

const DATA = new Set(DATA_TERMS);
const OTHER = new Set(OTHER_TERMS);

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z][a-z0-9_-]{1,40}/g) ?? []);
}

/** How many of `terms` occur, each once however often and in whatever form. */
function countTerms(words: ReadonlySet<string>, terms: ReadonlySet<string>): number {
  const found = new Set<string>();
  for (const word of words) {
    const stem = stems(word).find((form) => terms.has(form));
    if (stem !== undefined) found.add(stem);
  }
  return found.size;
}

/** The word and what it may be a form of. */
function stems(word: string): string[] {
  const bare = word.replace(/(?:ing|ed|es|s|d)$/, "");
  return [word, word.replace(/s$/, ""), bare, `${bare}e`, bare.replace(/(.)\1$/, "$1"), bare.replace(/i$/, "y")];
}

/** Rounded, so that the sum's last bits show nowhere. */
function clip(score: number): number {
  return Number(Math.min(1, Math.max(0, score)).toFixed(4));
}
