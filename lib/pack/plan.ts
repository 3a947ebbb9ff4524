/** What each item of a pack is about, before anything is said. */
import { GAP_CLASSES, type GapClass } from "../contracts/pack.ts";
import type { PackConfig } from "../contracts/pack_config.ts";
import { apportion } from "../core/apportion.ts";
import { UserError } from "../core/errors.ts";
import { generator } from "../core/seeds.ts";
import type { Catalog } from "./catalog.ts";
import { type Draw, pickByRank, shuffled } from "./draws.ts";
import { type PlannedGap, spoken } from "./gap_plan.ts";
import type { Topic } from "./speech.ts";

export interface ItemPlan extends Topic {
  readonly gapClass: GapClass;
  /** Null where the class is `none`. */
  readonly gap: PlannedGap | null;
  /** Domain of the dataset, where there is one. */
  readonly domain: string | null;
  readonly column: string | null;
}

/** A dataset that can answer, for an item without a gap. */
function soundTopic({ drawn }: Catalog, troubled: ReadonlySet<string>, draw: Draw): ItemPlan {
  const sound = drawn.filter(({ dataset }) => !troubled.has(dataset.id));
  const { dataset } = pickByRank(shuffled(sound.length === 0 ? drawn : sound, draw), draw);
  const columns = dataset.columns.filter(({ pii, is_primary_key }) => !pii && !is_primary_key);
  const column = columns[Math.floor(draw() * columns.length)];
  const metric = dataset.metrics[Math.floor(draw() * dataset.metrics.length)];
  return {
    gapClass: "none",
    gap: null,
    dataset: dataset.id,
    domain: dataset.domain,
    column: null,
    words: {
      ...(column === undefined ? {} : { column: spoken(column.name) }),
      ...(metric === undefined ? {} : { metric: metric.name }),
    },
  };
}

/**
 * `count` items in the shares of the settings (largest remainders), in an order drawn anew; the first gaps of a class are
 * spoken of more often.
 *
 * @throws {UserError} where no class that the mix asks for can be planted in the catalog.
 */
export function planItems(
  count: number,
  { gap_mix: mix }: PackConfig,
  catalog: Catalog,
  gaps: ReadonlyMap<GapClass, readonly PlannedGap[]>,
  draw: Draw,
): ItemPlan[] {
  const possible = GAP_CLASSES.filter((name) => name === "none" || gaps.get(name)!.length > 0);
  if (count > 0 && possible.every((name) => mix[name] === 0)) {
    throw new UserError(`cannot plant what gap_mix asks for: found a catalog without ${absentClasses(mix, possible)}`, {
      hint: "raise counts.datasets, or add domains",
    });
  }
  const seats = count === 0 ? {} : apportion(count, Object.fromEntries(possible.map((name) => [name, mix[name]])));
  const troubled = new Set([...gaps.values()].flat().flatMap(({ dataset }) => dataset ?? []));
  const items = Object.entries(seats).flatMap(([name, number]) =>
    Array.from({ length: number }, (): ItemPlan => {
      if (name === "none") return soundTopic(catalog, troubled, draw);
      const gap = pickByRank(gaps.get(name as GapClass)!, draw);
      return {
        gapClass: gap.gap_class,
        gap,
        dataset: gap.dataset ?? null,
        domain: gap.dataset?.split(".")[0] ?? null,
        column: gap.column,
        words: gap.dataset === null ? { ...gap.words, ...nearby(catalog, draw) } : gap.words,
      };
    })
  );
  return shuffled(items, draw);
}

/** A dataset that exists, to speak of beside one that does not. */
function nearby({ drawn }: Catalog, draw: Draw): Record<string, string> {
  return { dataset: spoken(drawn[Math.floor(draw() * drawn.length)]!.dataset.name) };
}

function absentClasses(mix: PackConfig["gap_mix"], possible: readonly GapClass[]): string {
  return GAP_CLASSES.filter((name) => mix[name] > 0 && !possible.includes(name)).join(", ");
}

/** Draws of a pack, by what they are for. */
export function packDraws(seed: number, purpose: string): Draw {
  return generator(seed, `pack/${purpose}`);
}
