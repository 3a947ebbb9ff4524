/** How bad a gap is, and how much it is asked for: docs/gaps.md explains each formula. */
import type { Dataset, FreshnessRow, GapClass } from "../contracts/pack.ts";
import { CADENCE_MINUTES } from "../contracts/pack.ts";

/** What depends on a dataset; one that does not exist yet may matter to anybody. */
const TIER = { tier1: 1, tier2: 0.75, tier3: 0.5 } as const;
const NO_DATASET_TIER = 0.75;

/** Whether work can go on meanwhile: 1 where nothing can be answered at all, less where an answer is late, coarse or disputed. */
const STANDSTILL: Readonly<Record<Exclude<GapClass, "none">, number>> = {
  missing_dataset: 1,
  access: 0.8,
  missing_column: 0.8,
  quality: 0.8,
  stale_data: 0.6,
  definition_conflict: 0.6,
  grain_mismatch: 0.6,
};

/**
 * How far data is behind, 0 to 1: the pauses beyond its cadence, of which four are all that can be.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(staleness({ expected_cadence: "daily", lag_min: 3 * 1440 }), 0.5);
 * assert.equal(staleness({ expected_cadence: "daily", lag_min: 600 }), 0);
 * ```
 */
export function staleness({ expected_cadence, lag_min }: Pick<FreshnessRow, "expected_cadence" | "lag_min">): number {
  return Math.min(1, Math.max(0, (lag_min / CADENCE_MINUTES[expected_cadence] - 1) / 4));
}

/**
 * Severity of one gap, 0 to 1: `tier · (standstill + (1 − standstill) · staleness)`, where the staleness counts for stale
 * data alone. Data that is four cadences late is as bad as data that does not exist.
 */
export function severityOf(gap: GapClass, dataset: Dataset | null, freshness: FreshnessRow | null): number {
  if (gap === "none") return 0;
  const tier = dataset === null ? NO_DATASET_TIER : TIER[dataset.tier];
  const still = STANDSTILL[gap];
  const behind = gap === "stale_data" && freshness !== null ? staleness(freshness) : 0;
  return tier * (still + (1 - still) * behind);
}

/**
 * How much a gap is asked for among others, 0 to 1: `ln(1 + people) / ln(1 + most)`. Whoever asks ten times is one of
 * the people; each further one tells less than the one before.
 *
 * @param most People who ask for the gap that most ask for.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(frequencyOf(7, 7), 1);
 * assert.equal(frequencyOf(1, 7).toFixed(3), "0.333");
 * ```
 */
export function frequencyOf(people: number, most: number): number {
  return most === 0 ? 0 : Math.log1p(people) / Math.log1p(most);
}
