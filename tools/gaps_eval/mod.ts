/**
 * Makes packs, reads each with the embedded model, and holds what was found against what was planted.
 *
 *     deno task gaps-eval [seed …]   30 to 49 where none is named
 */
import { join } from "node:path";
import type { GapsEvaluation } from "../../lib/contracts/backlog.ts";
import { PackConfig } from "../../lib/contracts/pack_config.ts";
import { Config } from "../../lib/config/schema.ts";
import { silent } from "../../lib/core/context.ts";
import { table } from "../../lib/core/format.ts";
import { gapsEval } from "../../lib/pipelines/gaps_eval.ts";
import { gapsGen } from "../../lib/pipelines/gaps_gen.ts";
import { packGen } from "../../lib/pipelines/pack_gen.ts";

/** Packs that nothing was tried on: weights of facts and of what others meet were chosen on 1 to 10. */
const SEEDS = Array.from({ length: 20 }, (_, i) => 30 + i);

async function evaluate(cwd: string, seed: number): Promise<GapsEvaluation> {
  const signal = new AbortController().signal;
  const resources = { threads: 1, memoryLimit: undefined };
  const context = { version: "0.0.0", cwd, progress: silent, resources, signal };
  const [pack, out] = [`packs/${seed}`, `reports/${seed}`];
  await packGen(context, { config: PackConfig.parse({}), seed, out: pack });
  const config = Config.parse({ llm: { provider: "local" } });
  await gapsGen(context, { pack, out, config });
  return await gapsEval(context, { out, oracle: join(cwd, `${pack}.oracle.json`), write: null });
}

/** What is counted of a class of gaps: how many there are, how many are told of, how many of these rightly. */
type Tally = readonly [label: string, wanted: number, told: number, right: number];

/** Counts of all packs, added up class by class. */
function added(packs: readonly (readonly Tally[])[]): Tally[] {
  return packs[0]!.map(([label], k) => {
    const sum = (at: 1 | 2 | 3): number => packs.reduce((total, tallies) => total + tallies[k]![at], 0);
    return [label, sum(1), sum(2), sum(3)];
  });
}

function scoreTable(title: string, wanted: string, tallies: readonly Tally[]): string[] {
  const share = (part: number, whole: number): string => whole === 0 ? "-" : (part / whole).toFixed(3);
  return table([
    [title, wanted, "told", "right", "precision", "recall"],
    ...tallies.map(([label, wanted, told, right]) => [
      label,
      ...[wanted, told, right].map(String),
      share(right, told),
      share(right, wanted),
    ]),
  ]);
}

const gapTallies = (part: "sure" | "all") => ({ planted }: GapsEvaluation): Tally[] =>
  planted[part].map(({ gap_class, planted, told, found }) => [gap_class, planted, told, found]);

if (import.meta.main) {
  const seeds = Deno.args.length === 0 ? SEEDS : Deno.args.map(Number);
  const cwd = await Deno.makeTempDir();
  try {
    const all: GapsEvaluation[] = [];
    for (const seed of seeds) all.push(await evaluate(cwd, seed));
    const items = all.map(({ by_class }) =>
      by_class.map(({ gap_class, support, predicted, correct }): Tally => [gap_class, support, predicted, correct])
    );
    const tables = [
      scoreTable("items", "items", added(items)),
      scoreTable("gaps, sure", "planted", added(all.map(gapTallies("sure")))),
      scoreTable("gaps, all", "planted", added(all.map(gapTallies("all")))),
    ];
    console.log(tables.map((lines) => lines.join("\n")).join("\n\n"));
    const macro = all.map(({ macro_f1 }) => macro_f1!).sort((a, b) => a - b);
    console.log(`\nmacro-F1 of items: ${macro[0]!.toFixed(3)} to ${macro.at(-1)!.toFixed(3)} a pack`);
  } finally {
    await Deno.remove(cwd, { recursive: true });
  }
}
