/** One value told twice, compared leaf by leaf. */

/** A leaf of what was told. */
export interface Retold {
  /** Steps from the root, joined by dots. */
  readonly figure: string;
  /** Null where the other has a leaf that this one lacks. */
  readonly reported: unknown;
  readonly found: unknown;
  readonly holds: boolean;
}

/**
 * Every leaf of either value, in the order of the first.
 *
 * @param ignored Keys whose values are passed over, wherever they stand.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [kept, changed] = retold({ a: 1, b: [2] }, { a: 1, b: [3] });
 * assert.equal(kept!.holds, true);
 * assert.deepEqual(changed, { figure: "b.0", reported: 2, found: 3, holds: false });
 * ```
 */
export function retold(told: unknown, again: unknown, ignored: readonly string[] = []): Retold[] {
  const [before, after] = [leaves(told, ignored), leaves(again, ignored)];
  return [...new Set([...before.keys(), ...after.keys()])].map((figure) => {
    const [was, is] = [before.get(figure), after.get(figure)];
    return { figure, reported: was ?? null, found: is ?? null, holds: was === is };
  });
}

/** Leaves by their path. An empty list or object is a leaf too, for its loss would else go unseen. */
function leaves(value: unknown, ignored: readonly string[], path: readonly string[] = []): Map<string, unknown> {
  if (typeof value !== "object" || value === null) return new Map([[path.join("."), value]]);
  const below = Object.entries(value).filter(([key]) => !ignored.includes(key));
  if (below.length === 0) return new Map([[path.join("."), "empty"]]);
  return new Map(below.flatMap(([key, inner]) => [...leaves(inner, ignored, [...path, key])]));
}
