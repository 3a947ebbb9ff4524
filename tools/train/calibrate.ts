import { softmax } from "../../lib/llm/embedded/softmax.ts";

/** Scores of an item and the position of its right answer. */
export interface Scored {
  readonly scores: readonly number[];
  readonly answer: number;
}

/** Mean of -ln p(answer). */
export function logLoss(outcomes: readonly Scored[], temperature: number): number {
  const losses = outcomes.map(({ scores, answer }) => -Math.log(softmax(scores, temperature)[answer]!));
  return losses.reduce((sum, value) => sum + value, 0) / losses.length;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature from 0.05 to 20 with the least log loss, to three digits: temperature scaling (Guo et al. 2017, "On
 * calibration of modern neural networks", ICML), by golden-section search over its logarithm.
 */
export function fitTemperature(outcomes: readonly Scored[]): number {
  let [low, high] = [Math.log(0.05), Math.log(20)];
  while (high - low > 1e-4) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (logLoss(outcomes, Math.exp(left)) < logLoss(outcomes, Math.exp(right))) high = right;
    else low = left;
  }
  return Number(Math.exp((low + high) / 2).toPrecision(3));
}
