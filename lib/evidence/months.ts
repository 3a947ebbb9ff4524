/** A calendar month, its first and last local day as `YYYY-MM-DD`. */
export interface Month {
  readonly from: string;
  readonly to: string;
}

/**
 * The last `count` calendar months that are over at the end of the local day `ds`, oldest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(wholeMonthsUntil("2026-06-30", 1), [{ from: "2026-06-01", to: "2026-06-30" }]);
 * assert.deepEqual(wholeMonthsUntil("2026-06-29", 3).map(({ from }) => from), ["2026-03-01", "2026-04-01", "2026-05-01"]);
 * ```
 */
export function wholeMonthsUntil(ds: string, count: number): Month[] {
  const next = Temporal.PlainDate.from(ds).add({ days: 1 });
  const end = next.with({ day: 1 });
  return Array.from({ length: count }, (_, i) => {
    const from = end.subtract({ months: count - i });
    return { from: from.toString(), to: from.add({ months: 1 }).subtract({ days: 1 }).toString() };
  });
}
