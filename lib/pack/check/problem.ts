/** Something in a pack that is not as it must be. */
export interface Problem {
  /** Path inside the pack, with `/`. */
  readonly file: string;
  /** 1-based; null where it is the file as a whole. */
  readonly line: number | null;
  /** What was found and what was wanted, without the place. */
  readonly message: string;
}

/** A value of a file and where it stands. */
export interface Placed<T> {
  readonly file: string;
  readonly line: number;
  readonly value: T;
}

/** A value as messages quote it: cut short, and on one line. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
