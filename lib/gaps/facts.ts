/** What the pack itself says for or against each class of gap, as log-odds beside the words. */
import type { Evidence, Grain } from "../contracts/backlog.ts";
import type { Dataset, FreshnessRow, GapClass, PackQuery } from "../contracts/pack.ts";
import { duration } from "../core/quantity.ts";

/** Facts about an item and the dataset that it speaks of. */
export interface Facts {
  readonly dataset: Dataset | null;
  /** The dataset is named, not only described. */
  readonly named: boolean;
  /** A figure that the catalog defines upon it is named. */
  readonly metric: boolean;
  readonly freshness: FreshnessRow | null;
  readonly query: Pick<PackQuery, "status" | "datasets"> | null;
  /** Identifiers in the text that no dataset and no column has. */
  readonly unknown: readonly string[];
  /** What is asked for and the dataset does not have, by name; null where nothing is asked for. */
  readonly lacking: string | null;
  /** Column of the dataset that is named. */
  readonly column: string | null;
  readonly grain: Grain | null;
  /** The text says what one row of the dataset is. */
  readonly saysGrain: boolean;
  /** Share of a query's words that the catalog uses of the dataset; null of threads, which tell more than what they want. */
  readonly coverage: number | null;
}

type Odds = Partial<Record<GapClass, number>>;

/** Classes that are about a dataset of the catalog, where none is spoken of. */
const ABSENT = {
  missing_column: -1,
  stale_data: -1,
  access: -1,
  definition_conflict: -0.7,
  quality: -0.7,
  grain_mismatch: -0.7,
} as const;

/** Classes that are about rows, where a figure is spoken of that they add up to. */
const DEFINED = { missing_column: -0.9, stale_data: -0.4, access: -0.9, quality: -0.5, grain_mismatch: -0.3 } as const;

/**
 * Added to the logarithm of the words' probability: logarithms of likelihood ratios, set by judgement of what each fact
 * means (docs/gaps.md). Who complains of a late dataset is rarely wrong about it; who is let in rarely asks for access.
 */
const WEIGHTS = {
  stale: { stale_data: 2.3, quality: -0.5, none: -0.5 },
  late: { stale_data: 0.4 },
  current: { stale_data: -2.2 },
  restricted: { access: 0.4, missing_dataset: -0.5 },
  open: { access: -0.7 },
  personal: { access: 0.5, quality: -0.5 },
  // A query tool is asked about data, a thread may be about lunch.
  noDatasetInQuery: { ...ABSENT, missing_dataset: 3.5, none: -1.5 },
  noDatasetInThread: { ...ABSENT, missing_dataset: 2.5, none: 1.7 },
  namedDataset: { missing_dataset: -1.5 },
  namedInThread: { none: -0.3 },
  unknownName: { missing_column: 0.8, missing_dataset: 0.3, none: -0.5 },
  knownColumn: { definition_conflict: 0.5, quality: 0.8, missing_column: -0.8, grain_mismatch: -0.5, stale_data: -0.5 },
  noColumn: { quality: -0.7, definition_conflict: -0.5, missing_column: 0.6, grain_mismatch: 0.3 },
  metric: { ...DEFINED, definition_conflict: 1.5, none: 0.3 },
  noMetric: { definition_conflict: -2.2 },
  finer: { grain_mismatch: 1.5, none: -0.7 },
  saysGrain: { grain_mismatch: 1, missing_dataset: -0.5, none: -0.7 },
  covered: { missing_column: -0.3, missing_dataset: -1 },
  uncovered: { missing_column: 0.3, missing_dataset: 0.5, none: -0.4 },
  answered: { none: 0.4, definition_conflict: 0.3, quality: 0.5, missing_dataset: -1, missing_column: -1, access: -1 },
  failed: { missing_dataset: 1, missing_column: 0.7, access: 0.9, stale_data: -0.8, none: -1.5 },
  empty: { missing_dataset: 0.8, stale_data: 0.2, quality: -0.5, definition_conflict: -0.5, none: -0.5 },
  nothingRead: { missing_dataset: 1, missing_column: 0.3, access: 0.3, quality: -0.3, none: -0.8 },
} as const satisfies Record<string, Odds>;

/** A query for what is there uses the catalog's words for a third of what it says; one for what is not, a fifth. */
const COVERED = 0.3;
const UNCOVERED = 0.25;

export type FactName = keyof typeof WEIGHTS;

