/**
 * What people say of one class of gap. Templates as in `lib/llm/embedded/writer/grammar.ts`: `[a|b]` alternatives,
 * `{slot}` a fact of the gap or of the moment, `<list>` a phrase that all classes share.
 */
export interface PhraseBank {
  /** Put to the natural-language query tool. */
  readonly queries: readonly string[];
  /** Opens a Slack thread. */
  readonly threads: readonly string[];
  readonly subjects: readonly string[];
  /** The middle of an e-mail. */
  readonly bodies: readonly string[];
}
