/**
 * A telemetry pack: a folder of plain files that says what data a company has, and what its people ask of it.
 *
 * Tree: `manifest.json`, `hashes.json`, `catalog/{datasets.json,freshness.csv,lineage.json}`, `nl_queries.jsonl`,
 * `slack.jsonl`, `email.jsonl`. What was planted in a generated pack lies beside it, in `<pack>.oracle.json`; only
 * evaluations open that file.
 */
import { z } from "zod";
import { Source } from "./demand.ts";

/** What keeps data from answering; `none` for what can be answered, or asks for no data at all. */
export const GAP_CLASSES = [
  "missing_dataset",
  "missing_column",
  "stale_data",
  "access",
  "definition_conflict",
  "quality",
  "grain_mismatch",
  "none",
] as const;
export const GapClass = z.enum(GAP_CLASSES);
export type GapClass = z.infer<typeof GapClass>;

/** How often a dataset is expected to be updated, and the longest pause that this allows, in minutes. */
export const CADENCE_MINUTES = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 44_640 } as const;
export const CADENCES = [
  "hourly",
  "daily",
  "weekly",
  "monthly",
] as const satisfies readonly (keyof typeof CADENCE_MINUTES)[];
export const Cadence = z.enum(CADENCES);
export type Cadence = z.infer<typeof Cadence>;

export const FRESHNESS = ["fresh", "late", "stale"] as const;
export type Freshness = (typeof FRESHNESS)[number];

/**
 * How fresh data is that was updated `lagMin` minutes ago: within one cadence, within two, or beyond.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([1440, 1441, 2881].map((lag) => freshnessOf("daily", lag)), ["fresh", "late", "stale"]);
 * ```
 */
export function freshnessOf(cadence: Cadence, lagMin: number): Freshness {
  const allowed = CADENCE_MINUTES[cadence];
  return lagMin <= allowed ? "fresh" : lagMin <= 2 * allowed ? "late" : "stale";
}

const Version = z.literal("1.0");
const Count = z.int().min(0);
/** ISO 8601 in UTC, whole seconds: `2026-03-01T08:15:00Z`. */
export const Instant = z.iso.datetime({ precision: 0 });
/** `sales.orders`: domain and name. */
export const DatasetId = z.string().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/);
const Name = z.string().regex(/^[a-z][a-z0-9_]*$/);
/** Never an e-mail address: who wrote what is told by ids alone. */
const Id = z.string().regex(/^[A-Za-z0-9][\w.:-]*$/);
const Text = z.string().min(1);

export const PackColumn = z.strictObject({
  name: Name,
  /** As an engine names it: `BIGINT`, `VARCHAR`, `TIMESTAMP`. */
  type: z.string().regex(/^[A-Z]+$/),
  description: Text,
  /** Holds data of a person. */
  pii: z.boolean(),
  /** Whether it is listed in `primary_key`, and in `foreign_keys`. */
  is_primary_key: z.boolean(),
  is_foreign_key: z.boolean(),
});
export type PackColumn = z.infer<typeof PackColumn>;

export const Dataset = z.strictObject({
  id: DatasetId,
  name: Name,
  description: Text,
  domain: Name,
  /** 1: reports to executives depend on it; 3: nobody's day depends on it. */
  tier: z.enum(["tier1", "tier2", "tier3"]),
  /** `restricted` is read on request alone. */
  access: z.enum(["open", "restricted"]),
  /** What one row stands for: "order line", "store and day". */
  grain: Text,
  cadence: Cadence,
  columns: z.array(PackColumn).min(1),
  primary_key: z.array(Name).min(1),
  foreign_keys: z.array(z.strictObject({ column: Name, dataset: DatasetId, references: Name })),
  /** Figures that are defined upon it. */
  metrics: z.array(z.strictObject({ name: Text, definition: Text })),
});
export type Dataset = z.infer<typeof Dataset>;

/** `catalog/datasets.json`. */
export const Datasets = z.strictObject({ schema_version: Version, datasets: z.array(Dataset).min(1) });
export type Datasets = z.infer<typeof Datasets>;

/** One line of `catalog/freshness.csv`, in the order of its columns. */
export const FreshnessRow = z.strictObject({
  dataset: DatasetId,
  expected_cadence: Cadence,
  last_update: Instant,
  /** Whole minutes from `last_update` to the manifest's `now`. */
  lag_min: Count,
  /** As {@link freshnessOf} has it. */
  status: z.enum(FRESHNESS),
});
export type FreshnessRow = z.infer<typeof FreshnessRow>;

export const EDGE_TYPES = ["copy", "join", "aggregate"] as const;
/** Data flows from `from` to `to`. */
export const Edge = z.strictObject({ from: DatasetId, to: DatasetId, type: z.enum(EDGE_TYPES) });
export type Edge = z.infer<typeof Edge>;

