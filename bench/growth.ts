/** A company's commands at `large` beside `evaluation`: how time and memory grow with the rows. */
import { join } from "node:path";
import type { Archetype, Scale } from "../lib/contracts/archetype.ts";
import { count } from "../lib/core/quantity.ts";
import { readManifest } from "../lib/infra/files.ts";
import type { Measured } from "./child.ts";
import { markdownTable } from "./markdown_table.ts";
import { inRounds, type Median, type Scenario } from "./rounds.ts";
import { company } from "./scenarios.ts";

/** What `large` keeps of daily snapshots; kept at both scales, so that every table grows tenfold. */
const SNAPSHOT_DAYS = ["--snapshot-days", "90"];

interface Scaled {
  /** Of all tables of the warehouse. */
  readonly rows: number;
  readonly commands: readonly Median[];
}

async function atScale(archetype: Archetype, scale: Scale): Promise<Scaled> {
  const { name, run } = company(archetype, scale, SNAPSHOT_DAYS);
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

const times = (large: number, evaluation: number): string => (large / evaluation).toFixed(2);

function grown(evaluation: Scaled, large: Scaled): string[][] {
  const perMillion = ({ rows }: Scaled, ms: number): string => count(ms * 1e6 / rows);
  const cells = (before: Measured, after: Measured): string[] => [
    count(before.ms),
    count(after.ms),
    perMillion(evaluation, before.ms),
    perMillion(large, after.ms),
    perMillion(evaluation, before.cpuMs),
    perMillion(large, after.cpuMs),
    count(before.peakMb),
    count(after.peakMb),
    times(after.peakMb, before.peakMb),
  ];
  return evaluation.commands.map((before, i) => [before.title, ...cells(before, large.commands[i]!)]);
}

const RATES = ["ms per million rows", "at large", "CPU ms per million rows", "at large"];
const HEAD = ["company", "command", "ms", "at large", ...RATES, "peak MB", "at large", "times"];

/** One round: at `large` a command takes minutes, beside which a busy second is little. */
export async function growthTables(archetypes: readonly Archetype[]): Promise<string> {
  const [sizes, growth]: [string[][], string[][]] = [[], []];
  for (const archetype of archetypes) {
    const evaluation = await atScale(archetype, "evaluation");
    const large = await atScale(archetype, "large");
    sizes.push([archetype.id, count(evaluation.rows), count(large.rows), times(large.rows, evaluation.rows)]);
    growth.push(...grown(evaluation, large).map((cells) => [archetype.id, ...cells]));
  }
  const size = markdownTable(["company", "rows", "at large", "times"], sizes);
  return `${size}\n\n${markdownTable(HEAD, growth)}`;
}
