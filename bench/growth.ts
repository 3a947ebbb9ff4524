/** A company's commands at `large` beside `evaluation`: how time and memory grow with the rows. */
import { join } from "node:path";
import type { Archetype, Scale } from "../lib/contracts/archetype.ts";
import { count } from "../lib/core/quantity.ts";
import { readManifest } from "../lib/infra/files.ts";
import { markdownTable } from "./markdown_table.ts";
import { inRounds, type Median, type Scenario } from "./rounds.ts";
import { company } from "./scenarios.ts";

interface Scaled {
  /** Of all tables of the warehouse. */
  readonly rows: number;
  readonly commands: readonly Median[];
}

async function atScale(archetype: Archetype, scale: Scale): Promise<Scaled> {
  const { name, run } = company(archetype, scale);
  let rows = 0;
  const counted: Scenario = {
    name,
    async run(dnr, dir) {
      await run(dnr, dir);
      const { files } = await readManifest(join(dir, "data", archetype.id));
      rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
    },
  };
  const commands = await inRounds(1, [counted]);
  return { rows, commands };
}

/** One round: at `large` a command takes minutes, beside which a busy second is little. */
export async function growthTables(archetypes: readonly Archetype[]): Promise<string> {
  const [sizes, growth]: [string[][], string[][]] = [[], []];
  for (const archetype of archetypes) {
    const evaluation = await atScale(archetype, "evaluation");
    const large = await atScale(archetype, "large");
    sizes.push([
      archetype.id,
      count(evaluation.rows),
      count(large.rows),
      (large.rows / evaluation.rows).toFixed(2),
    ]);
    for (const [i, before] of evaluation.commands.entries()) {
      const after = large.commands[i]!;
      growth.push([
        archetype.id,
        before.title,
        count(before.ms),
        count(after.ms),
        count(before.ms * 1e6 / evaluation.rows),
        count(after.ms * 1e6 / large.rows),
        count(before.peakMb),
        count(after.peakMb),
        (after.peakMb / before.peakMb).toFixed(2),
      ]);
    }
  }
  const size = markdownTable(["company", "rows", "at large", "times"], sizes);
  const head = ["ms", "at large", "ms per million rows", "at large", "peak MB", "at large", "times (limit 1.5)"];
  return `${size}\n\n${markdownTable(["company", "command", ...head], growth)}`;
}