/** `catalog/lineage.json`: edges without a cycle. */
export const Lineage = z.strictObject({ schema_version: Version, edges: z.array(Edge) });
export type Lineage = z.infer<typeof Lineage>;

/** One line of `nl_queries.jsonl`: what somebody asked the natural-language query tool. */
export const PackQuery = z.strictObject({
  id: Id,
  ts: Instant,
  user_id: Id,
  app: Text,
  text: Text,
  /** What came of it: an answer (right or wrong), an answer without rows, or none. */
  status: z.enum(["answered", "empty", "failed"]),
  /** Datasets that the tool read; none where it found nothing to read. */
  datasets: z.array(DatasetId),
});
export type PackQuery = z.infer<typeof PackQuery>;

/** One line of `slack.jsonl`. `thread_id` is the `id` of the thread's first message, also for that message itself. */
export const PackSlackMessage = z.strictObject({
  id: Id,
  thread_id: Id,
  channel: Text,
  ts: Instant,
  user_id: Id,
  text: Text,
});
export type PackSlackMessage = z.infer<typeof PackSlackMessage>;

/** One line of `email.jsonl`. `thread_id` is the `id` of the thread's first e-mail, also for that e-mail itself. */
export const PackEmail = z.strictObject({
  id: Id,
  thread_id: Id,
  ts: Instant,
  from_id: Id,
  to_ids: z.array(Id).min(1),
  subject: Text,
  body: Text,
});
export type PackEmail = z.infer<typeof PackEmail>;

/** Numbers of things in the pack. */
export const PackCounts = z.strictObject({
  datasets: Count,
  edges: Count,
  nl_queries: Count,
  slack_messages: Count,
  emails: Count,
});
export type PackCounts = z.infer<typeof PackCounts>;

/** `manifest.json`. */
export const PackManifest = z.strictObject({
  schema_version: Version,
  kind: z.literal("pack"),
  /** Named after what the pack was made from, not after its folder: the same seed and settings give the same id. */
  pack_id: z.string().regex(/^p_[0-9a-f]{12}$/),
  /** Version of dnr that wrote it. */
  version: Text,
  /** Null where the pack was made from a folder of another seed. */
  seed: z.int().min(0).nullable(),
  /** What ages are measured against; the end of the window. */
  now: Instant,
  /** Nothing was said before `from` or after `to`. */
  window: z.strictObject({ from: Instant, to: Instant }),
  counts: PackCounts,
});
export type PackManifest = z.infer<typeof PackManifest>;

/** `hashes.json`: SHA-256, in hex, of every other file of the pack by its path. */
export const PackHashes = z.strictObject({
  schema_version: Version,
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type PackHashes = z.infer<typeof PackHashes>;

/** A need of the company that several items speak of. */
export const PlantedGap = z.strictObject({
  id: z.string(),
  gap_class: GapClass.exclude(["none"]),
  /** Null for a missing dataset. */
  dataset: DatasetId.nullable(),
  /** For a missing column the name that it would have; null where the gap is not one of a column. */
  column: Name.nullable(),
  /** What is missing or wrong, in plain words. */
  about: Text,
});
export type PlantedGap = z.infer<typeof PlantedGap>;

/** What one item was written to say: a query, or a thread by its first message. */
export const OracleItem = z.strictObject({
  source: Source,
  id: z.string(),
  gap_class: GapClass,
  dataset: DatasetId.nullable(),
  column: Name.nullable(),
  /** Of {@link PlantedGap}; null where the class is `none`, and in a pack made from a dnr world. */
  gap: z.string().nullable(),
});
export type OracleItem = z.infer<typeof OracleItem>;

/** `<pack>.oracle.json`, beside the pack's folder. */
export const PackOracle = z.strictObject({
  schema_version: Version,
  pack_id: z.string(),
  gaps: z.array(PlantedGap),
  items: z.array(OracleItem),
});
export type PackOracle = z.infer<typeof PackOracle>;

/** The files of a pack by their paths; `manifest.json` and `hashes.json` come last when they are written. */
export const PACK_FILES = {
  datasets: "catalog/datasets.json",
  freshness: "catalog/freshness.csv",
  lineage: "catalog/lineage.json",
  queries: "nl_queries.jsonl",
  slack: "slack.jsonl",
  email: "email.jsonl",
  manifest: "manifest.json",
  hashes: "hashes.json",
} as const;

/** Everything that a pack says, but for its own description. */
export interface PackContent {
  readonly datasets: readonly Dataset[];
  readonly freshness: readonly FreshnessRow[];
  readonly edges: readonly Edge[];
  readonly queries: readonly PackQuery[];
  readonly slack: readonly PackSlackMessage[];
  readonly email: readonly PackEmail[];
}
