import type { Calibration } from "../contracts/evaluation.ts";
import { generator } from "../core/seeds.ts";

/** A predicted label's probability, and whether the label was right. */
export interface Forecast {
  readonly probability: number;
  readonly right: boolean;
}

const BINS = 10;
const SIMULATIONS = 200;

/** `items` in at most {@link BINS} runs whose sizes differ by one at most. */
function equalMass<T>(items: readonly T[]): T[][] {
  const bins = Math.min(BINS, items.length);
  const edge = (i: number): number => Math.floor(i * items.length / bins);
  return Array.from({ length: bins }, (_, i) => items.slice(edge(i), edge(i + 1)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share-weighted distance of accuracy from mean probability over `bins`. */
function expectedError(bins: readonly (readonly Forecast[])[], items: number): number {
  return bins.reduce((sum, bin) => {
    const gap = mean(bin.map(({ right }) => Number(right))) - mean(bin.map(({ probability }) => probability));
    return sum + bin.length / items * Math.abs(gap);
  }, 0);
}

/**
 * How far stated probabilities are from what happened; null without forecasts.
 *
 * Bins hold equal numbers of items: Nixon et al. (2019), "Measuring calibration in deep learning". Even a perfect model
 * shows an error above 0 on few items, so the error that it would show is simulated beside. Brier (1950).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const half = [{ probability: 0.8, right: true }, { probability: 0.8, right: false }];
 * const { brier } = calibration(half, 1)!;
 * assert.equal(brier.toFixed(2), "0.34"); // (0.2² + 0.8²) / 2
 * ```
 */
export function calibration(forecasts: readonly Forecast[], seed: number): Calibration | null {
  if (forecasts.length === 0) return null;
  const ordered = forecasts.toSorted((a, b) => a.probability - b.probability);
  const bins = equalMass(ordered);
  const draw = generator(seed, "evaluate/calibration");
  const simulated = Array.from({ length: SIMULATIONS }, () => {
    const calibrated = bins.map((bin) => bin.map(({ probability }) => ({ probability, right: draw() < probability })));
    return expectedError(calibrated, ordered.length);
  });
  return {
    items: ordered.length,
    ece: expectedError(bins, ordered.length),
    ece_if_calibrated: mean(simulated),
    brier: mean(ordered.map(({ probability, right }) => (probability - Number(right)) ** 2)),
    bins: bins.map((bin) => ({
      items: bin.length,
      mean_probability: mean(bin.map(({ probability }) => probability)),
      accuracy: mean(bin.map(({ right }) => Number(right))),
    })),
  };
}
