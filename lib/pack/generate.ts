/** A whole pack out of a seed and settings. */
import { createHash } from "node:crypto";
import type { PackContent, PackManifest, PackOracle } from "../contracts/pack.ts";
import type { PackConfig } from "../contracts/pack_config.ts";
import { drawCatalog } from "./catalog.ts";
import { windowOf } from "./clock.ts";
import { drawFreshness, isoOf } from "./freshness.ts";
import { planGaps } from "./gap_plan.ts";
import { writeEmail, writeQueries, writeSlack } from "./messages.ts";
import { packDraws, planItems } from "./plan.ts";

/** What is written: the content, and its description but for the counts. */
export interface Pack {
  readonly content: PackContent;
  readonly manifest: Omit<PackManifest, "counts">;
  readonly oracle: PackOracle;
}

/** Names a pack after everything that it was made from. */
export function packIdOf(...origins: readonly unknown[]): string {
  return `p_${createHash("sha256").update(JSON.stringify(origins)).digest("hex").slice(0, 12)}`;
}

/**
 * The same seed, settings and version give the same pack, its "now" among them.
 *
 * @throws {UserError} where the settings ask for gaps that their catalog cannot have.
 */
export function generatePack(config: PackConfig, seed: number, version: string): Pack {
  const draw = (purpose: string): () => number => packDraws(seed, purpose);
  const window = windowOf(seed, config);
  const catalog = drawCatalog(config, draw("catalog"));
  const gaps = planGaps(catalog, config.gaps_per_class, draw("gaps"));
  const datasets = catalog.drawn.map(({ dataset }) => dataset);
  const stale = new Set(gaps.get("stale_data")!.flatMap(({ dataset }) => dataset ?? []));

  const { counts } = config;
  const plan = (source: string, count: number): ReturnType<typeof planItems> =>
    planItems(count, config, catalog, gaps, draw(`${source}/plan`));
  const queries = writeQueries(plan("nlq", counts.nl_queries), counts.users, window, draw("nlq/words"));
  const slack = writeSlack(plan("slack", counts.slack_threads), counts.users, window, draw("slack/words"));
  const email = writeEmail(plan("email", counts.email_threads), counts.users, window, draw("email/words"));

  const id = packIdOf(version, seed, config);
  const now = isoOf(window.toMs);
  return {
    content: {
      datasets,
      freshness: drawFreshness(datasets, stale, window.toMs, draw("freshness")),
      edges: catalog.edges,
      queries: queries.rows,
      slack: slack.rows,
      email: email.rows,
    },
    manifest: {
      schema_version: "1.0",
      kind: "pack",
      pack_id: id,
      version,
      seed,
      now,
      window: { from: isoOf(window.fromMs), to: now },
    },
    oracle: {
      schema_version: "1.0",
      pack_id: id,
      gaps: [...gaps.values()].flat().map(({ words: _, ...gap }) => gap),
      items: [...queries.items, ...slack.items, ...email.items],
    },
  };
}
