/** What `dnr gaps gen` writes: a reading of every item, clusters of like ones, and the ranked backlog of gaps. */
import { z } from "zod";
import { Spend } from "./budget.ts";
import { Source, SOURCES } from "./demand.ts";
import { DatasetId, GAP_CLASSES, GapClass } from "./pack.ts";
import { FileEntry } from "./manifest.ts";
import { STATUSES } from "./predictions.ts";

const Version = z.literal("1.0");
const Count = z.int().min(0);
const Share = z.number().min(0).max(1);
const Text = z.string().min(1);
/** Of a class, a dataset and a column, never of an order: the same gap has the same id in every report. */
export const BacklogId = z.string().regex(/^gap_[0-9a-f]{10}$/);
export const ClusterId = z.string().regex(/^cl_[0-9a-f]{10}$/);

/** How finely an answer is wanted; `row`: each single thing. */
export const GRAINS = ["row", "hour", "day", "week", "month", "quarter", "year"] as const;
export const Grain = z.enum(GRAINS);
export type Grain = z.infer<typeof Grain>;

/** What an item wants to know. Datasets are of the catalog; all else is in the item's own words. */
export const Intent = z.strictObject({
  metric: Text.nullable(),
  dimensions: z.array(Text),
  filters: z.array(Text),
  grain: Grain.nullable(),
  time_range: Text.nullable(),
  datasets: z.array(DatasetId),
});
export type Intent = z.infer<typeof Intent>;

/**
 * What speaks for a class of gap. `words`: the classifier's probability of the class; the others are facts of the pack,
 * `ref` saying which: a dataset, a column (`sales.orders.region`), a query.
 */
export const Evidence = z.strictObject({
  kind: z.enum(["words", "freshness", "access", "absent", "present", "grain", "query_status", "model"]),
  ref: Text,
  /** For people. */
  detail: Text,
});
export type Evidence = z.infer<typeof Evidence>;

/** Who read the item: the embedded model, or the language model that was asked. */
export const READERS = ["embedded", "model"] as const;

/** One line of `gaps.jsonl`: a query, or a thread of Slack or e-mail. */
export const GapRecord = z.strictObject({
  source: Source,
  /** Of the query, or of the thread's first message. */
  id: Text,
  /** The query, or every message of the thread: records of the pack. */
  records: z.array(Text).min(1),
  /** Of the first record, and whoever asked there. */
  ts: Text,
  user_id: Text,
  intent: Intent,
  gap_class: GapClass,
  dataset: DatasetId.nullable(),
  column: Text.nullable(),
  /** What is missing, in the words of those who ask; null where the catalog has a name for it. */
  about: Text.nullable(),
  severity: Share,
  confidence: Share,
  evidence: z.array(Evidence).min(1),
  read_by: z.enum(READERS),
  /** What became of the question to the language model; null where none was asked. */
  outcome: z.enum(STATUSES).nullable(),
  /** Null where the class is `none`. */
  cluster: ClusterId.nullable(),
  backlog: BacklogId.nullable(),
});
export type GapRecord = z.infer<typeof GapRecord>;

export const Cluster = z.strictObject({
  id: ClusterId,
  gap_class: GapClass.exclude(["none"]),
  title: Text,
  summary: Text,
  titled_by: z.enum(READERS),
  /** Of `gaps.jsonl`, by source and id. */
  items: z.array(z.strictObject({ source: Source, id: Text })).min(1),
});
export type Cluster = z.infer<typeof Cluster>;

/** `clusters.json`, the largest first. */
export const Clusters = z.strictObject({ schema_version: Version, clusters: z.array(Cluster) });
export type Clusters = z.infer<typeof Clusters>;

