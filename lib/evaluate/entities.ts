import type { Source } from "../contracts/demand.ts";
import type { EntityScores } from "../contracts/evaluation.ts";
import type { EntityPrediction } from "../contracts/predictions.ts";
import type { Joined } from "./join.ts";

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/**
 * Found tables and columns against those that the labels name, over the items that were answered, micro-averaged: each
 * name of each item counts once.
 */
export function entityScores(
  source: Source,
  joined: readonly Joined[],
  predictions: readonly EntityPrediction[],
): EntityScores[] {
  const found = Map.groupBy(
    predictions.filter((prediction) => prediction.source === source),
    ({ archetype, item_id }) => `${archetype}\n${item_id}`,
  );
  return (["table", "column"] as const).map((kind) => {
    let [expected, predicted, both] = [0, 0, 0];
    for (const { label, prediction } of joined) {
      if (prediction === null) continue;
      const wanted = new Set(kind === "table" ? label.tables : label.columns);
      const entities = found.get(`${label.archetype}\n${label.item_id}`) ?? [];
      const names = new Set(
        entities.flatMap(({ table, column }) => kind === "table" ? table : column === null ? [] : `${table}.${column}`),
      );
      expected += wanted.size;
      predicted += names.size;
      both += wanted.intersection(names).size;
    }
    return {
      source,
      kind,
      expected,
      predicted,
      both,
      precision: ratio(both, predicted),
      recall: ratio(both, expected),
      f1: ratio(2 * both, expected + predicted),
    };
  });
}
