import type { HIDDEN_REASONS } from "../contracts/decision.ts";
import type { Theme } from "../contracts/demand.ts";

/** Actions that a report shows. */
export const TOP = 3;
/** Below it an action is hidden. */
export const LEAST_CONFIDENCE = 0.55;

/** What the ranking reads of a gap. */
export interface Ranked {
  /** Unique. */
  readonly id: string;
  readonly theme: Theme;
  readonly score: number;
  readonly confidence: number;
  /** Needs that lead to its subject: of equal scores, the gap that more of them lead to comes first, then the lesser id. */
  readonly asked: number;
  /** False where nothing measured and no theme that goes by demand alone stands behind it. */
  readonly evident: boolean;
}

export type HiddenReason = (typeof HIDDEN_REASONS)[number];

export interface Ranking<G extends Ranked> {
  /** At most {@link TOP}, each of another theme, the highest score first. */
  readonly actions: readonly G[];
  /** All others, the highest score first. */
  readonly hidden: readonly { readonly gap: G; readonly reason: HiddenReason }[];
}

/**
 * The first three gaps of different themes, among those that are sure enough. Where fewer qualify, fewer are shown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const gap = (id: string, theme: "duplicates_dedup" | "join_keys_orphans", score: number, confidence = 1) =>
 *   ({ id, theme, score, confidence, asked: 0, evident: true });
 * const { actions, hidden } = rank([
 *   gap("a", "join_keys_orphans", 0.2),
 *   gap("b", "join_keys_orphans", 0.3),
 *   gap("c", "duplicates_dedup", 0.4, 0.5),
 * ]);
 * assert.deepEqual(actions.map(({ id }) => id), ["b"]);
 * assert.deepEqual(hidden.map(({ gap, reason }) => [gap.id, reason]), [["c", "low_confidence"], ["a", "theme_taken"]]);
 * ```
 */
export function rank<G extends Ranked>(gaps: readonly G[]): Ranking<G> {
  const ordered = gaps.toSorted((a, b) => b.score - a.score || b.asked - a.asked || (a.id < b.id ? -1 : 1));
  const actions: G[] = [];
  const hidden: { gap: G; reason: HiddenReason }[] = [];
  for (const gap of ordered) {
    const reason = hiddenBecause(gap, actions);
    if (reason === undefined) actions.push(gap);
    else hidden.push({ gap, reason });
  }
  return { actions, hidden };
}

function hiddenBecause(gap: Ranked, shown: readonly Ranked[]): HiddenReason | undefined {
  if (!gap.evident) return "no_evidence";
  if (gap.confidence < LEAST_CONFIDENCE) return "low_confidence";
  if (shown.some(({ theme }) => theme === gap.theme)) return "theme_taken";
  return shown.length === TOP ? "lower_rank" : undefined;
}
