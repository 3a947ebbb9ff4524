/** `dnr gaps gen`: from a telemetry pack to a ranked backlog of data gaps. */
import { join, resolve } from "node:path";
import { gapsBacklogFigure } from "../charts/gaps_backlog.ts";
import { gapsByClassFigure } from "../charts/gaps_by_class.ts";
import type { Config } from "../config/schema.ts";
import { Backlog, type Cluster, Clusters, GapRecord, GapsBudget, GapsManifest } from "../contracts/backlog.ts";
import { GAP_CLASSES } from "../contracts/pack.ts";
import type { Context } from "../core/context.ts";
import { INTENTS_PROMPT } from "../gaps/ask_intents.ts";
import { TITLES_PROMPT } from "../gaps/ask_titles.ts";
import { backlogId, backlogOf } from "../gaps/backlog.ts";
import { type Catalog, catalogOf } from "../gaps/catalog.ts";
import type { Grouped } from "../gaps/clusters.ts";
import { withGapColumns } from "../gaps/gap_columns.ts";
import { type GapItem, itemsOf, wholeText } from "../gaps/items.ts";
import { withMissingNames } from "../gaps/missing_names.ts";
import { severityOf } from "../gaps/severity.ts";
import { fileEntries, stageFolder, writeJson } from "../infra/files.ts";
import { runIdOf } from "../infra/provenance.ts";
import { GAP_MODEL } from "../llm/embedded/gaps/weights.ts";
import { gapsPage } from "../report/gaps_page.ts";
import { writeFigures } from "./figures.ts";
import { type ReadPack, readPack } from "./gaps_pack.ts";
import { type GapModels, groupGaps, readGaps, type ReadItem, recordOf, spendOf } from "./gaps_reading.ts";
import { modelFor } from "./models.ts";

export interface GapsGenOptions {
  /** A pack, and where the report goes; replaced as a whole. */
  readonly pack: string;
  readonly out: string;
  readonly config: Config;
}

export interface GapsGenResult {
  readonly out: string;
  readonly backlog: Backlog;
  readonly budget: GapsBudget;
}

/**
 * Reads, groups, ranks, writes. The oracle beside the pack stays closed.
 *
 * @throws {UserError} where the pack is missing (exit 2) or damaged (exit 3), or a model is demanded without a key.
 */
export async function gapsGen(context: Context, options: GapsGenOptions): Promise<GapsGenResult> {
  const { config } = options;
  context.progress.stage("reading the pack");
  const pack = await readPack(resolve(context.cwd, options.pack), options.pack);
  await using staging = await stageFolder(resolve(context.cwd, options.out));
  const parameters = parametersOf(config);
  const runId = runIdOf([context.version, hashesOf(pack), parameters]);
  const found = await findGaps(context, config, pack, await gapModels(context, config, runId));
  context.progress.stage("writing the report");
  const budget = budgetOf(pack, runId, found);
  const backlog: Backlog = {
    ...backlogSummary(pack, found),
    figures: await writeFigures(staging.dir, [
      gapsByClassFigure(pack.manifest, found.records),
      gapsBacklogFigure({ window: pack.manifest.window, backlog: found.backlog }),
    ]),
  };
  await writeGaps(staging.dir, backlog, found, budget);
  await writeJson(join(staging.dir, "manifest.json"), GapsManifest, {
    schema_version: "1.0",
    kind: "gaps",
    version: context.version,
    pack_id: pack.manifest.pack_id,
    run_id: runId,
    parameters,
    files: await fileEntries(staging.dir),
  });
  await staging.commit();
  return { out: options.out, backlog, budget };
}

/** All that the items of a pack turned out to be. */
interface Found {
  readonly items: number;
  readonly records: readonly GapRecord[];
  readonly clusters: readonly Cluster[];
  readonly backlog: Backlog["backlog"];
  readonly reader: Backlog["reader"];
  /** Whether a paid model was asked. */
  readonly paid: boolean;
  readonly spend: GapsBudget["spend"];
  readonly notes: string[];
}

async function findGaps(context: Context, config: Config, { content }: ReadPack, models: GapModels): Promise<Found> {
  const catalog = catalogOf(content.datasets, content.freshness);
  const items = itemsOf(content);
  const read = await readGaps(context, config, items, catalog, models);
  const named = namedRecords(read.items, catalog);
  const gaps = named.flatMap(({ record, item }): Omit<Grouped, "vector">[] => {
    const { gap_class: gapClass, source, id, dataset, about } = record;
    return gapClass === "none" ? [] : [{ source, id, gapClass, dataset, about, text: wholeText(item) }];
  });
  const grouped = await groupGaps(context, config, gaps, models);
  const records = placed(named.map(({ record }) => record), grouped.clusters);
  const texts = new Map(items.map((item) => [keyOf(item), wholeText(item)]));
  return {
    items: items.length,
    records,
    clusters: grouped.clusters,
    backlog: backlogOf(records, catalog, (record) => texts.get(keyOf(record))!),
    reader: { ...read.reader, embeddings: grouped.embeddings },
    paid: models !== null,
    spend: spendOf(config, models, read.prices, gaps.map(({ text }) => text)),
    notes: [...read.notes, ...grouped.notes],
  };
}

