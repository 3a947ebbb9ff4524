/** Labels and predictions with known scores. */
import type { Relevance, Theme } from "../../lib/contracts/demand.ts";
import type { Label } from "../../lib/contracts/labels.ts";
import type { Prediction, Status } from "../../lib/contracts/predictions.ts";

export function label(
  item_id: string,
  relevance: Relevance | null,
  theme: Theme | null,
  more: Partial<Label> = {},
): Label {
  return {
    item_id,
    archetype: "toy",
    ts: 0,
    relevance,
    theme,
    met: null,
    tables: [],
    columns: [],
    event_id: null,
    ...more,
  };
}

export function prediction(
  item_id: string,
  relevance: Relevance | null,
  theme: Theme | null,
  more: Partial<Prediction> = {},
): Prediction {
  return {
    source: "slack",
    item_id,
    archetype: "toy",
    ts: 0,
    relevance,
    relevance_prob: relevance === null ? null : 0.9,
    theme,
    theme_prob: theme === null ? null : 0.8,
    met: null,
    weight: 1,
    prefilter_score: 0.5,
    prefilter_reasons: [],
    status: "ok",
    cached: false,
    provider: "local",
    model: "toy-1",
    prompt_version: "1",
    ...more,
  };
}

export function unanswered(item_id: string, status: Status): Prediction {
  return prediction(item_id, null, null, { status, weight: 0 });
}
