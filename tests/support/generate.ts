/** Generated warehouses for tests, each in a folder of its own. */
import type { Archetype } from "../../lib/contracts/archetype.ts";
import { type Context, silent } from "../../lib/core/context.ts";
import { genWarehouse, type GenWarehouseOptions } from "../../lib/pipelines/gen_warehouse.ts";
import { UNCHANGED } from "../../lib/warehouse/quality.ts";

export function testContext(cwd: string, threads = 2): Context {
  return {
    version: "0.1.0",
    cwd,
    progress: silent,
    resources: { threads, memoryLimit: "1GB" },
    signal: new AbortController().signal,
  };
}

/** A company of `fast` scale in a new folder; `data` and `meta` below it. */
export async function generated(
  archetype: Archetype,
  options: Partial<GenWarehouseOptions> & { readonly threads?: number } = {},
): Promise<{ root: string; data: string; meta: string } & AsyncDisposable> {
  const root = await Deno.makeTempDir({ prefix: "dnr-test-" });
  const [data, meta] = [`${root}/data`, `${root}/meta`];
  await genWarehouse(testContext(root, options.threads), {
    archetype,
    scale: "fast",
    quality: "typical",
    trajectory: "T1",
    tz: "America/Los_Angeles",
    months: 18,
    asOf: "2026-06-30",
    seed: 42,
    defects: UNCHANGED,
    snapshotDays: null,
    out: data,
    meta,
    dryRun: false,
    ...options,
  });
  return { root, data, meta, [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }) };
}
