/** Freshness agrees with the catalog, with "now" and with itself. */
import { freshnessOf, PACK_FILES } from "../../contracts/pack.ts";
import type { Problem } from "./problem.ts";
import type { ReadPack } from "./read.ts";
import { repeated } from "./unique.ts";

export function freshnessProblems({ freshness, datasets, datasetIds, manifest }: ReadPack): Problem[] {
  const cadences = new Map(datasets.map(({ value }) => [value.id, value.cadence]));
  const told = new Set(freshness.map(({ value }) => value.dataset));
  const nowMs = manifest === null ? null : Date.parse(manifest.value.now);
  return [
    ...repeated(freshness, "dataset", ({ dataset }) => dataset),
    ...freshness.flatMap(({ file, line, value }) => {
      const { dataset, expected_cadence: cadence, last_update: updated, lag_min: lag, status } = value;
      const messages: string[] = [];
      if (!datasetIds.has(dataset)) messages.push(`dataset is ${dataset}: the catalog has none of that id`);
      const wanted = cadences.get(dataset) ?? cadence;
      if (wanted !== cadence) messages.push(`expected_cadence of ${dataset} is ${cadence}: the catalog says ${wanted}`);
      if (nowMs !== null) {
        const measured = Math.floor((nowMs - Date.parse(updated)) / 60_000);
        if (measured < 0) messages.push(`last_update is ${updated}: that is after now, ${manifest!.value.now}`);
        else if (measured !== lag) {
          messages.push(`lag_min is ${lag}: last_update and now are ${measured} minutes apart`);
        }
      }
      const judged = freshnessOf(cadence, lag);
      if (judged !== status) {
        messages.push(`status is ${status}: a lag of ${lag} min at ${cadence} cadence is ${judged}`);
      }
      return messages.map((message) => ({ file, line, message }));
    }),
    // Where the file is not there at all, that is told once.
    ...(freshness.length === 0 ? [] : datasets).filter(({ value }) => !told.has(value.id)).map((
      { file, line, value },
    ) => ({
      file,
      line,
      message: `dataset ${value.id} has no row in ${PACK_FILES.freshness}`,
    })),
  ];
}
