/** When people of a pack write. Times are milliseconds since 1970. */
import type { PackConfig } from "../contracts/pack_config.ts";
import { packDraws } from "./plan.ts";
import type { Draw } from "./draws.ts";

const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];
/** "Now" of a pack falls into the three years from here. */
const EPOCH_MS = Date.UTC(2024, 0, 1);
const EPOCH_DAYS = 3 * 365;
/** Weight of each hour of UTC, and of a weekend day beside a workday. */
const HOURS = [1, 1, 0, 0, 0, 1, 2, 5, 9, 10, 10, 9, 7, 8, 9, 9, 8, 6, 4, 3, 2, 2, 2, 1];
const MOST = Math.max(...HOURS);
const WEEKEND = 0.15;
const MAX_TRIES = 200;

export interface Window {
  readonly fromMs: number;
  /** "Now" of the pack. */
  readonly toMs: number;
}

/** The window of a seed: its end, a whole minute, is derived from the seed alone. */
export function windowOf(seed: number, { window_days: days }: PackConfig): Window {
  const toMs = EPOCH_MS + Math.floor(packDraws(seed, "now")() * EPOCH_DAYS * DAY_MS / MINUTE_MS) * MINUTE_MS;
  return { fromMs: toMs - days * DAY_MS, toMs };
}

/** A whole second inside the window, mostly in working hours (by rejection; a short night may have to do). */
export function momentIn({ fromMs, toMs }: Window, draw: Draw): number {
  for (let tries = 1;; tries++) {
    const ms = fromMs + Math.floor(draw() * (toMs - fromMs) / 1000) * 1000;
    const date = new Date(ms);
    const weight = HOURS[date.getUTCHours()]! / MOST * (date.getUTCDay() % 6 === 0 ? WEEKEND : 1);
    if (draw() < weight || tries === MAX_TRIES) return ms;
  }
}

/** A whole second after `ms`, by `meanHours` on average (exponential), but never after the window. */
export function momentAfter(ms: number, meanHours: number, { toMs }: Window, draw: Draw): number {
  const pause = -Math.log(1 - draw()) * meanHours * HOUR_MS;
  return Math.min(toMs, ms + Math.max(1, Math.floor(pause / 1000)) * 1000);
}
