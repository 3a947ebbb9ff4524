/** How far each kind of evidence is to be trusted. */
import type { Kind } from "./dictionary.ts";

/** {@link Kind}, and for a column's name how its table was told. */
export type Evidence =
  | Exclude<Kind, "column">
  | "qualified"
  | "column"
  | "column in words"
  | "column near its table"
  | "column by default";

/**
 * Share of right entities among those told by such evidence, by the rule of succession (r + 1) / (n + 2), on the items
 * of `tools/corpus` that vocabularies were written by; `deno task entities` prints r and n, beside what became of them on
 * items that nobody looked at. The three kinds of exact names were never wrong and stand at 0.99.
 */
export const CONFIDENCE: Readonly<Record<Evidence, number>> = {
  qualified: 0.99,
  table: 0.99,
  column: 0.99,
  "column near its table": 0.96,
  pointed: 0.96,
  described: 0.92,
  noun: 0.93,
  bare: 0.85,
  "column in words": 0.78,
  attribute: 0.76,
  "column by default": 0.7,
};

/** Factor for a misspelt phrase: too few to measure. */
export const MISSPELT = 0.9;
