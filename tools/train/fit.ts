/** Softmax regression with a ridge penalty: the weights of one head. */
import type { Head } from "../../lib/llm/embedded/softmax.ts";
import type { SparseVector, Vocabulary } from "../../lib/llm/embedded/vocabulary.ts";
import { minimise } from "./lbfgs.ts";

export interface Example {
  readonly vector: SparseVector;
  /** Position in the head's classes. */
  readonly answer: number;
  readonly weight: number;
}

/** Adds the gradient of the loss -weight · ln p(answer) of an example, and returns the loss. */
function loss({ vector, answer, weight }: Example, point: Float64Array, gradient: Float64Array, count: number): number {
  const { positions, values } = vector;
  const biases = point.length - count;
  const sums = point.slice(biases);
  for (let i = 0; i < positions.length; i++) {
    const from = positions[i]! * count;
    for (let k = 0; k < count; k++) sums[k]! += values[i]! * point[from + k]!;
  }
  const most = Math.max(...sums);
  let total = 0;
  for (let k = 0; k < count; k++) total += Math.exp(sums[k]! - most);
  const value = weight * (most + Math.log(total) - sums[answer]!);
  for (let k = 0; k < count; k++) {
    sums[k] = weight * (Math.exp(sums[k]! - most) / total - (k === answer ? 1 : 0));
    gradient[biases + k]! += sums[k]!;
  }
  for (let i = 0; i < positions.length; i++) {
    const from = positions[i]! * count;
    for (let k = 0; k < count; k++) gradient[from + k]! += values[i]! * sums[k]!;
  }
  return value;
}

/**
 * The head that minimises the sum of losses plus `ridge`/2 · |weights|².
 *
 * @param ridge Penalty; the biases are free of it.
 */
export function fit(
  classes: readonly string[],
  vocabulary: Vocabulary,
  examples: readonly Example[],
  ridge: number,
): Head {
  const count = classes.length;
  const size = vocabulary.features.length * count;
  const point = minimise((point, gradient) => {
    gradient.fill(0);
    let value = 0;
    for (const example of examples) value += loss(example, point, gradient, count);
    for (let i = 0; i < size; i++) {
      const at = point[i]!;
      value += ridge / 2 * at * at;
      gradient[i]! += ridge * at;
    }
    return value;
  }, size + count);
  return {
    classes,
    vocabulary,
    weights: Float32Array.from(point.subarray(0, size)),
    bias: Float32Array.from(point.subarray(size)),
    scale: new Float32Array(count).fill(1),
    temperature: 1,
  };
}
