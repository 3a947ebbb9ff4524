/** The warehouses that tools, benches and tests generate and measure: 18 months that end on 30 June 2026. */
import { Config } from "../lib/config/schema.ts";
import type { Archetype } from "../lib/contracts/archetype.ts";
import { type Context, silent } from "../lib/core/context.ts";
import type { MeasureInput } from "../lib/health/measure.ts";
import type { GenWarehouseOptions } from "../lib/pipelines/gen_warehouse.ts";
import { UNCHANGED } from "../lib/warehouse/quality.ts";

export const TZ = "America/Los_Angeles";
export const AS_OF = "2026-06-30";
export const config = Config.parse({});

/** A context that says nothing and is never interrupted. */
export function quietContext(cwd: string, threads = 2): Context {
  return {
    version: "0.1.0",
    cwd,
    progress: silent,
    resources: { threads, memoryLimit: undefined },
    signal: new AbortController().signal,
  };
}

/** What to generate into `data` and `meta` below `root`: typical quality at `fast` scale, unless said otherwise. */
export function generation(
  archetype: Archetype,
  root: string,
  choices: Partial<GenWarehouseOptions> = {},
): GenWarehouseOptions {
  return {
    archetype,
    scale: "fast",
    quality: "typical",
    trajectory: "T1",
    tz: TZ,
    months: 18,
    asOf: AS_OF,
    seed: 42,
    defects: UNCHANGED,
    snapshotDays: null,
    out: `${root}/data`,
    meta: `${root}/meta`,
    dryRun: false,
    ...choices,
  };
}

/** How such a warehouse is measured. */
export function measuring(archetype: Archetype, folder: string): MeasureInput {
  return {
    archetype,
    folder,
    asOf: AS_OF,
    tz: TZ,
    windowDays: config.report.window_days,
    slos: config.report.slos,
    guardrails: config.report,
    progress: silent,
  };
}
