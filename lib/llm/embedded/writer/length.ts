/** Most tokens of one text: seed specification, "Synthetic Communications". */
export const MOST_TOKENS = { slack: 80, email: 180, nlq: 30 } as const;

/**
 * An upper estimate of a text's tokens under o200k: English words of up to eight letters are one token, other pieces
 * about one for three characters, digits one for three.
 */
export function tokenCeiling(text: string): number {
  const pieces = text.match(/[A-Za-z]+|\d{1,3}|[^\sA-Za-z\d]/g) ?? [];
  return pieces.reduce((total, piece) => total + (piece.length <= 8 ? 1 : Math.ceil(piece.length / 6)), 0) +
    (text.match(/_/g)?.length ?? 0);
}
