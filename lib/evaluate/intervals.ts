import type { ScoredShare } from "../contracts/evaluation.ts";
import { confusion, meanF1, type Pair } from "../core/f1.ts";
import { generator } from "../core/seeds.ts";

export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
  /** Names the stream of draws: two tasks never share one. */
  readonly stream: string;
}

/** The value at `share` of the way through `sorted`, between its neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

function accuracyOf(matrix: readonly (readonly number[])[], items: number): number {
  return matrix.reduce((sum, row, i) => sum + row[i]!, 0) / items;
}

/**
 * Accuracy and macro-F1 with percentile bootstrap 95 % intervals (Efron, 1979). An item is a whole thread, so that a
 * resample never parts the messages of one; null where there is no item.
 */
export function scoredShares<L extends string>(
  pairs: readonly Pair<L>[],
  labels: readonly L[],
  { seed, resamples, stream }: Resampling,
): { readonly accuracy: ScoredShare; readonly macroF1: ScoredShare } {
  if (pairs.length === 0) return { accuracy: null, macroF1: null };
  const cells = pairs.map(({ expected, predicted }) =>
    [
      labels.indexOf(expected),
      predicted === null ? labels.length : labels.indexOf(predicted),
    ] as const
  );
  const draw = generator(seed, `evaluate/${stream}`);
  const accuracies: number[] = [];
  const scores: number[] = [];
  for (let i = 0; i < resamples; i++) {
    const matrix = labels.map(() => new Array<number>(labels.length + 1).fill(0));
    for (let n = 0; n < cells.length; n++) {
      const [row, column] = cells[Math.floor(draw() * cells.length)]!;
      matrix[row]![column]!++;
    }
    accuracies.push(accuracyOf(matrix, cells.length));
    scores.push(meanF1(matrix)!);
  }
  const matrix = confusion(pairs, labels);
  const between = (value: number, samples: number[]): ScoredShare => {
    samples.sort((a, b) => a - b);
    return { value, low: quantile(samples, 0.025), high: quantile(samples, 0.975) };
  };
  return {
    accuracy: between(accuracyOf(matrix, pairs.length), accuracies),
    macroF1: between(meanF1(matrix)!, scores),
  };
}
