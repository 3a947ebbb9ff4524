/**
 * Generation and metrics against their floors, measured in turn in one run: prints the medians and the ratios.
 *
 *     deno task bench [--scale fast|evaluation|large] [--rounds N] [--archetype A]
 */
import { parseArgs } from "node:util";
import { archetypes } from "../lib/archetypes/mod.ts";

const { values } = parseArgs({
  options: {
    scale: { type: "string", default: "evaluation" },
    rounds: { type: "string", default: "3" },
    archetype: { type: "string" },
  },
});

interface Measured {
  readonly ms: number;
  readonly peakMb: number;
}

const stageFile = new URL("./stage.ts", import.meta.url).pathname;

async function run(stage: string, archetype: string, dir: string): Promise<Measured> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", stageFile, stage, archetype, values.scale, dir],
    stderr: "inherit",
  });
  const { success, stdout } = await command.output();
  if (!success) throw new Error(`bench stage ${stage} of ${archetype} failed`);
  return JSON.parse(new TextDecoder().decode(stdout));
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

/** Limits of the specification, sections 5 and 6. */
const PAIRS = [
  { title: "generation", stage: "gen", floor: "genFloor", limit: 2.5 },
  { title: "metrics", stage: "metrics", floor: "metricsFloor", limit: 3 },
] as const;

console.log(
  `${navigator.hardwareConcurrency} cores, deno ${Deno.version.deno}, scale ${values.scale}, medians of ${values.rounds}`,
);
console.log("archetype    what        floor ms    ms    ratio  limit  peak MB");
for (const { id } of archetypes.filter((a) => values.archetype === undefined || a.id === values.archetype)) {
  const dir = await Deno.makeTempDir({ prefix: "dnr-bench-" });
  try {
    await run("gen", id, dir);
    for (const { title, stage, floor, limit } of PAIRS) {
      const pairs: { readonly floor: Measured; readonly stage: Measured }[] = [];
      for (let round = 0; round < Number(values.rounds); round++) {
        pairs.push({ floor: await run(floor, id, dir), stage: await run(stage, id, dir) });
      }
      const ratio = median(pairs.map((p) => p.stage.ms / p.floor.ms));
      console.log([
        id.padEnd(12),
        title.padEnd(10),
        String(median(pairs.map((p) => p.floor.ms))).padStart(9),
        String(median(pairs.map((p) => p.stage.ms))).padStart(6),
        ratio.toFixed(2).padStart(7),
        String(limit).padStart(6),
        String(Math.max(...pairs.map((p) => p.stage.peakMb))).padStart(8),
      ].join(" "));
    }
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}
