import type { SourceJoin } from "../contracts/evaluation.ts";
import type { Label } from "../contracts/labels.ts";
import type { Prediction, Status } from "../contracts/predictions.ts";
import type { Source } from "../contracts/demand.ts";

/** Statuses of items that were never chosen to be asked: nothing can be said of the model there. */
const NOT_SELECTED: ReadonlySet<Status> = new Set(["prefiltered", "not_sampled"]);

/** A label with what was predicted of its item; null where there is no answer. */
export interface Joined {
  readonly label: Label;
  readonly prediction: Prediction | null;
}

export interface JoinResult {
  /** Items that were chosen to be asked, in the order of the labels. */
  readonly selected: readonly Joined[];
  readonly counts: SourceJoin;
}

/** Ids are unique within an archetype alone. */
function keyOf({ archetype, item_id }: { readonly archetype: string; readonly item_id: string }): string {
  return `${archetype}\n${item_id}`;
}

/** Puts labels and predictions of one source together by archetype and id. */
export function join(source: Source, labels: readonly Label[], predictions: readonly Prediction[]): JoinResult {
  const byKey = new Map(predictions.map((prediction) => [keyOf(prediction), prediction]));
  const known = new Set(labels.map(keyOf));
  const pairs = labels.map((label) => ({ label, found: byKey.get(keyOf(label)) }));
  const selected = pairs
    .filter(({ found }) => found === undefined || !NOT_SELECTED.has(found.status))
    .map(({ label, found }) => ({ label, prediction: found?.status === "ok" ? found : null }));
  const answered = selected.filter(({ prediction }) => prediction !== null).length;
  const positives = pairs.filter(({ label }) => label.relevance === "positive");
  return {
    selected,
    counts: {
      source,
      labels: labels.length,
      predictions: predictions.length,
      labels_without_prediction: pairs.filter(({ found }) => found === undefined).length,
      predictions_without_label: predictions.filter((prediction) => !known.has(keyOf(prediction))).length,
      not_selected: pairs.length - selected.length,
      selected: selected.length,
      answered,
      coverage: selected.length === 0 ? null : answered / selected.length,
      prefilter: source === "nlq" ? null : {
        positives: positives.length,
        kept: positives.filter(({ found }) => found !== undefined && found.status !== "prefiltered").length,
      },
    },
  };
}
