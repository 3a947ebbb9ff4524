/** What an item wants to know, read off its wording: figure, cut, filter, grain and time. */
import type { Grain, Intent } from "../contracts/backlog.ts";

const GRAIN_WORDS: readonly (readonly [RegExp, Grain])[] = [
  [
    /\b(?:(?:per|by|each|every|single|individual) (?:row|record|transaction|event|line|order line|item|order|trip|call|claim|user|customer|person|parcel|ticket|sku)|(?:transaction|event|line|item|order|row|sku|user|customer|record)[- ]level)\b/i,
    "row",
  ],
  [/\b(?:hourly|intraday|(?:by|per|each|every|the|an) hour|by the hour|hour by hour)\b/i, "hour"],
  [/\b(?:daily|(?:by|per|each|every|a) day|day by day)\b/i, "day"],
  [/\b(?:weekly|(?:by|per|each|every|a) week|week by week)\b/i, "week"],
  [/\b(?:monthly|(?:by|per|each|every|a) month|month by month|month over month)\b/i, "month"],
  [/\b(?:quarterly|(?:by|per|each|every|a) quarter)\b/i, "quarter"],
  [/\b(?:yearly|annual(?:ly)?|(?:by|per|each|every|a) year|year over year)\b/i, "year"],
];

const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const TIME = new RegExp(
  [
    "(?:the )?(?:last|past|previous|this|current) (?:\\d+ |few )?(?:hours?|days?|weeks?|months?|quarters?|years?)",
    "yesterday|today|(?:year|month|quarter) to date|ytd|mtd",
    `(?:since|in|for|during|until|from) (?:(?:${MONTH})(?: 20\\d\\d)?|q[1-4](?: 20\\d\\d)?|20\\d\\d)`,
    "20\\d\\d-\\d\\d(?:-\\d\\d)?(?: to 20\\d\\d-\\d\\d(?:-\\d\\d)?)?",
  ].map((part) => `\\b(?:${part})\\b`).join("|"),
  "i",
);

const WORD = "[\\p{L}\\p{N}_'-]+";
const CUT = new RegExp(
  `\\b(?:by|per|split by|broken down by|grouped by|across) ((?:the )?${WORD}(?: ${WORD}){0,2}?)(?=(?: (?:and|by|per|for|in|over|since|last|this|from|on|at|where|with|to|is|are|of|as)\\b)|[,.;:?!()\\n]|$)`,
  "giu",
);
const FILTER = new RegExp(`\\b(?:where|only for|limited to|excluding|except|without) ((?:${WORD}[ =<>]*){1,5})`, "giu");
// Words before a figure are begun at their first letter alone: else a run such as "no-no-no" is tried from each of them.
const FIGURE = new RegExp(
  `\\b((?:number|count|share|percentage|sum|total|average|avg|median|rate|distribution|trend)(?: of)?(?: (?!(?:by|per|for|in|over|since|last)\\b)${WORD}){1,3}|(?:(?<![\\p{L}\\p{N}_]['-]*)(?:${WORD} ){1,2})?(?:revenue|sales|rate|cost|costs|margin|spend|churn|volume|value|growth|conversion|retention|balance|price|usage|backlog|utilization|utilisation))\\b`,
  "iu",
);

const trimmed = (text: string): string => text.trim().replace(/^(?:the|a|an) /i, "").toLowerCase();
/** "by week" cuts time, which the grain tells. */
const IS_TIME =
  /^(?:hour|day|week|month|quarter|year|default|hand|now|then|far|email|mistake|the way|monday|tuesday|wednesday|thursday|friday|noon|end)\b/;

/** All but the datasets of {@link Intent}; the wording decides, no catalog. */
export function intentOf(text: string): Omit<Intent, "datasets"> {
  const dimensions = Array.from(text.matchAll(CUT), ([, cut]) => trimmed(cut!)).filter((cut) => !IS_TIME.test(cut));
  const filters = Array.from(text.matchAll(FILTER), ([, filter]) => trimmed(filter!));
  return {
    metric: trimmedOrNull(FIGURE.exec(text)?.[1]),
    dimensions: [...new Set(dimensions)].slice(0, 5),
    filters: [...new Set(filters)].slice(0, 5),
    grain: GRAIN_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null,
    time_range: trimmedOrNull(TIME.exec(text)?.[0]),
  };
}

function trimmedOrNull(text: string | undefined): string | null {
  const found = trimmed(text ?? "");
  return found === "" ? null : found;
}