function budgetOf({ manifest }: ReadPack, runId: string, { items, records, paid, spend, notes }: Found): GapsBudget {
  const sent = records.filter(({ outcome }) => outcome !== "stopped" && outcome !== "budget");
  return {
    schema_version: "1.0",
    run_id: runId,
    pack_id: manifest.pack_id,
    items,
    asked: paid ? sent.length : 0,
    outcomes: tally(records.flatMap(({ outcome }) => outcome ?? [])),
    spend,
    notes,
  };
}

/** `backlog.json` but for its figures. */
function backlogSummary(
  { manifest: { pack_id, now, window } }: ReadPack,
  { items, records, backlog, reader, notes }: Found,
): Omit<Backlog, "figures"> {
  const countOf = (name: (typeof GAP_CLASSES)[number]): number =>
    records.filter(({ gap_class }) => gap_class === name).length;
  return {
    schema_version: "1.0",
    pack_id,
    now,
    window,
    reader,
    counts: {
      items,
      gaps: records.length - countOf("none"),
      by_class: Object.fromEntries(
        GAP_CLASSES.map((name) => [name, countOf(name)]),
      ) as Backlog["counts"]["by_class"],
    },
    backlog,
    notes,
  };
}

async function writeGaps(
  dir: string,
  backlog: Backlog,
  { records, clusters }: Found,
  budget: GapsBudget,
): Promise<void> {
  await writeJson(join(dir, "backlog.json"), Backlog, backlog);
  await writeJson(join(dir, "clusters.json"), Clusters, { schema_version: "1.0", clusters: [...clusters] });
  const lines = records.map((record) => `${JSON.stringify(GapRecord.parse(record))}\n`);
  await Deno.writeTextFile(join(dir, "gaps.jsonl"), lines.join(""));
  await writeJson(join(dir, "budget.json"), GapsBudget, budget);
  await Deno.writeTextFile(join(dir, "summary.md"), gapsPage(backlog, clusters, budget));
}

/** What of the configuration decides the readings. */
function parametersOf({ llm, gaps }: Config): GapsManifest["parameters"] {
  const off = llm.provider === "local" || (llm.provider === "auto" && llm.api_key === null);
  if (off) return { provider: "local", model: GAP_MODEL };
  const { model, embed_model, api_cap_usd } = gaps;
  return {
    provider: "openai",
    model,
    embed_model,
    api: llm.api,
    api_base: llm.api_base,
    api_cap_usd,
    intents_prompt: INTENTS_PROMPT.version,
    titles_prompt: TITLES_PROMPT.version,
  };
}

function hashesOf({ hashes }: ReadPack): readonly (readonly [path: string, sha256: string])[] {
  return Object.entries(hashes.files).sort(([a], [b]) => a < b ? -1 : 1);
}

async function gapModels(context: Context, config: Config, runId: string): Promise<GapModels> {
  if (parametersOf(config).provider === "local") return null;
  // Never asked: with a key, or a demand for one, the endpoint answers.
  const embedded = {
    name: "local",
    model: GAP_MODEL,
    complete: () => Promise.reject(new RangeError("not asked")),
  } as const;
  const own = { config, runId, runDir: resolve(context.cwd, config.paths.runs, runId), embedded };
  return {
    gaps: await modelFor(context, { ...own, purpose: "gaps" }),
    embeddings: await modelFor(context, { ...own, purpose: "embeddings" }),
  };
}

const keyOf = ({ source, id }: Pick<GapItem, "source" | "id">): string => `${source}/${id}`;

type Unplaced = Omit<GapRecord, "cluster" | "backlog">;

/** A record for each item, with one name for each missing thing and one place for each gap. */
function namedRecords(
  items: readonly ReadItem[],
  { datasets, freshness }: Catalog,
): { readonly item: GapItem; readonly record: Unplaced }[] {
  const records = items.map((read) => {
    const { gapClass, dataset } = read.reading;
    const known = dataset === null ? null : datasets.get(dataset) ?? null;
    return recordOf(read, severityOf(gapClass, known, known === null ? null : freshness.get(known.id) ?? null));
  });
  const texts = items.map(({ item }) => item.texts[0]!);
  return withGapColumns(withMissingNames(records, texts)).map((record, i) => ({ record, item: items[i]!.item }));
}

function placed(records: readonly Unplaced[], clusters: readonly Cluster[]): GapRecord[] {
  const clusterOf = new Map(clusters.flatMap(({ id, items }) => items.map((item) => [keyOf(item), id])));
  return records.map((record) => ({
    ...record,
    cluster: clusterOf.get(keyOf(record)) ?? null,
    backlog: record.gap_class === "none" ? null : backlogId(record),
  }));
}

function tally<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const value of values.toSorted()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
