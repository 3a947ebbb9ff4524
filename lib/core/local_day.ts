import type { Offset } from "./calendar.ts";

/**
 * `YYYY-MM-DD` of the local day that holds `us` (µs since 1970 UTC).
 *
 * @param clock Of the time zone, from `offsets`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { offsets } from "./calendar.ts";
 * const us = Date.UTC(2026, 2, 8, 7, 59) * 1000;
 * const clock = offsets("America/Los_Angeles", us, us + 86_400_000_000);
 * assert.equal(localDs(us, clock), "2026-03-07");
 * assert.equal(localDs(us + 60_000_000, clock), "2026-03-08");
 * ```
 */
export function localDs(us: number, clock: readonly Offset[]): string {
  const offset = clock.findLast(({ fromUs }) => fromUs <= us) ?? clock[0]!;
  return new Date(Math.floor((us + offset.offsetUs) / 1000)).toISOString().slice(0, 10);
}
