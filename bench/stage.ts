/**
 * One stage, or its floor, in a process of its own: prints its wall time in milliseconds.
 *
 *     deno run -A bench/stage.ts <stage> <archetype> <scale> <dir>
 */
import { join } from "node:path";
import { archetypeById } from "../lib/archetypes/mod.ts";
import type { Scale } from "../lib/contracts/archetype.ts";
import { Ledger } from "../lib/contracts/ledger.ts";
import { measure } from "../lib/health/measure.ts";
import { type Duck, openDuck } from "../lib/infra/duck.ts";
import { readManifest } from "../lib/infra/files.ts";
import { withEngine } from "../lib/pipelines/engine.ts";
import { genWarehouse } from "../lib/pipelines/gen_warehouse.ts";
import { generation, measuring, quietContext } from "../tools/standard_world.ts";
import { scanFloor, writeFloor } from "./floors.ts";

const [stage, id, scale, dir] = Deno.args as [string, string, Scale, string];
const archetype = archetypeById(id);
const [data, meta] = [join(dir, "data"), join(dir, "meta")];
const context = quietContext(dir);

const stages: Record<string, () => Promise<unknown>> = {
  gen: () => genWarehouse(context, generation(archetype, dir, { scale })),
  async genFloor() {
    const manifest = await readManifest(data);
    const ledger = Ledger.parse(JSON.parse(await Deno.readTextFile(join(meta, "defects.json"))));
    const floor = await Deno.makeTempDir({ dir });
    const write = (duck: Duck): Promise<void> => writeFloor(duck, archetype, manifest, ledger, floor);
    await withEngine(context, join(floor, "spill"), write, "generating");
    await Deno.remove(floor, { recursive: true });
  },
  metrics: () => withEngine(context, join(dir, "spill"), (duck) => measure(duck, measuring(archetype, data))),
  metricsFloor: () => withEngine(context, join(dir, "spill"), (duck) => scanFloor(duck, archetype, data)),
};

// The engine's library is loaded before the clock starts, for floors and stages alike.
await (await openDuck())[Symbol.asyncDispose]();
const start = performance.now();
await stages[stage!]!();
console.log(Math.round(performance.now() - start));
