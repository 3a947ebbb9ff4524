/** Which gaps a need speaks of. */
import type { GapSubject } from "../contracts/decision.ts";
import type { Source, Theme } from "../contracts/demand.ts";

/** A table or column that an item names. */
export interface Mention {
  readonly table: string;
  readonly column: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A positive item of the window. */
export interface Need {
  readonly source: Source;
  readonly id: string;
  /** Local day of its root. */
  readonly ds: string;
  readonly theme: Theme;
  /** Probability of the theme, 0 to 1; null where the provider does not tell. */
  readonly themeProb: number | null;
  readonly met: boolean | null;
  /** Eligible items that it stands for. */
  readonly weight: number;
  readonly mentions: readonly Mention[];
  /** Its words, for quoting. */
  readonly quote: string;
}

export interface Gap {
  readonly theme: Theme;
  readonly subject: GapSubject;
}

/**
 * How closely a mention leads to a subject: 2 for its very column, 1 for its table or the table that its key points at, 0
 * for anything else.
 */
export function closeness({ table, column, parent }: GapSubject, mention: Mention): 0 | 1 | 2 {
  if (mention.table === table && mention.column !== null && mention.column === column) return 2;
  return mention.table === table || mention.table === parent ? 1 : 0;
}

/**
 * Indexes of the gaps that a need asks for: those of its theme that it leads to most closely. A need that names nothing of
 * the kind asks for its theme wherever it stands, and counts for each of its gaps.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const gaps = ["buyer_id", "listing_id"].map((column) => ({
 *   theme: "join_keys_orphans" as const,
 *   subject: { table: "orders", column, parent: `${column.slice(0, -3)}s` },
 * }));
 * const mention = (table: string, column: string | null) => ({ table, column, confidence: 1 });
 * const asked = (...mentions: ReturnType<typeof mention>[]) => gapsOf({ theme: "join_keys_orphans", mentions }, gaps);
 * assert.deepEqual(asked(mention("orders", "listing_id"), mention("orders", null)), [1]);
 * assert.deepEqual(asked(mention("buyers", null)), [0]);
 * assert.deepEqual(asked(), [0, 1]);
 * ```
 */
export function gapsOf({ theme, mentions }: Pick<Need, "theme" | "mentions">, gaps: readonly Gap[]): number[] {
  const own = gaps.flatMap((gap, index) =>
    gap.theme === theme
      ? [{ index, closest: Math.max(0, ...mentions.map((mention) => closeness(gap.subject, mention))) }]
      : []
  );
  const closest = Math.max(0, ...own.map((gap) => gap.closest));
  return own.filter((gap) => gap.closest === closest).map(({ index }) => index);
}
