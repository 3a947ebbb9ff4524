/**
 * One measured stage in a process of its own, so that its peak memory is its own: prints `{ ms, peakMb }`.
 *
 *     deno run -A bench/stage.ts <stage> <archetype> <scale> <dir>
 */
import { join } from "node:path";
import { archetypeById } from "../lib/archetypes/mod.ts";
import type { Scale } from "../lib/contracts/archetype.ts";
import { Ledger } from "../lib/contracts/ledger.ts";
import { type Context, silent } from "../lib/core/context.ts";
import { measure } from "../lib/health/measure.ts";
import { openDuck } from "../lib/infra/duck.ts";
import { readManifest } from "../lib/infra/files.ts";
import { genWarehouse } from "../lib/pipelines/gen_warehouse.ts";
import { UNCHANGED } from "../lib/warehouse/quality.ts";
import { Config } from "../lib/config/schema.ts";
import { scanFloor, writeFloor } from "./floors.ts";

const [stage, id, scale, dir] = Deno.args as [string, string, Scale, string];
const archetype = archetypeById(id);
const [data, meta] = [join(dir, "data"), join(dir, "meta")];
const config = Config.parse({});
const resources = { threads: 2, memoryLimit: config.resources.memory_limit };
const context: Context = {
  version: "0.1.0",
  cwd: dir,
  progress: silent,
  resources,
  signal: new AbortController().signal,
};

const stages: Record<string, () => Promise<unknown>> = {
  gen: () =>
    genWarehouse(context, {
      archetype,
      scale,
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
    }),
  async genFloor() {
    const manifest = await readManifest(data);
    const ledger = Ledger.parse(JSON.parse(await Deno.readTextFile(join(meta, "defects.json"))));
    const floor = await Deno.makeTempDir({ dir });
    await using duck = await openDuck({ ...resources, tempDir: join(floor, "spill") });
    await writeFloor(duck, archetype, manifest, ledger, floor);
    await Deno.remove(floor, { recursive: true });
  },
  async metrics() {
    await using duck = await openDuck({ ...resources, tempDir: join(dir, "spill") });
    await measure(duck, {
      archetype,
      folder: data,
      asOf: "2026-06-30",
      tz: "America/Los_Angeles",
      windowDays: 30,
      slos: config.report.slos,
      guardrails: config.report,
      progress: silent,
    });
  },
  async metricsFloor() {
    await using duck = await openDuck({ ...resources, tempDir: join(dir, "spill") });
    await scanFloor(duck, archetype, data);
  },
};

// The engine's library is loaded before the clock starts, for floors and stages alike.
await (await openDuck())[Symbol.asyncDispose]();
const start = performance.now();
await stages[stage!]!();
const ms = Math.round(performance.now() - start);
const peakKb = Number(/VmHWM:\s+(\d+)/.exec(await Deno.readTextFile("/proc/self/status"))?.[1] ?? NaN);
console.log(JSON.stringify({ ms, peakMb: Math.round(peakKb / 1024) }));
