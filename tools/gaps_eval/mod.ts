/**
 * Makes packs, reads each with the embedded model, and holds what was found against what was planted.
 *
 *     deno task gaps-eval [seed …]   20 to 24 where none is named
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

const SEEDS = [20, 21, 22, 23, 24];

async function evaluate(cwd: string, seed: number): Promise<GapsEvaluation> {
  const signal = new AbortController().signal;
  const resources = { threads: 1, memoryLimit: "700MB" };
  const context = { version: "0.0.0", cwd, progress: silent, resources, signal };
  const [pack, out] = [`packs/${seed}`, `reports/${seed}`];
  await packGen(context, { config: PackConfig.parse({}), seed, out: pack });
  const config = Config.parse({ llm: { provider: "local" } });
  await gapsGen(context, { pack, out, config });
  return await gapsEval(context, { out, oracle: join(cwd, `${pack}.oracle.json`), write: null });
}

if (import.meta.main) {
  const seeds = Deno.args.length === 0 ? SEEDS : Deno.args.map(Number);
  const cwd = await Deno.makeTempDir();
  try {
    const all: GapsEvaluation[] = [];
    for (const seed of seeds) all.push(await evaluate(cwd, seed));
    const share = (part: number, whole: number): string => whole === 0 ? "-" : (part / whole).toFixed(3);
    const rows = all[0]!.by_class.map(({ gap_class }, k) => {
      const sum = (of: "support" | "predicted" | "correct"): number =>
        all.reduce((total, { by_class }) => total + by_class[k]![of], 0);
      const [support, predicted, correct] = [sum("support"), sum("predicted"), sum("correct")];
      return [gap_class, String(support), share(correct, predicted), share(correct, support)];
    });
    console.log(table([["class", "items", "precision", "recall"], ...rows]).join("\n"));
    for (const [i, { macro_f1, accuracy, planted }] of all.entries()) {
      console.log(
        `seed ${seeds[i]}: macro-F1 ${macro_f1!.toFixed(3)}, accuracy ${accuracy!.toFixed(3)}, ` +
          `planted gaps found ${planted.found} of ${planted.gaps}`,
      );
    }
  } finally {
    await Deno.remove(cwd, { recursive: true });
  }
}