const RANK: Readonly<Record<Grain, number>> = { row: 0, hour: 1, day: 2, week: 3, month: 4, quarter: 5, year: 6 };

/** The finest first: "store and day" is by day, "monthly snapshot by store" by month. */
const CATALOG_GRAINS: readonly (readonly [RegExp, Grain])[] = [
  [/\bhour(?:s|ly)?\b/i, "hour"],
  [/\b(?:days?|daily|dates?)\b/i, "day"],
  [/\bweek(?:s|ly)?\b/i, "week"],
  [/\bmonth(?:s|ly)?\b/i, "month"],
  [/\bquarter(?:s|ly)?\b/i, "quarter"],
  [/\byear(?:s|ly)?\b/i, "year"],
];

/** The grain of time that a catalog's phrase tells; null where each row is one thing. */
export function catalogGrain(grain: string): Grain | null {
  return CATALOG_GRAINS.find(([pattern]) => pattern.test(grain))?.[1] ?? null;
}

/** Names of the facts that hold, in a fixed order. */
export function factsThatHold(facts: Facts): FactName[] {
  const { dataset, named, freshness, query, unknown, column, grain } = facts;
  const held = dataset === null ? null : catalogGrain(dataset.grain);
  const holds: Readonly<Record<FactName, boolean>> = {
    stale: freshness?.status === "stale",
    late: freshness?.status === "late",
    current: freshness?.status === "fresh",
    restricted: dataset?.access === "restricted",
    open: dataset?.access === "open",
    personal: dataset?.columns.some(({ pii }) => pii) === true,
    noDatasetInQuery: dataset === null && query !== null,
    noDatasetInThread: dataset === null && query === null,
    namedDataset: dataset !== null && named,
    unknownName: unknown.length > 0,
    knownColumn: column !== null,
    noColumn: dataset !== null && column === null,
    metric: dataset !== null && facts.metric,
    noMetric: dataset !== null && !facts.metric,
    finer: grain !== null && held !== null && RANK[grain] < RANK[held],
    saysGrain: facts.saysGrain,
    covered: facts.coverage !== null && facts.coverage >= COVERED,
    uncovered: facts.coverage !== null && facts.coverage < UNCOVERED,
    namedInThread: dataset !== null && named && query === null,
    answered: query?.status === "answered",
    failed: query?.status === "failed",
    empty: query?.status === "empty",
    nothingRead: query !== null && dataset !== null && query.datasets.length === 0,
  };
  return (Object.keys(WEIGHTS) as FactName[]).filter((name) => holds[name]);
}

export function factOdds(names: readonly FactName[], gap: GapClass): number {
  return names.reduce((sum, name) => sum + ((WEIGHTS[name] as Odds)[gap] ?? 0), 0);
}

/** The facts that bear upon a class, for people; what is missing is told once it has a name. */
export function factEvidence(facts: Facts, gap: GapClass): Evidence[] {
  const { dataset, freshness, query, column, grain } = facts;
  const id = dataset?.id ?? null;
  const evidence: Evidence[] = [];
  if (gap === "stale_data" && freshness !== null) {
    const { status, expected_cadence, lag_min } = freshness;
    const detail = `${status}: last updated ${duration(lag_min)} ago, expected ${expected_cadence}`;
    evidence.push({ kind: "freshness", ref: freshness.dataset, detail });
  }
  if (gap === "access" && dataset !== null) {
    const personal = dataset.columns.filter(({ pii }) => pii).map(({ name }) => name);
    const detail = `${dataset.access}${personal.length === 0 ? "" : `, personal data in ${personal.join(", ")}`}`;
    evidence.push({ kind: "access", ref: dataset.id, detail });
  }
  if (gap === "grain_mismatch" && dataset !== null) {
    const wanted = grain === null ? "" : `, asked for by ${grain}`;
    evidence.push({ kind: "grain", ref: dataset.id, detail: `a row is one ${dataset.grain}${wanted}` });
  }
  if ((gap === "quality" || gap === "access" || gap === "definition_conflict") && id !== null && column !== null) {
    evidence.push({ kind: "present", ref: `${id}.${column}`, detail: `${id} has the column ${column}` });
  }
  if (query !== null && gap !== "none") {
    const read = query.datasets.length === 0 ? "nothing was read" : `${query.datasets.join(", ")} read`;
    evidence.push({
      kind: "query_status",
      ref: query.datasets[0] ?? "catalog",
      detail: `query ${query.status}, ${read}`,
    });
  }
  return evidence;
}
