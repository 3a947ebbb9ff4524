/** What people say of each class of gap. */
import type { GapClass } from "../../contracts/pack.ts";
import { access } from "./access.ts";
import type { PhraseBank } from "./bank.ts";
import { definitionConflict } from "./definition_conflict.ts";
import { grainMismatch } from "./grain_mismatch.ts";
import { missingColumn } from "./missing_column.ts";
import { missingDataset } from "./missing_dataset.ts";
import { none } from "./none.ts";
import { quality } from "./quality.ts";
import { staleData } from "./stale_data.ts";

export type { PhraseBank } from "./bank.ts";

export const phrases: Readonly<Record<GapClass, PhraseBank>> = {
  missing_dataset: missingDataset,
  missing_column: missingColumn,
  stale_data: staleData,
  access,
  definition_conflict: definitionConflict,
  quality,
  grain_mismatch: grainMismatch,
  none,
};
