import { scaleLinear, scaleLog } from "d3-scale";

/** How values become heights, or lengths, in pixels. */
export interface ValueAxis {
  /** Position of a value; values outside the axis lie on its edge. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** An axis from 0 to a round number at or above `max`, between two pixel positions. */
export function linearAxis(max: number, range: readonly [number, number], ticks = 5): ValueAxis {
  const scale = scaleLinear([0, max > 0 ? max : 1], range).nice(ticks).clamp(true);
  return { at: (value) => scale(value), ticks: scale.ticks(ticks) };
}

/** Powers of two of a quarter of an hour: steps that a clock reader knows. */
const BASE_MIN = 15;

/**
 * An axis of minutes on which each tick doubles the one before. A late day is several times a usual one, and a stopped
 * load several times that: on a linear axis the target and all usual days would lie on one line.
 *
 * It reaches from below `min` to above `max`, and over three doublings at least, eight at most.
 */
export function doublingAxis(min: number, max: number, range: readonly [number, number]): ValueAxis {
  const step = (minutes: number): number => Math.log2(Math.max(minutes, BASE_MIN / 16) / BASE_MIN);
  const last = Math.ceil(step(max) + 0.05);
  const first = Math.max(Math.min(Math.floor(step(min)), last - 3), last - 8);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => BASE_MIN * 2 ** (first + i));
  const scale = scaleLog([ticks[0]!, ticks.at(-1)!], range).base(2).clamp(true);
  return { at: (value) => scale(Math.max(value, ticks[0]!)), ticks };
}
