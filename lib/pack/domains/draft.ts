/** How the built-in catalog is written down, before a pack picks from it. */
import type { Cadence, EDGE_TYPES } from "../../contracts/pack.ts";
import type { PackDomain } from "../../contracts/pack_config.ts";

/** Something that people ask for and nobody has: its name if it existed, and how they call it. */
export interface Absent {
  readonly name: string;
  readonly said: string;
}

/** `key`: part of the primary key; `pii`: of a person; `domain.dataset`: points at that dataset's only key column. */
export type ColumnMark = "key" | "pii" | `${PackDomain}.${string}`;

export interface MetricDraft {
  readonly name: string;
  readonly definition: string;
  /** How another team counts it. */
  readonly rival: string;
}

export interface DatasetDraft {
  readonly name: string;
  readonly description: string;
  readonly tier: 1 | 2 | 3;
  readonly restricted?: true;
  /** What a row stands for, and a finer thing that people also want to count. */
  readonly grain: string;
  readonly finer: string;
  readonly cadence: Cadence;
  readonly columns: readonly (readonly [name: string, type: string, description: string, ...marks: ColumnMark[]])[];
  readonly metrics: readonly MetricDraft[];
  readonly absent: readonly Absent[];
  /** Datasets that it is made from. */
  readonly from?: Readonly<Record<string, (typeof EDGE_TYPES)[number]>>;
}

export interface DomainDraft {
  readonly domain: PackDomain;
  readonly datasets: readonly DatasetDraft[];
  /** Datasets that the domain lacks. */
  readonly absent: readonly Absent[];
}
