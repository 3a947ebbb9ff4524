/** The features that a head knows, and how much each tells: what turns counts into a vector. */
import type { Counts } from "./features.ts";

/** Positions in the vocabulary, each with a value of the same index; of unit length, unless nothing is known. */
export interface SparseVector {
  readonly positions: Int32Array;
  readonly values: Float32Array;
}

export class Vocabulary {
  readonly #positions: ReadonlyMap<number, number>;

  /**
   * @param features Ascending.
   * @param saliences Of each feature: what one occurrence counts for.
   */
  constructor(readonly features: Uint32Array, readonly saliences: Float32Array) {
    this.#positions = new Map(Array.from(features, (feature, position) => [feature, position]));
  }

  /** (1 + ln count) · salience of the known features, scaled to unit length (Manning et al. 2008, section 6.4). */
  vector(counts: Counts): SparseVector {
    const positions: number[] = [];
    const values: number[] = [];
    let squares = 0;
    for (const [feature, count] of counts) {
      const position = this.#positions.get(feature);
      if (position === undefined) continue;
      const value = (1 + Math.log(count)) * this.saliences[position]!;
      positions.push(position);
      values.push(value);
      squares += value * value;
    }
    const length = squares === 0 ? 1 : Math.sqrt(squares);
    return { positions: Int32Array.from(positions), values: Float32Array.from(values, (value) => value / length) };
  }
}
