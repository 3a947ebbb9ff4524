/** `pack gen --warehouse --comms`: a pack that tells the story of a dnr world. */
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Config } from "../config/schema.ts";
import type { Archetype, Table } from "../contracts/archetype.ts";
import { SOURCES } from "../contracts/demand.ts";
import type { Manifest } from "../contracts/manifest.ts";
import { PackEmail, PackQuery, PackSlackMessage } from "../contracts/pack.ts";
import { DAY_US, daysBetween } from "../core/calendar.ts";
import type { Context } from "../core/context.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { epochUs, parquet, quantile } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { verifyFiles } from "../infra/files.ts";
import { checkColumns } from "../infra/parquet.ts";
import { ident } from "../infra/sql.ts";
import { claimStaging } from "../infra/staging.ts";
import { freshnessRow, isoOf } from "../pack/freshness.ts";
import { type Pack, packIdOf } from "../pack/generate.ts";
import {
  threadRoots,
  worldDatasets,
  worldEdges,
  worldEmail,
  worldOracleItem,
  worldQuery,
  worldSlack,
} from "../pack/world.ts";
import type { Correspondence } from "../triage/items.ts";
import { openComms, readComms } from "./comms_folder.ts";
import { dataClock } from "./data_clock.ts";
import { withEngine } from "./engine.ts";
import { type Labels, readLabels } from "./labels.ts";
import { openWarehouse } from "./measure_folder.ts";
import { type PackGenResult, writePack } from "./pack_gen.ts";

export interface PackFromWorldOptions {
  readonly warehouse: string;
  readonly comms: string;
  /** Folder of the labels; null for an oracle that says nothing. */
  readonly meta: string | null;
  readonly out: string;
  readonly config: Config;
}

/** @throws {UserError} where a folder is missing (exit 2), damaged, or holds rows that no pack can hold (exit 3). */
export async function packFromWorld(context: Context, options: PackFromWorldOptions): Promise<PackGenResult> {
  const { cwd, progress } = context;
  const { out, config } = options;
  const warehouse = await openWarehouse(resolve(cwd, options.warehouse));
  const { archetype } = warehouse;
  const comms = resolve(cwd, options.comms);
  progress.stage("checking the files of the world");
  await verifyFiles(warehouse.folder, warehouse.manifest);
  const manifest = await openComms(comms, archetype);

  const { tz, asOf } = dataClock(warehouse.manifest, config.warehouse);
  const { endUs } = daysBetween(asOf, asOf, tz);
  await using spill = await claimStaging(resolve(cwd, out));
  const world = await withEngine(context, spill.path, async (duck) => ({
    updatedMs: await lastUpdates(duck, archetype, warehouse.folder, endUs, config.report.window_days),
    rows: await readComms(duck, comms),
    labels: options.meta === null ? null : await readLabels(duck, resolve(cwd, options.meta)),
  }));
  progress.stage("telling its story");
  const pack = story(context.version, archetype, world, endUs / 1000, [warehouse.manifest, manifest]);
  return await writePack(context, out, pack);
}

interface World {
  /** By table; null for one without a time. */
  readonly updatedMs: ReadonlyMap<string, number | null>;
  readonly rows: Correspondence;
  readonly labels: Labels | null;
}

function story(
  version: string,
  archetype: Archetype,
  { updatedMs, rows, labels }: World,
  endMs: number,
  manifests: readonly Manifest[],
): Pack {
  const { slack, email, nlq } = rows;
  const times = [...slack, ...email, ...nlq].map(({ ts }) => ts / 1000);
  const first = times.reduce((a, b) => Math.min(a, b), endMs - 1000);
  const last = times.reduce((a, b) => Math.max(a, b), endMs);
  const [fromMs, nowMs] = [Math.floor(first / 1000) * 1000, Math.ceil(last / 1000) * 1000];
  const roots = { slack: threadRoots(slack), email: threadRoots(email), nlq: null };
  const datasets = worldDatasets(archetype);
  const id = packIdOf(version, manifests.map(({ files }) => files));
  const now = isoOf(nowMs);
  return {
    content: {
      datasets,
      freshness: datasets.map((dataset) => freshnessRow(dataset, updatedMs.get(dataset.name) ?? nowMs, nowMs)),
      edges: worldEdges(archetype),
      queries: nlq.map((query) => fitting(PackQuery, worldQuery(archetype, query))),
      slack: slack.map((message) => fitting(PackSlackMessage, worldSlack(message, roots.slack))),
      email: email.map((message) => fitting(PackEmail, worldEmail(message, roots.email))),
    },
    manifest: {
      schema_version: "1.0",
      kind: "pack",
      pack_id: id,
      version,
      seed: null,
      now,
      window: { from: isoOf(fromMs), to: now },
    },
    oracle: {
      schema_version: "1.0",
      pack_id: id,
      gaps: [],
      items: labels === null
        ? []
        : SOURCES.flatMap((source) =>
          labels[source].map((label) => worldOracleItem(archetype, source, label, roots[source]))
        ),
    },
  };
}

/** @throws {UserError} (exit 3) on a row that a company's own files hold and no pack can. */
function fitting<T extends { readonly id: string }>(contract: z.ZodType<T>, row: T): T {
  const parsed = contract.safeParse(row);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(`a row does not fit into a pack: ${row.id}, ${issue!.path.join(".")}: ${issue!.message}`, {
    exitCode: EXIT.badData,
    hint: "mend or leave out the row; ids must name nobody, texts must not be empty",
  });
}

const Last = z.strictObject({ us: z.int().nullable() });

/** Up to when each table tells what happened, seen from `nowUs`; null for a table without a time. */
async function lastUpdates(
  duck: Duck,
  { tables }: Archetype,
  folder: string,
  nowUs: number,
  windowDays: number,
): Promise<Map<string, number | null>> {
  const found = new Map<string, number | null>();
  for (const table of tables) {
    const path = join(folder, `${table.name}.parquet`);
    await checkColumns(duck, path, table);
    const last = lastUpdate(table, nowUs, windowDays);
    const { us } = last === null ? { us: null } : await duck.row(`SELECT ${last} AS us FROM ${parquet(path)}`, Last);
    found.set(table.name, us === null ? null : us / 1000);
  }
  return found;
}

/**
 * Aggregate, in µs: the last load of a table, but no later than "now" less the 95th percentile of its ingest lag in the
 * window (the figure that the report on data health judges); of a table without loads the last event. A day counts from
 * its first moment, UTC.
 */
function lastUpdate({ loaded, eventTime }: Table, nowUs: number, windowDays: number): string | null {
  const column = eventTime?.through === undefined ? eventTime?.column : undefined;
  const event = column === undefined ? undefined : epochUs(`CAST(${ident(column)} AS TIMESTAMPTZ)`);
  if (!loaded) return event === undefined ? null : `max(${event})`;
  const load = epochUs("loaded_at");
  if (event === undefined) return `max(${load})`;
  const p95 = `${quantile(`${load} - ${event}`, 0.95)} FILTER (WHERE ${event} >= ${nowUs - windowDays * DAY_US})`;
  // least() passes over the percentile where the window has no row.
  return `least(max(${load}), ${nowUs} - CAST(round(${p95}) AS BIGINT))`;
}
