/** How well predicted labels agree with expected ones, over a label list that is fixed beforehand. */

export interface Pair<L extends string = string> {
  readonly expected: L;
  /** Null where no label was predicted: wrong, and counted for no class. */
  readonly predicted: L | null;
}

export interface ClassScore<L extends string = string> {
  readonly label: L;
  /** Items that were expected to carry the label. */
  readonly support: number;
  /** Null where the label was never predicted. */
  readonly precision: number | null;
  /** Null where the label was never expected. */
  readonly recall: number | null;
  /** 2·TP / (2·TP + FP + FN); null where the label was never expected. */
  readonly f1: number | null;
}

/**
 * Counts by expected label (row) and predicted label (column), both in the order of `labels`; the last column counts
 * items without a prediction.
 */
export function confusion<L extends string>(pairs: readonly Pair<L>[], labels: readonly L[]): number[][] {
  const index = new Map(labels.map((label, i) => [label, i]));
  const matrix = labels.map(() => new Array<number>(labels.length + 1).fill(0));
  for (const { expected, predicted } of pairs) {
    const [row, column] = [index.get(expected), predicted === null ? labels.length : index.get(predicted)];
    if (row === undefined || column === undefined) {
      throw new RangeError(`confusion() knows ${labels.join(", ")}: found ${expected}, ${predicted}`);
    }
    matrix[row]![column]!++;
  }
  return matrix;
}

/** Scores of each label out of a matrix of {@link confusion}. */
export function classScores<L extends string>(
  matrix: readonly (readonly number[])[],
  labels: readonly L[],
): ClassScore<L>[] {
  return labels.map((label, i) => {
    const hits = matrix[i]![i]!;
    const support = matrix[i]!.reduce((sum, count) => sum + count, 0);
    const predicted = matrix.reduce((sum, row) => sum + row[i]!, 0);
    return {
      label,
      support,
      precision: predicted === 0 ? null : hits / predicted,
      recall: support === 0 ? null : hits / support,
      f1: support === 0 ? null : 2 * hits / (support + predicted),
    };
  });
}

/**
 * Mean F1 of the labels that were expected at least once; null when there is no item. A label that was never expected has
 * no recall to average, yet predicting it costs the label it took the item from.
 *
 * Sokolova and Lapalme (2009), "A systematic analysis of performance measures for classification tasks".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const pairs = [
 *   { expected: "a", predicted: "a" },
 *   { expected: "a", predicted: "b" },
 *   { expected: "b", predicted: "b" },
 *   { expected: "b", predicted: null },
 * ] as const;
 * // a: precision 1, recall 1/2, F1 2/3; b: precision 1/2, recall 1/2, F1 1/2.
 * assert.equal(macroF1(pairs, ["a", "b", "c"])!.toFixed(4), "0.5833");
 * ```
 */
export function macroF1<L extends string>(pairs: readonly Pair<L>[], labels: readonly L[]): number | null {
  return meanF1(confusion(pairs, labels));
}

/** {@link macroF1} out of a matrix of {@link confusion}. */
export function meanF1(matrix: readonly (readonly number[])[]): number | null {
  const scores = classScores(matrix, matrix.map((_, i) => String(i))).flatMap(({ f1 }) => f1 ?? []);
  return scores.length === 0 ? null : scores.reduce((sum, f1) => sum + f1, 0) / scores.length;
}