export const BacklogItem = z.strictObject({
  id: BacklogId,
  rank: z.int().min(1),
  gap_class: GapClass.exclude(["none"]),
  dataset: DatasetId.nullable(),
  column: Text.nullable(),
  about: Text.nullable(),
  title: Text,
  recommendation: Text,
  /** `severity · frequency`: docs/gaps.md. */
  score: Share,
  severity: Share,
  frequency: Share,
  /** Of the items and of how many people they are from: below {@link UNSURE_BELOW} read them before anything is built. */
  confidence: Share,
  /** Items, and people who asked. */
  asks: z.int().min(1),
  people: z.int().min(1),
  by_source: z.strictObject(
    Object.fromEntries(SOURCES.map((source) => [source, Count])) as Record<(typeof SOURCES)[number], typeof Count>,
  ),
  first_ts: Text,
  last_ts: Text,
  /** All items behind it, the surest first. */
  items: z.array(z.strictObject({ source: Source, id: Text, confidence: Share })).min(1),
  /** Up to three of them, word for word. */
  examples: z.array(z.strictObject({ source: Source, id: Text, text: Text })).min(1).max(3),
  /** Facts of the pack, the same for all items. */
  facts: z.array(Evidence),
  clusters: z.array(ClusterId),
});
export type BacklogItem = z.infer<typeof BacklogItem>;

export const UNSURE_BELOW = 0.55;

/** `backlog.json`, the highest score first. */
export const Backlog = z.strictObject({
  schema_version: Version,
  pack_id: Text,
  /** What ages are measured against: the pack's. */
  now: Text,
  window: z.strictObject({ from: Text, to: Text }),
  reader: z.strictObject({ provider: Text, model: Text, embeddings: Text }),
  counts: z.strictObject({
    items: Count,
    gaps: Count,
    by_class: z.strictObject(
      Object.fromEntries(GAP_CLASSES.map((name) => [name, Count])) as Record<GapClass, typeof Count>,
    ),
  }),
  backlog: z.array(BacklogItem),
  figures: z.array(z.strictObject({ id: Text, title: Text, alt: Text, png: Text })),
  notes: z.array(Text),
});
export type Backlog = z.infer<typeof Backlog>;

/** `budget.json` of a gaps report; its `spend` is empty where no model was asked. */
export const GapsBudget = z.strictObject({
  schema_version: Version,
  run_id: z.string(),
  pack_id: Text,
  items: Count,
  asked: Count,
  /** Items by what became of their question; those that have no valid answer are read by the embedded model. */
  outcomes: z.partialRecord(z.enum(STATUSES), Count),
  spend: z.array(Spend),
  notes: z.array(Text),
});
export type GapsBudget = z.infer<typeof GapsBudget>;

/** `manifest.json` of a gaps report. */
export const GapsManifest = z.strictObject({
  schema_version: Version,
  kind: z.literal("gaps"),
  version: Text,
  pack_id: Text,
  run_id: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  files: z.array(FileEntry),
});
export type GapsManifest = z.infer<typeof GapsManifest>;

/** How one class of gap is told from all others, held against a pack's oracle. */
export const GapClassScore = z.strictObject({
  gap_class: GapClass,
  support: Count,
  predicted: Count,
  correct: Count,
  precision: Share.nullable(),
  recall: Share.nullable(),
  f1: Share.nullable(),
});

/** How many of the planted gaps of a class a backlog tells of, and how many of what it tells of were planted. */
export const PlantedGapScore = z.strictObject({
  gap_class: GapClass.exclude(["none"]),
  planted: Count,
  /** Backlog items of the class. */
  told: Count,
  /** Planted gaps whose class and subject a backlog item has. */
  found: Count,
  precision: Share.nullable(),
  recall: Share.nullable(),
});
export type PlantedGapScore = z.infer<typeof PlantedGapScore>;

/** `evaluation.json` of `dnr gaps eval`. */
export const GapsEvaluation = z.strictObject({
  schema_version: Version,
  pack_id: Text,
  items: Count,
  accuracy: Share.nullable(),
  macro_f1: Share.nullable(),
  by_class: z.array(GapClassScore),
  by_source: z.array(z.strictObject({ source: Source, items: Count, accuracy: Share.nullable() })),
  /** Among items whose class is right: is the dataset, and the column of a missing column, the planted one? */
  subjects: z.strictObject({
    datasets: z.strictObject({ items: Count, correct: Count }),
    columns: z.strictObject({ items: Count, correct: Count }),
  }),
  /** Gaps of the whole backlog, and without those below {@link UNSURE_BELOW}. */
  planted: z.strictObject({ all: z.array(PlantedGapScore), sure: z.array(PlantedGapScore) }),
});
export type GapsEvaluation = z.infer<typeof GapsEvaluation>;
