import { join, resolve } from "node:path";
import type { Archetype, Quality, Scale, Trajectory } from "../contracts/archetype.ts";
import { labelTables } from "../contracts/labels.ts";
import { Ledger } from "../contracts/ledger.ts";
import type { FileEntry } from "../contracts/manifest.ts";
import { periodEnding } from "../core/calendar.ts";
import type { Context } from "../core/context.ts";
import { fileEntries, stageFolder, takeTurn, writeJson, writeManifest } from "../infra/files.ts";
import { buildWarehouse, writeEmptyTables } from "../warehouse/build.ts";
import type { DefectFactors } from "../warehouse/quality.ts";
import { writeViews } from "../warehouse/views.ts";
import { withEngine } from "./engine.ts";

export interface GenWarehouseOptions {
  readonly archetype: Archetype;
  readonly scale: Scale;
  readonly quality: Quality;
  readonly trajectory: Trajectory;
  readonly tz: string;
  readonly months: number;
  /** Last local day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly seed: number;
  readonly defects: DefectFactors;
  readonly snapshotDays: number | null;
  readonly out: string;
  readonly meta: string;
  /** Writes the empty tables alone. */
  readonly dryRun: boolean;
}

export interface GeneratedWarehouse {
  readonly out: string;
  /** Null after a dry run: nothing was broken. */
  readonly meta: string | null;
  readonly files: readonly FileEntry[];
}

/** Generates one company's warehouse and the ledger of what was broken in it; both folders appear whole. */
export async function genWarehouse(context: Context, options: GenWarehouseOptions): Promise<GeneratedWarehouse> {
  const { archetype, dryRun } = options;
  const out = resolve(context.cwd, options.out);
  const ledgerFolder = resolve(context.cwd, options.meta);
  await using data = await stageFolder(out);
  await using meta = await stageFolder(ledgerFolder);
  const spill = join(data.dir, ".spill");
  await Deno.mkdir(spill);
  const ledger = await withEngine(context, spill, async (duck) => {
    if (dryRun) return await writeEmptyTables(duck, archetype, data.dir);
    return await buildWarehouse(duck, {
      ...options,
      period: periodEnding(options.asOf, options.months, options.tz),
      factors: options.defects,
      data: data.dir,
      meta: meta.dir,
      spill,
      progress: context.progress,
    });
  }, "generating");
  await writeViews(archetype, data.dir);
  context.progress.stage(`${archetype.id}: hashing files`);
  const rows = Object.fromEntries((ledger?.tables ?? archetype.tables.map((t) => ({ table: t.name, rows: 0 })))
    .map(({ table, rows }) => [`${table}.parquet`, rows]));
  const files = await fileEntries(data.dir, rows);
  await writeManifest(data.dir, {
    schema_version: "1.0",
    kind: "warehouse",
    archetype: archetype.id,
    version: context.version,
    adopted: false,
    seed: options.seed,
    parameters: {
      scale: options.scale,
      quality: options.quality,
      trajectory: options.trajectory,
      tz: options.tz,
      months: options.months,
      as_of: options.asOf,
      snapshot_days: options.snapshotDays,
      dry_run: dryRun,
      ...Object.fromEntries(Object.entries(options.defects).map(([name, factor]) => [`defects.${name}`, factor])),
    },
    files,
  });
  if (ledger !== undefined) {
    await writeJson(join(meta.dir, "defects.json"), Ledger, ledger);
    await keepLabels(ledgerFolder, meta.dir);
  }
  await using _turn = await takeTurn(out);
  await data.commit();
  if (ledger !== undefined) await meta.commit();
  return { out, meta: ledger === undefined ? null : ledgerFolder, files };
}

/** Communications stay what they are when their warehouse is made anew, and so do their labels. */
async function keepLabels(from: string, to: string): Promise<void> {
  for (const { name } of Object.values(labelTables)) {
    await Deno.copyFile(join(from, `${name}.parquet`), join(to, `${name}.parquet`)).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}
