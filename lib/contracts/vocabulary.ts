/** How people call an archetype's tables and columns: the dictionary of the entity matcher and of the prompts. */

/** Lower-case phrases of one or more words, singular; the matcher knows plurals, typing errors and separators. */
export type Phrases = readonly string[];

export interface Vocabulary {
  /** Names under which a table is pointed at as a data object, by table: "card transactions table", "swipes". */
  readonly tables: Readonly<Record<string, Phrases>>;
  /**
   * Business nouns that stand for one table in a natural-language query, though a thread or an e-mail that says them
   * points at no table: "seller", "order", "listing".
   */
  readonly nouns: Readonly<Record<string, Phrases>>;
  /** Plain descriptions of a column, by `table.column`: "the bps column", "activation date". */
  readonly columns: Readonly<Record<string, Phrases>>;
  /**
   * Words that stand for a column in a natural-language query, though a thread or an e-mail that says them describes no
   * column, by `table.column`: "spend", "declined".
   */
  readonly attributes: Readonly<Record<string, Phrases>>;
  /** Phrases that hold one of these words and speak of no table: "made to order", "service account". */
  readonly idioms: Phrases;
}
