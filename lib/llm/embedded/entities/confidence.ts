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

export const CONFIDENCE: Readonly<Record<Evidence | "misspelt", number>> = {
  qualified: 0.99,
  table: 0.97,
  column: 0.95,
  "column in words": 0.85,
  "column near its table": 0.85,
  "column by default": 0.7,
  pointed: 0.9,
  described: 0.8,
  noun: 0.75,
  attribute: 0.6,
  misspelt: 0.9,
};
