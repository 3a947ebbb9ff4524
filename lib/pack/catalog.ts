/** The datasets of one pack, drawn from the built-in business. */
import type { Dataset, Edge } from "../contracts/pack.ts";
import type { PackConfig } from "../contracts/pack_config.ts";
import type { Absent, DatasetDraft } from "./domains/draft.ts";
import { domains } from "./domains/mod.ts";
import { type Draw, shuffled } from "./draws.ts";

/** A dataset as the catalog tells it, and what the catalog does not tell. */
export interface Drawn {
  readonly dataset: Dataset;
  readonly draft: DatasetDraft;
}

export interface Catalog {
  readonly drawn: readonly Drawn[];
  readonly edges: readonly Edge[];
  /** Datasets that nobody has, in the domains of the catalog. */
  readonly absent: readonly Absent[];
}

type Mark = DatasetDraft["columns"][number][number];

function isReference(mark: Mark): boolean {
  return mark.includes(".");
}

function keyColumns({ columns }: DatasetDraft): string[] {
  return columns.filter(([, , , ...marks]) => marks.includes("key")).map(([name]) => name);
}

const library: ReadonlyMap<string, { readonly domain: string; readonly draft: DatasetDraft }> = new Map(
  domains.flatMap(({ domain, datasets }) =>
    datasets.map((draft) => [`${domain}.${draft.name}`, { domain, draft }] as const)
  ),
);

/** Datasets that `id` cannot do without: those it points at, and theirs. */
function parentsOf(id: string): string[] {
  const { draft } = library.get(id)!;
  return draft.columns.flatMap(([, , , ...marks]) => marks.filter(isReference));
}

function withParents(id: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const parent of parentsOf(id)) withParents(parent, found);
  return found;
}

function datasetOf(id: string): Dataset {
  const { domain, draft } = library.get(id)!;
  return {
    id,
    name: draft.name,
    description: draft.description,
    domain,
    tier: `tier${draft.tier}`,
    access: draft.restricted === true ? "restricted" : "open",
    grain: draft.grain,
    cadence: draft.cadence,
    columns: draft.columns.map(([name, type, description, ...marks]) => ({
      name,
      type,
      description,
      pii: marks.includes("pii"),
      is_primary_key: marks.includes("key"),
      is_foreign_key: marks.some(isReference),
    })),
    primary_key: keyColumns(draft),
    foreign_keys: draft.columns.flatMap(([column, , , ...marks]) =>
      marks.filter(isReference).map((parent) => ({
        column,
        dataset: parent,
        references: keyColumns(library.get(parent)!.draft)[0]!,
      }))
    ),
    metrics: draft.metrics.map(({ name, definition }) => ({ name, definition })),
  };
}

/**
 * Draws datasets from the domains of the settings, each together with those that it points at (which may be of another
 * domain), until no further one fits into the wanted number. Where not even the first fits, it stands alone with its
 * parents.
 */
export function drawCatalog({ counts, domains: wanted }: PackConfig, draw: Draw): Catalog {
  const candidates = [...library].filter(([, { domain }]) => (wanted as string[]).includes(domain)).map(([id]) => id);
  const chosen = new Set<string>();
  for (const id of shuffled(candidates, draw)) {
    const joined = withParents(id, new Set(chosen));
    if (joined.size <= counts.datasets || chosen.size === 0) withParents(id, chosen);
  }
  const ids = [...library.keys()].filter((id) => chosen.has(id));
  return {
    drawn: ids.map((id) => ({ dataset: datasetOf(id), draft: library.get(id)!.draft })),
    edges: ids.flatMap((to) =>
      Object.entries(library.get(to)!.draft.from ?? {})
        .filter(([from]) => chosen.has(from))
        .map(([from, type]) => ({ from, to, type }))
    ),
    absent: domains.filter(({ domain }) => wanted.includes(domain)).flatMap(({ absent }) => absent),
  };
}
