/** Stretches of time as questions name them, and as SQL reckons them. */
import { ident } from "./sql.ts";

/** What a question says, and what its statement says instead. */
interface Choice {
  readonly said: string;
  readonly sql: string;
}

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
  return DAYS_BACK.map(([said, days]) => ({
    said,
    sql: `(SELECT max(${ident(column)}) - INTERVAL ${days} DAY FROM ${ident(table)})`,
  }));
}

/** First argument of `date_trunc`. */
export const CALENDAR_CUTS: readonly Choice[] = ["day", "week", "month", "quarter"].map((unit) => ({
  said: unit,
  sql: `'${unit}'`,
}));

/** Numbers to put after LIMIT, or to compare with. */
export function numbers(...values: readonly number[]): readonly Choice[] {
  return values.map((value) => ({ said: String(value), sql: String(value) }));
}

/** Values said as one thing and stored as another; a plain string is both. SQL gets them in quotes. */
export function values(...pairs: readonly (string | readonly [said: string, stored: string])[]): readonly Choice[] {
  return pairs.map((pair) => {
    const [said, stored] = typeof pair === "string" ? [pair, pair] : pair;
    return { said, sql: `'${stored}'` };
  });
}

/** SQL said in words. */
export function spoken(...pairs: readonly (readonly [said: string, sql: string])[]): readonly Choice[] {
  return pairs.map(([said, sql]) => ({ said, sql }));
}
