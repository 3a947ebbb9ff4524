/** Most tokens of one text: seed specification, "Synthetic Communications". */
export const MOST_TOKENS = { slack: 80, email: 180, nlq: 30 } as const;

/** By how much the estimate of a text of the longest kind was ever found too low. */
const SLACK = 4;

/**
 * An upper estimate of a text's tokens under o200k: English words of up to eight letters are one token, longer ones one
 * for six letters; digits go by threes, and the blank before a number is a token too.
 */
export function tokenCeiling(text: string): number {
  const pieces = text.match(/[A-Za-z]+|\d{1,3}|[^\sA-Za-z\d]/g) ?? [];
  const blanks = text.match(/\s\d|_|\n/g)?.length ?? 0;
  return SLACK + blanks +
    pieces.reduce((total, piece) => total + (piece.length <= 8 ? 1 : Math.ceil(piece.length / 6)), 0);
}
