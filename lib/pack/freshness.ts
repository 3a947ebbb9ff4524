import { CADENCE_MINUTES, type Dataset, freshnessOf, type FreshnessRow } from "../contracts/pack.ts";
import type { Draw } from "./draws.ts";

const MINUTE_MS = 60_000;
/** Share of the sound datasets that are a little behind. */
const LATE_SHARE = 0.08;

/** ISO 8601 UTC in whole seconds of `ms` since 1970. */
export function isoOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The row of a dataset that was last updated at `updatedMs`, seen from `nowMs`; an update after it counts as now. */
export function freshnessRow({ id, cadence }: Dataset, updatedMs: number, nowMs: number): FreshnessRow {
  const lag = Math.max(0, Math.floor((nowMs - updatedMs) / MINUTE_MS));
  return {
    dataset: id,
    expected_cadence: cadence,
    last_update: isoOf(Math.min(updatedMs, nowMs)),
    lag_min: lag,
    status: freshnessOf(cadence, lag),
  };
}

/** When each dataset was last updated; those of `stale` more than two cadences ago, every other one less. */
export function drawFreshness(
  datasets: readonly Dataset[],
  stale: ReadonlySet<string>,
  nowMs: number,
  draw: Draw,
): FreshnessRow[] {
  return datasets.map((dataset) => {
    const [behind, place] = [draw(), draw()];
    const cadences = stale.has(dataset.id) ? 2.5 + 6 * place : behind < LATE_SHARE ? 1.1 + 0.8 * place : 0.95 * place;
    const lag = Math.ceil(cadences * CADENCE_MINUTES[dataset.cadence]);
    return freshnessRow(dataset, nowMs - lag * MINUTE_MS, nowMs);
  });
}
