/** Generation and metrics against the least that the engine could take for the same files. */
import type { Archetype, Scale } from "../lib/contracts/archetype.ts";
import { count } from "../lib/core/quantity.ts";
import { runMeasured } from "./child.ts";
import { markdownTable } from "./markdown_table.ts";
import { median } from "./rounds.ts";

const STAGE = new URL("./stage.ts", import.meta.url).pathname;

/** Limits of the specification, sections 5 and 6: how many floors a stage may cost at evaluation scale. */
const PAIRS = [
  { title: "generation", stage: "gen", floor: "genFloor", limit: 2.5 },
  { title: "metrics", stage: "metrics", floor: "metricsFloor", limit: 3 },
] as const;

/** Floor and stage are run in turn, each in a process of its own that loads the engine before its clock starts. */
export async function floorsTable(archetypes: readonly Archetype[], scale: Scale, rounds: number): Promise<string> {
  const rows: string[][] = [];
  for (const { id } of archetypes) {
    const dir = await Deno.makeTempDir({ prefix: "dnr-bench-" });
    const run = async (stage: string): Promise<number> => {
      const [, ms] = await runMeasured(STAGE, [stage, id, scale, dir], dir);
      return Number(ms);
    };
    try {
      await run("gen");
      for (const { title, stage, floor, limit } of PAIRS) {
        const pairs: { readonly floor: number; readonly stage: number }[] = [];
        for (let round = 0; round < rounds; round++) pairs.push({ floor: await run(floor), stage: await run(stage) });
        rows.push([
          id,
          title,
          count(median(pairs.map((pair) => pair.floor))),
          count(median(pairs.map((pair) => pair.stage))),
          median(pairs.map((pair) => pair.stage / pair.floor)).toFixed(2),
          scale === "evaluation" ? String(limit) : "",
        ]);
      }
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  }
  return markdownTable(["company", "stage", "floor ms", "ms", "floors", "limit"], rows);
}
