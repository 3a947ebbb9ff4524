/** What is told of one table between two instants, ISO 8601. */
export interface TableInterval {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Time that both intervals share, over the time that either covers (Jaccard's index); 0 for different tables.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hours = (from: number, to: number) => ({ table: "a", from: `2026-01-01T0${from}:00:00Z`, to: `2026-01-01T0${to}:00:00Z` });
 * assert.equal(overlap(hours(1, 4), hours(2, 5)), 0.5);
 * assert.equal(overlap(hours(1, 4), { ...hours(1, 4), table: "b" }), 0);
 * ```
 */
export function overlap(a: TableInterval, b: TableInterval): number {
  if (a.table !== b.table) return 0;
  const ms = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
  const shared = Math.max(0, Math.min(ms(a.to), ms(b.to)) - Math.max(ms(a.from), ms(b.from)));
  return shared / (ms(a.to) - ms(a.from) + ms(b.to) - ms(b.from) - shared);
}
