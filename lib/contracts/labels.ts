/** The Parquet files `meta/{arch}/labels_*.parquet`: what each item was planned to say. Evaluations alone read them. */
import { RELEVANCES, type Source, THEMES } from "./demand.ts";
import { flag, instant, oneOf, orNull, type Row, rowTable, text, texts } from "./row_table.ts";

const columns = {
  /** `thread_id` of Slack and e-mail, `query_id` of a query. */
  item_id: text,
  archetype: text,
  ts: instant,
  /** Null for queries. */
  relevance: orNull(oneOf(RELEVANCES)),
  /** Null unless positive; every query has one. */
  theme: orNull(oneOf(THEMES)),
  /** Whether the need was solved; null where it can't be told, and for queries. */
  met: orNull(flag),
  tables: texts,
  /** `table.column`. */
  columns: texts,
  /** `id` of the ledger entry that the item was written about. */
  event_id: orNull(text),
} as const;

export const labelTables = {
  slack: rowTable("labels_slack", columns),
  email: rowTable("labels_email", columns),
  nlq: rowTable("labels_nlq", columns),
} as const satisfies Readonly<Record<Source, unknown>>;
export type Label = Row<(typeof labelTables)["slack"]>;
