import type { SparseVector, Vocabulary } from "./vocabulary.ts";

/** One question with a closed list of answers: a linear score each, and probabilities by softmax. */
export interface Head {
  readonly classes: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly bias: Float32Array;
  /** Of each feature, class by class: `position * classes.length + class`. */
  readonly weights: Int8Array | Float32Array;
  /** Of each class: what one unit of its weights is worth. */
  readonly scale: Float32Array;
  /** What scores are divided by before softmax, so that probabilities are calibrated (Guo et al. 2017, ICML). */
  readonly temperature: number;
}

/** Linear scores of each class. */
export function scores({ classes, bias, weights, scale }: Head, { positions, values }: SparseVector): number[] {
  const sums = new Array<number>(classes.length).fill(0);
  for (let i = 0; i < positions.length; i++) {
    const from = positions[i]! * classes.length;
    for (let k = 0; k < sums.length; k++) sums[k]! += values[i]! * weights[from + k]!;
  }
  return sums.map((sum, k) => sum * scale[k]! + bias[k]!);
}

/**
 * exp(score / temperature), normalised to a sum of 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(softmax([3, 3], 1), [0.5, 0.5]);
 * assert.deepEqual(softmax([0, 2000], 2), [0, 1]);
 * ```
 */
export function softmax(scores: readonly number[], temperature: number): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - most) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
