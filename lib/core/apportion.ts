/**
 * Whole numbers that add up to `total` and follow `shares` as closely as whole numbers can: each part gets the whole part
 * of its quota, and the largest remainders get one more (Hamilton's method; of equal remainders the first).
 *
 * @param shares Not negative, of any sum above 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(apportion(10, { a: 0.55, b: 0.2, c: 0.25 }), { a: 6, b: 2, c: 2 });
 * assert.deepEqual(apportion(3, { a: 1, b: 1 }), { a: 2, b: 1 });
 * ```
 */
export function apportion<K extends string>(total: number, shares: Readonly<Record<K, number>>): Record<K, number> {
  const names = Object.keys(shares) as K[];
  const sum = names.reduce((all, name) => all + shares[name], 0);
  if (!(sum > 0)) throw new RangeError(`apportion() needs shares above 0: ${JSON.stringify(shares)}`);
  // Sums of shares such as 0.55 miss whole quotas by a rounding error, which must not cost a part its seat.
  const quotas = names.map((name) => Number((total * shares[name] / sum).toFixed(9)));
  const seats = quotas.map(Math.floor);
  const left = total - seats.reduce((all, seat) => all + seat, 0);
  const byRemainder = names.map((_, i) => i).sort((a, b) => (quotas[b]! - seats[b]!) - (quotas[a]! - seats[a]!));
  for (const i of byRemainder.slice(0, left)) seats[i]!++;
  return Object.fromEntries(names.map((name, i) => [name, seats[i]!])) as Record<K, number>;
}
