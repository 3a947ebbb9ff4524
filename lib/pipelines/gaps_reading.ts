/** The language part of a gaps report: readings, vectors and titles, by the embedded model and by those that are paid. */
import type { Config } from "../config/schema.ts";
import type { Cluster, GapRecord, GapsBudget } from "../contracts/backlog.ts";
import type { Status } from "../contracts/predictions.ts";
import type { Context } from "../core/context.ts";
import { plural } from "../core/quantity.ts";
import { askIntents, intentBatches } from "../gaps/ask_intents.ts";
import { askTitles } from "../gaps/ask_titles.ts";
import { rounded } from "../gaps/backlog.ts";
import type { Catalog } from "../gaps/catalog.ts";
import { ALIKE_EMBEDDED, ALIKE_HASHED, type Grouped, groupsOf, plainTitle } from "../gaps/clusters.ts";
import type { GapItem } from "../gaps/items.ts";
import { type Reading, readItems } from "../gaps/read_items.ts";
import { hashedVectors } from "../gaps/vectors.ts";
import { loadGapClassifier } from "../llm/embedded/gaps/classifier.ts";
import { GAP_MODEL } from "../llm/embedded/gaps/weights.ts";
import { embed, embeddingRequests } from "../llm/embeddings.ts";
import { aheadOf, allowance } from "./allowance.ts";
import type { PurposeModel } from "./models.ts";

/** The models that are paid; null where the embedded one does all. */
export type GapModels = { readonly gaps: PurposeModel; readonly embeddings: PurposeModel } | null;

/** What an item turned out to be, and who said so. */
export interface ReadItem {
  readonly item: GapItem;
  readonly reading: Reading;
  readonly readBy: GapRecord["read_by"];
  readonly outcome: Status | null;
}

export interface GapsRead {
  readonly items: readonly ReadItem[];
  readonly reader: { readonly provider: string; readonly model: string };
  readonly notes: readonly string[];
  /** Prices of what was asked. */
  readonly prices: ReturnType<typeof intentBatches>[number]["price"][];
}

/** Every item by the embedded model, and by the paid one where it gives a valid answer. */
export async function readGaps(
  { progress }: Context,
  config: Config,
  items: readonly GapItem[],
  catalog: Catalog,
  models: GapModels,
): Promise<GapsRead> {
  progress.stage(`reading ${plural(items.length, "item")}`);
  const classify = await loadGapClassifier();
  const embedded = readItems(items, catalog, classify);
  if (models === null) {
    return {
      items: items.map((item, i) => ({ item, reading: embedded[i]!, readBy: "embedded", outcome: null })),
      reader: { provider: "local", model: GAP_MODEL },
      notes: [],
      prices: [],
    };
  }
  const { model, notes } = models.gaps;
  const batches = intentBatches(model, items, embedded, catalog);
  progress.stage(`asking ${model.model} about ${plural(items.length, "item")}`);
  let done = 0;
  const { readings, outcomes, stopped } = await askIntents(
    model,
    batches,
    items,
    catalog,
    aheadOf(config),
    (count) => progress.advance(done += count, items.length),
  );
  return {
    items: items.map((item, i) => ({
      item,
      reading: readings[i] ?? embedded[i]!,
      readBy: readings[i] === undefined ? "embedded" : "model",
      outcome: outcomes[i]!,
    })),
    reader: { provider: model.provider, model: model.model },
    notes: [...notes, ...(stopped === null ? [] : [`asking ${model.model} ${stopped}`])],
    prices: batches.map(({ price }) => price),
  };
}

/** Groups of like gaps. */
export interface GapsGrouped {
  readonly clusters: readonly Cluster[];
  /** Who made the vectors. */
  readonly embeddings: string;
  readonly notes: readonly string[];
}

/** Groups like gaps, and gives each group its title. */
export async function groupGaps(
  { progress }: Context,
  config: Config,
  gaps: readonly Omit<Grouped, "vector">[],
  models: GapModels,
): Promise<GapsGrouped> {
  progress.stage(`grouping ${plural(gaps.length, "gap")}`);
  const texts = gaps.map(({ text }) => text);
  const paid = models === null || texts.length === 0
    ? null
    : (await embed(models.embeddings.model, texts, aheadOf(config))).vectors;
  const vectors = paid ?? hashedVectors(texts);
  const placed = gaps.map((gap, i): Grouped => ({ ...gap, vector: vectors[i]! }));
  const groups = groupsOf(placed, paid === null ? ALIKE_HASHED : ALIKE_EMBEDDED);
  return {
    clusters: models === null ? groups.map(plainTitle) : await askTitles(models.gaps.model, groups, aheadOf(config)),
    embeddings: paid === null ? "hashed words and trigrams" : models!.embeddings.model.model,
    notes: models !== null && paid === null && texts.length > 0
      ? [
        `${models.embeddings.model.model} gave no vectors for all texts: gaps are grouped by hashed words and trigrams`,
      ]
      : [],
  };
}

/** What the paid models cost. @param texts That were embedded. */
export function spendOf(
  config: Config,
  models: GapModels,
  prices: GapsRead["prices"],
  texts: readonly string[],
): GapsBudget["spend"] {
  if (models === null) return [];
  const { estimate } = allowance(config, "gaps");
  const embeddings = models.embeddings.model;
  const embedding = embeddingRequests(texts).map((request) => embeddings.price(request, 0));
  return [
    models.gaps.model.spend(estimate(prices)),
    embeddings.spend(estimate(embedding)),
  ];
}

/** A line of `gaps.jsonl` before it has its place in clusters and backlog. */
export function recordOf(
  { item, reading, readBy, outcome }: ReadItem,
  severity: number,
): Omit<GapRecord, "cluster" | "backlog"> {
  return {
    source: item.source,
    id: item.id,
    records: [...item.records],
    ts: item.ts,
    user_id: item.userId,
    intent: reading.intent,
    gap_class: reading.gapClass,
    dataset: reading.dataset,
    column: reading.column,
    about: reading.about,
    severity: rounded(severity),
    confidence: rounded(reading.confidence),
    evidence: [...reading.evidence],
    read_by: readBy,
    outcome,
  };
}
