/** Which gaps people of a pack run into. */
import { GAP_CLASSES, type GapClass, type PlantedGap } from "../contracts/pack.ts";
import { uncapitalised } from "../core/capitals.ts";
import type { Catalog, Drawn } from "./catalog.ts";
import { type Draw, shuffled } from "./draws.ts";

/** A gap, and how it is spoken of: values of slots that the phrases of its class name. */
export interface PlannedGap extends PlantedGap {
  readonly words: Readonly<Record<string, string>>;
}

type RealClass = PlantedGap["gap_class"];

/** What a gap of a class may be about, before it has an id. */
type Candidate = Pick<PlannedGap, "dataset" | "column" | "about" | "words">;

/** `order lines` for `order_lines`. */
export function spoken(name: string): string {
  return name.replaceAll("_", " ");
}

const CANDIDATES: Readonly<Record<RealClass, (catalog: Catalog) => Candidate[]>> = {
  missing_dataset: ({ absent }) =>
    absent.map(({ said }) => ({ dataset: null, column: null, about: said, words: { thing: said } })),
  missing_column: ({ drawn }) =>
    drawn.flatMap(({ dataset, draft }) =>
      draft.absent.map(({ name, said }) => ({
        dataset: dataset.id,
        column: name,
        about: `${said}, in ${dataset.id}`,
        words: { thing: said },
      }))
    ),
  stale_data: ({ drawn }) =>
    drawn.filter(({ dataset }) => dataset.cadence !== "monthly").map(({ dataset }) => ({
      dataset: dataset.id,
      column: null,
      about: `${dataset.id} is not updated any more`,
      words: {},
    })),
  access: ({ drawn }) =>
    drawn.flatMap(({ dataset }) => {
      const personal = dataset.columns.find(({ pii }) => pii)?.name ?? null;
      if (personal === null && dataset.access === "open") return [];
      return [{
        dataset: dataset.id,
        column: personal,
        about: `${personal === null ? dataset.id : `${dataset.id}.${personal}`} cannot be read by those who need it`,
        words: personal === null ? {} : { column: spoken(personal) },
      }];
    }),
  definition_conflict: ({ drawn }) =>
    drawn.flatMap(({ dataset, draft }) =>
      draft.metrics.map(({ name, definition, rival }) => ({
        dataset: dataset.id,
        column: null,
        about: `${name}: ${definition}; or ${rival}`,
        words: { metric: name, rule: uncapitalised(definition), rival },
      }))
    ),
  quality: ({ drawn }) =>
    drawn.flatMap(({ dataset }) =>
      dataset.columns.filter(({ is_primary_key }) => !is_primary_key).map(({ name }) => ({
        dataset: dataset.id,
        column: name,
        about: `${dataset.id}.${name} holds values that cannot be right`,
        words: { column: spoken(name) },
      }))
    ),
  grain_mismatch: ({ drawn }) =>
    drawn.map(({ dataset, draft }) => ({
      dataset: dataset.id,
      column: null,
      about: `${dataset.id} has one row per ${dataset.grain}, and people ask by ${draft.finer}`,
      words: { finer: draft.finer },
    })),
};

const REAL_CLASSES = GAP_CLASSES.filter((name): name is RealClass => name !== "none");

/**
 * Up to `perClass` gaps of each class. A dataset has one gap, as long as there are datasets without; where a class finds
 * nothing to be about (a catalog without metrics, say), it has none.
 */
export function planGaps(catalog: Catalog, perClass: number, draw: Draw): ReadonlyMap<GapClass, readonly PlannedGap[]> {
  const words = new Map(catalog.drawn.map((drawn) => [drawn.dataset.id, wordsOf(drawn)]));
  const taken = new Set<string>();
  const planned = new Map<GapClass, readonly PlannedGap[]>();
  // Classes with few candidates choose first.
  const pools = REAL_CLASSES.map((gapClass) => ({ gapClass, pool: shuffled(CANDIDATES[gapClass](catalog), draw) }))
    .sort((a, b) => a.pool.length - b.pool.length);
  for (const { gapClass, pool } of pools) {
    const gaps: PlannedGap[] = [];
    const own = new Set<string | null>();
    const free = ({ dataset }: Candidate): boolean => dataset === null || !taken.has(dataset);
    for (const candidate of [...pool.filter(free), ...pool.filter((one) => !free(one))]) {
      if (gaps.length === perClass) break;
      if (candidate.dataset !== null && own.has(candidate.dataset)) continue;
      own.add(candidate.dataset);
      if (candidate.dataset !== null) taken.add(candidate.dataset);
      gaps.push({
        ...candidate,
        id: `${gapClass}_${gaps.length + 1}`,
        gap_class: gapClass,
        words: { ...(candidate.dataset === null ? {} : words.get(candidate.dataset)), ...candidate.words },
      });
    }
    planned.set(gapClass, gaps);
  }
  return planned;
}

function wordsOf({ dataset }: Drawn): Record<string, string> {
  const [metric] = dataset.metrics;
  return { grain: dataset.grain, ...(metric === undefined ? {} : { metric: metric.name }) };
}
