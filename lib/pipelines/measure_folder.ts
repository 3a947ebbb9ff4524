import { join } from "node:path";
import { archetypeById } from "../archetypes/mod.ts";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { HealthFindings } from "../contracts/health.ts";
import type { Manifest } from "../contracts/manifest.ts";
import type { Context } from "../core/context.ts";
import { UserError } from "../core/errors.ts";
import { measure } from "../health/measure.ts";
import { readManifest } from "../infra/files.ts";
import { checkColumns } from "../infra/parquet.ts";
import { dataClock } from "./data_clock.ts";
import { withEngine } from "./engine.ts";

export interface WarehouseFolder {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly archetype: Archetype;
}

/** A warehouse by its manifest; its files are not looked at yet. @throws {UserError} where the folder is none. */
export async function openWarehouse(folder: string): Promise<WarehouseFolder> {
  const manifest = await readManifest(folder);
  if (manifest.kind !== "warehouse") {
    throw new UserError(`cannot use ${folder}: its manifest says ${manifest.kind}, wanted warehouse`, {
      hint: "name the folder of a warehouse: --warehouse DIR",
    });
  }
  return { folder, manifest, archetype: archetypeById(manifest.archetype) };
}

export interface MeasureOptions extends WarehouseFolder {
  /** Folder that the engine may spill into. */
  readonly spill: string;
  readonly windowDays: number;
  readonly config: Config;
}

/** Checks the columns of a warehouse's files and measures their health. @throws {UserError} (exit 3) on a column. */
export async function measureFolder(
  context: Context,
  { archetype, folder, manifest, spill, windowDays, config: { report, warehouse } }: MeasureOptions,
): Promise<HealthFindings> {
  return await withEngine(context, spill, async (duck) => {
    for (const table of archetype.tables) await checkColumns(duck, join(folder, `${table.name}.parquet`), table);
    return await measure(duck, {
      archetype,
      folder,
      ...dataClock(manifest, warehouse),
      windowDays,
      slos: report.slos,
      guardrails: report,
      progress: context.progress,
    });
  });
}
