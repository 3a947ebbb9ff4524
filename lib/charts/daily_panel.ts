/** A day set apart, with a ring on its value. */
export interface Mark {
  readonly day: number;
  readonly value: number;
  readonly text: string;
}

/** An interval set apart, in days from the start of the first one. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What one panel shows of a subject. */
export interface DailyPanel {
  readonly heading: string;
  readonly note: string;
  /** One value a day; null where nothing was measured. */
  readonly values: readonly (number | null)[];
  readonly marks: readonly Mark[];
  readonly bands: readonly Band[];
}
