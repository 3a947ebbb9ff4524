/** What a question's slots can be filled with: stretches of time, numbers and values, as people say them and as SQL has them. */
import type { Question } from "../contracts/talk.ts";
import { ident, literal } from "./sql.ts";

/** What a question says, and what its statement says instead. */
type Choice = Question["slots"][string][number];

const DAYS_BACK: readonly (readonly [said: string, days: number])[] = [
  ["today", 1],
  ["since yesterday", 2],
  ["this week", 7],
  ["last 7 days", 7],
  ["past two weeks", 14],
  ["last 30 days", 30],
  ["this month", 30],
  ["past 60 days", 60],
  ["last quarter", 91],
  ["last 90 days", 90],
  ["past six months", 182],
  ["last 3 weeks", 21],
];

/**
 * The moment after which a period lies. It is reckoned back from the newest row, for "now" is where the data ends.
 */
export function lately(table: string, column: string): readonly Choice[] {
  return startsOf(DAYS_BACK, table, column);
}

function startsOf(periods: typeof DAYS_BACK, table: string, column: string): readonly Choice[] {
  return periods.map(([said, days]) => ({
    said,
    sql: `(SELECT max(${ident(column)}) - INTERVAL ${days} DAY FROM ${ident(table)})`,
  }));
}

/** Periods long enough to be cut into months. */
const LONG_DAYS_BACK: readonly (readonly [said: string, days: number])[] = [
  ["over the last 90 days", 90],
  ["last quarter", 91],
  ["past two quarters", 182],
  ["past six months", 182],
  ["last 12 months", 365],
  ["in the past year", 365],
  ["over the past 60 days", 60],
  ["last three months", 91],
  ["this half year", 181],
  ["in the last 8 weeks", 56],
];

/** The moment after which a period lies that is told by day, week or month; see {@link lately}. */
export function spanning(table: string, column: string): readonly Choice[] {
  return startsOf(LONG_DAYS_BACK, table, column);
}

/** First argument of `date_trunc`. */
export const CALENDAR_CUTS: readonly Choice[] = ["day", "week", "month"].map((unit) => ({
  said: unit,
  sql: literal(unit),
}));

/** Numbers to put after LIMIT, or to compare with. */
export function numbers(...values: readonly number[]): readonly Choice[] {
  return values.map((value) => ({ said: String(value), sql: String(value) }));
}

/** Values said as one thing and stored as another; a plain string is both. SQL gets them in quotes. */
export function values(...pairs: readonly (string | readonly [said: string, stored: string])[]): readonly Choice[] {
  return pairs.map((pair) => {
    const [said, stored] = typeof pair === "string" ? [pair, pair] : pair;
    return { said, sql: literal(stored) };
  });
}

/** SQL said in words. */
export function spoken(...pairs: readonly (readonly [said: string, sql: string])[]): readonly Choice[] {
  return pairs.map(([said, sql]) => ({ said, sql }));
}
