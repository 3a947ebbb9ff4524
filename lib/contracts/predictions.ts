/** The Parquet files of `runs/{run_id}/preds/`: what the model says of each item, or why it says nothing. */
import { RELEVANCES, type Source, SOURCES, THEMES } from "./demand.ts";
import { flag, instant, oneOf, orNull, real, type Row, rowTable, text, texts } from "./row_table.ts";

/**
 * What became of an item; the counts of all add up to the items.
 *
 * Never sent: `prefiltered` (its score is too low), `not_sampled` (the budget does not reach), `stopped` (its source was
 * stopped before), `budget` (the cap would have been passed). Sent: `ok`, `parse_error` (no valid answer, after one
 * repair), `truncated`, `refused`, `filtered` (by the provider's safety filter), `rejected` (the request itself was
 * refused), `network` (no answer after all retries).
 */
export const STATUSES = [
  "ok",
  "parse_error",
  "truncated",
  "refused",
  "filtered",
  "rejected",
  "network",
  "budget",
  "stopped",
  "not_sampled",
  "prefiltered",
] as const;
export type Status = (typeof STATUSES)[number];

const columns = {
  source: oneOf(SOURCES),
  /** `thread_id` of Slack and e-mail, `query_id` of a query. */
  item_id: text,
  archetype: text,
  /** Of the root message. */
  ts: instant,
  relevance: orNull(oneOf(RELEVANCES)),
  relevance_prob: orNull(real),
  /** Null unless the item is positive; every answered query has one. */
  theme: orNull(oneOf(THEMES)),
  theme_prob: orNull(real),
  /** Whether the need was solved in the thread; null where it can't be told, and for queries. */
  met: orNull(flag),
  /** How many eligible items of its day and bucket the item stands for; 0 where there is no answer. */
  weight: real,
  /** 0 to 1; null for queries, which are not filtered. */
  prefilter_score: orNull(real),
  prefilter_reasons: texts,
  status: oneOf(STATUSES),
  /** The answer was paid for by another run. */
  cached: flag,
  provider: text,
  model: text,
  prompt_version: text,
} as const;

export const predictionTables = {
  slack: rowTable("slack", columns),
  email: rowTable("email", columns),
  nlq: rowTable("nlq", columns),
} as const satisfies Readonly<Record<Source, unknown>>;
export type Prediction = Row<(typeof predictionTables)["slack"]>;

export const entityPredictions = rowTable("entities", {
  source: oneOf(SOURCES),
  item_id: text,
  archetype: text,
  table: text,
  /** Null when the table as a whole is meant. */
  column: orNull(text),
  /** 0 to 1. */
  confidence: real,
});
export type EntityPrediction = Row<typeof entityPredictions>;

/** What the prefilter made of each message of a thread or e-mail, `messages.parquet`. */
export const messageScores = rowTable("messages", {
  source: oneOf(SOURCES),
  item_id: text,
  message_id: text,
  /** 0 to 1. */
  prefilter_score: real,
  prefilter_reasons: texts,
});
export type MessageScore = Row<typeof messageScores>;
