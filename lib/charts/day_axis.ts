import { dayMonth } from "../core/quantity.ts";
import { textWidth } from "./text.ts";
import { SIZE } from "./theme.ts";

/** Days as equal steps between two pixel positions. */
export interface DayAxis {
  /** Pixel position of a moment, in days from the start of the first one: day `i` has its middle at `i + 0.5`. */
  readonly at: (day: number) => number;
  readonly ticks: readonly { readonly day: number; readonly text: string }[];
}

const GAP = 14;

/** Days that a stride picks: every so many days from the last one back, or the firsts of every so many months. */
const STRIDES: readonly ((days: readonly string[]) => number[])[] = [
  ...[1, 2, 7, 14].map((stride) => (days: readonly string[]) =>
    days.map((_, i) => i).filter((i) => (days.length - 1 - i) % stride === 0)
  ),
  ...[1, 2, 3, 6, 12].map((stride) => (days: readonly string[]) =>
    days.flatMap((ds, i) => ds.endsWith("-01") && (Number(ds.slice(5, 7)) - 1) % stride === 0 ? [i] : [])
  ),
];

/** An axis of consecutive days (`YYYY-MM-DD`), labelled as densely as its width lets labels stand apart. */
export function dayAxis(days: readonly string[], [left, right]: readonly [number, number]): DayAxis {
  const step = (right - left) / days.length;
  const at = (day: number): number => left + day * step;
  const years = days.length > 200;
  const text = (day: number): string => {
    const ds = days[day]!;
    return years ? `${dayMonth(ds).split(" ")[1]} ${ds.slice(0, 4)}` : dayMonth(ds);
  };
  // Daily strides suit a few weeks; past that, readers look for the firsts of months.
  const strides = days.length > 45 ? STRIDES.slice(4) : STRIDES;
  for (const stride of strides) {
    const picked = stride(days).filter((day) => {
      const half = textWidth(text(day), SIZE.tick, 400) / 2;
      return at(day + 0.5) - half >= left - GAP && at(day + 0.5) + half <= right + GAP;
    });
    const apart = picked.every((day, i) => {
      const next = picked[i + 1];
      if (next === undefined) return true;
      const halves = (textWidth(text(day), SIZE.tick, 400) + textWidth(text(next), SIZE.tick, 400)) / 2;
      return (next - day) * step >= halves + GAP;
    });
    if (picked.length > 0 && apart) return { at, ticks: picked.map((day) => ({ day, text: text(day) })) };
  }
  return { at, ticks: [] };
}
