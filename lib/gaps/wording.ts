/** Classes of gaps in the words of those who read the report. */
import type { GapClass } from "../contracts/pack.ts";

interface Wording {
  /** A heading. */
  readonly title: string;
  /** What is wrong, of `subject`. */
  readonly title_of: (subject: string) => string;
  readonly recommendation: (subject: string) => string;
}

export const CLASS_WORDS: Readonly<Record<Exclude<GapClass, "none">, Wording>> = {
  missing_dataset: {
    title: "Missing dataset",
    title_of: (subject) => `No data on ${subject}`,
    recommendation: (subject) => `Find the system that holds ${subject}, name an owner, and load it as a dataset.`,
  },
  missing_column: {
    title: "Missing column",
    title_of: (subject) => `No ${subject}`,
    recommendation: (subject) => `Add a column for ${subject}, or say why it can't be had.`,
  },
  stale_data: {
    title: "Stale data",
    title_of: (subject) => `${subject} is late`,
    recommendation: (subject) => `Mend the load of ${subject}, and alert its owner before users notice.`,
  },
  access: {
    title: "Access",
    title_of: (subject) => `People can't get to ${subject}`,
    recommendation: (subject) => `Settle who may read ${subject}, and answer the open requests.`,
  },
  definition_conflict: {
    title: "Conflicting definitions",
    title_of: (subject) => `Figures of ${subject} disagree by definition`,
    recommendation: (subject) => `Agree on one definition for figures of ${subject}, and write it into the catalog.`,
  },
  quality: {
    title: "Data quality",
    title_of: (subject) => `Wrong or repeated rows in ${subject}`,
    recommendation: (subject) => `Check ${subject} for nulls, duplicates and orphans, and mend them at the source.`,
  },
  grain_mismatch: {
    title: "Grain too coarse",
    title_of: (subject) => `${subject} is too coarse`,
    recommendation: (subject) => `Keep ${subject} at the finer grain that is asked for, beside the present one.`,
  },
};
