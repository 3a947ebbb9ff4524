/** When orders come in, in local time. Figures: domain reference 2.5. */
import type { ArrivalProcess } from "../../contracts/archetype.ts";

/** `YYYY-MM-DD` of the n-th `weekday` (1 = Monday … 7 = Sunday) of a month. */
function nthWeekday(year: number, month: number, weekday: number, n: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (weekday - first.dayOfWeek + 7) % 7 + 7 * (n - 1) });
}

/**
 * Factor of a local day beside weekday and month: the shopping days around Thanksgiving, the weeks before Christmas and
 * the quiet after it, the weeks before Valentine's Day and Mother's Day.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(dayFactor("2025-11-28"), 1.7); // Black Friday
 * assert.equal(dayFactor("2025-12-01"), 2.0); // Cyber Monday, not merely early December
 * assert.equal(dayFactor("2025-03-05"), 1);
 * ```
 */
export function dayFactor(ds: string): number {
  const date = Temporal.PlainDate.from(ds);
  const { year, month, day } = date;
  const sinceThanksgiving = nthWeekday(year, 11, 4, 4).until(date).days;
  if (sinceThanksgiving === 1) return 1.7;
  if (sinceThanksgiving === 4) return 2.0;
  if (month === 12 && day <= 14) return 1.15;
  if (month === 12 && day >= 24 && day <= 26) return 0.5;
  if (month === 12 && day > 18) return 0.7;
  if (month === 2 && day >= 5 && day <= 12) return 1.15;
  const untilMothersDay = date.until(nthWeekday(year, 5, 7, 2)).days;
  if (untilMothersDay >= 1 && untilMothersDay <= 7) return 1.25;
  return 1;
}

/** Orders: evenings strong, weekends at 1.27 times a weekday, 31 % of the year in its last quarter. */
export const orders: ArrivalProcess = {
  name: "order",
  total: { fast: 71_000, evaluation: 710_000, large: 7_100_000 },
  // deno-fmt-ignore
  hours: [
    2.5, 1.6, 1.0, 0.8, 0.9, 1.5, 2.5, 3.5, 4.3, 4.9, 5.2, 5.3,
    5.4, 5.3, 5.1, 5.1, 5.3, 5.9, 6.4, 6.6, 6.4, 5.7, 5.0, 3.8,
  ],
  weekdays: [1.02, 0.98, 0.97, 0.99, 1.04, 1.20, 1.34],
  months: [0.88, 0.91, 0.93, 0.93, 1.00, 0.91, 0.90, 0.93, 0.92, 1.02, 1.30, 1.37],
  day: dayFactor,
  feeds: "fact_order",
};
