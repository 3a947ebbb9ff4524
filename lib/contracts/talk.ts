/** What an archetype's people talk about: the raw material of plans and of the embedded writer. */
import type { Bucket, Theme } from "./demand.ts";

/** A table or column that threads of a theme may be about. */
export interface TalkSubject {
  readonly theme: Theme;
  readonly table: string;
  readonly column: string | null;
  /** For a foreign key: the table it points at. */
  readonly parent: string | null;
}

/** A question of the natural-language query tool: statement and wordings with the same `{slots}`. */
export interface Question {
  readonly id: string;
  readonly theme: Theme;
  readonly tables: readonly string[];
  /** `table.column`, for the columns that the wording names or plainly describes. */
  readonly columns: readonly string[];
  /** Light DuckDB SQL over the archetype's tables: one SELECT. */
  readonly sql: string;
  /** Wordings of at most 30 tokens. */
  readonly wordings: readonly string[];
  /** Values of each slot: what the wording says, and what the statement says instead. */
  readonly slots: Readonly<Record<string, readonly { readonly said: string; readonly sql: string }[]>>;
}

export interface Talk {
  readonly channels: readonly { readonly id: string; readonly bucket: Bucket }[];
  readonly lists: readonly { readonly id: string; readonly bucket: Bucket }[];
  /** What can be asked of, per theme; the planner draws subjects from here. */
  readonly subjects: readonly TalkSubject[];
  readonly questions: readonly Question[];
  /**
   * Words of the company's own for the embedded writer's slots, by slot name: metrics, teams, pages, missing fields,
   * revenue streams, funnel steps, things that small talk is about. The writer's phrases name the slots that it needs.
   */
  readonly words: Readonly<Record<string, readonly string[]>>;
}
