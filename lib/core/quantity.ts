/** How numbers are written for people: rounded, in English, the same on every machine. */

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Fixed digits without a trailing zero, and never `-0`. */
function trimmed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/**
 * A share in percent. Small shares keep two digits, so that a rate above zero is never shown as 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([5.149, 0.684, 100, 0, 0.001].map(percent), ["5.1%", "0.68%", "100%", "0%", "<0.01%"]);
 * ```
 */
export function percent(value: number): string {
  if (value > 0 && value < 0.005) return "<0.01%";
  return `${trimmed(value, Math.abs(value) < 1 ? 2 : 1)}%`;
}

/**
 * A duration given in minutes, in the unit that reads best.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([90, 141.2, 468, 3000].map(duration), ["90 min", "141 min", "7.8 h", "50 h"]);
 * ```
 */
export function duration(minutes: number): string {
  if (Math.abs(minutes) < 240) return `${trimmed(minutes, Math.abs(minutes) < 10 ? 1 : 0)} min`;
  const hours = minutes / 60;
  return hours < 96 ? `${trimmed(hours, hours < 10 ? 1 : 0)} h` : `${trimmed(hours / 24, 1)} days`;
}

/** A count with thousands separated. */
export function count(value: number): string {
  return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * A count or an amount cut to three significant digits: `1.24M`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([950, 12_345, 1_236_000, 4.5e9].map(compact), ["950", "12.3k", "1.24M", "4.5B"]);
 * ```
 */
export function compact(value: number): string {
  const size = Math.abs(value);
  // 999.5 k rounds to 1000 k: the next unit takes over from there.
  const [unit, suffix] = size >= 999.5e6
    ? [1e9, "B"]
    : size >= 999.5e3
    ? [1e6, "M"]
    : size >= 9_999.5
    ? [1e3, "k"]
    : [1, ""];
  if (unit === 1) return count(value);
  const scaled = value / unit;
  return `${trimmed(scaled, Math.abs(scaled) < 9.995 ? 2 : Math.abs(scaled) < 99.95 ? 1 : 0)}${suffix}`;
}

/**
 * Money held in cents, in dollars.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([5_612, 123_400_000].map(dollars), ["$56.12", "$1.23M"]);
 * ```
 */
export function dollars(cents: number): string {
  const sign = cents < 0 ? "−" : "";
  const amount = Math.abs(cents) / 100;
  return `${sign}$${amount < 1000 ? amount.toFixed(2) : compact(amount)}`;
}

/**
 * US dollars that a model costs, with the digits that small amounts need.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([0, 0.0407, 0.47, 1].map(usd), ["$0.00", "$0.0407", "$0.47", "$1.00"]);
 * ```
 */
export function usd(amount: number): string {
  return `$${amount.toFixed(amount !== 0 && amount < 0.1 ? 4 : 2)}`;
}

/**
 * A change in percent, with its sign.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([2.88, -13, 0].map(change), ["+2.9%", "−13%", "±0%"]);
 * ```
 */
export function change(value: number): string {
  const size = percent(Math.abs(value));
  return size === "0%" ? "±0%" : `${value < 0 ? "−" : "+"}${size}`;
}

/** `1 Jun` for `2026-06-01`. */
export function dayMonth(ds: string): string {
  return `${Number(ds.slice(8))} ${MONTHS[Number(ds.slice(5, 7)) - 1]}`;
}

/**
 * The days from `from` to `to`, both included.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(dateRange("2026-06-01", "2026-06-30"), "1–30 Jun 2026");
 * assert.equal(dateRange("2026-04-02", "2026-06-30"), "2 Apr – 30 Jun 2026");
 * assert.equal(dateRange("2025-12-01", "2026-01-31"), "1 Dec 2025 – 31 Jan 2026");
 * ```
 */
export function dateRange(from: string, to: string): string {
  const end = `${dayMonth(to)} ${to.slice(0, 4)}`;
  if (from === to) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${end}`;
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${dayMonth(from)} – ${end}`
    : `${dayMonth(from)} ${from.slice(0, 4)} – ${end}`;
}

/**
 * A number of things, with the noun in its right form.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([plural(1, "day"), plural(3, "day")], ["1 day", "3 days"]);
 * ```
 */
export function plural(n: number, noun: string, many = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : many}`;
}
