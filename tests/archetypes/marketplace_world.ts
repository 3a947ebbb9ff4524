import { z } from "zod";
import { marketplace } from "../../lib/archetypes/marketplace/mod.ts";
import { periodEnding } from "../../lib/core/calendar.ts";
import { type Duck, openDuck } from "../../lib/infra/duck.ts";
import { openWorld } from "../../lib/warehouse/world.ts";

export interface WorldChoices {
  readonly seed?: number;
  /** Share of the snapshot's rows that are to precede their listing. */
  readonly earlyShare?: number;
  readonly snapshotDays?: number;
  readonly months?: number;
  /** Replaces the sizes of `fast`. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Replaces the expected number of orders of `fast`. */
  readonly orders?: number;
}

/** A session that holds the clean relations of a marketplace of `fast` scale, `base_T` for each table. */
export async function marketplaceWorld(choices: WorldChoices = {}): Promise<Duck> {
  const { generator } = marketplace;
  const duck = await openDuck({ threads: 2, memoryLimit: "1GB" });
  await duck.run("ATTACH ':memory:' AS blocks");
  await openWorld(duck, {
    archetype: {
      ...marketplace,
      generator: {
        ...generator,
        arrivals: generator.arrivals.map((process) => ({
          ...process,
          total: { ...process.total, fast: choices.orders ?? process.total.fast },
        })),
        sizes: { ...generator.sizes, fast: { ...generator.sizes.fast, ...choices.sizes } },
      },
    },
    scale: "fast",
    trajectory: "T1",
    seed: choices.seed ?? 42,
    period: periodEnding("2026-06-30", choices.months ?? 18, "America/Los_Angeles"),
    snapshotDays: choices.snapshotDays ?? null,
    variables: { "temporal_rate:snapshot_listing_daily.listing_id": choices.earlyShare ?? 0 },
  });
  return duck;
}

/** The one number that a query yields, in column `n`. */
export async function number(duck: Duck, sql: string): Promise<number> {
  return (await duck.row(sql, z.strictObject({ n: z.number() }))).n;
}
