/**
 * The model held against the handwritten evaluation set, by the commands that users run: adopt, run-report, eval-labels.
 *
 * Run as `deno task handwritten`: the embedded model, unless a key is set. Everything is written to
 * `reports/eval/handwritten/`; the warehouses that `run-report` wants are small ones of its own. The prefilter lets
 * everything pass: what is measured is the model.
 */
import { join, resolve } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { runDnr } from "../run_dnr.ts";
import { writeEvaluationSet } from "./items.ts";

const SETTINGS = "classification: { prefilter_threshold: 0 }\n";

/** @returns Folders of predictions, one for each company, relative to `root`. */
async function predict(root: string): Promise<string[]> {
  await Deno.writeTextFile(join(root, "settings.yaml"), SETTINGS);
  const predictions: string[] = [];
  for (const { id } of archetypes) {
    await runDnr(root, "gen-warehouse", "--archetype", id, "--scale", "fast");
    await Deno.mkdir(join(root, "comms", id), { recursive: true });
    await using duck = await openDuck({});
    await writeEvaluationSet(duck, id, join(root, "comms", id), join(root, "meta", id));
    await runDnr(root, "adopt", "--archetype", id, "--comms", `comms/${id}`);
    const report = ["--warehouse", `data/${id}`, "--comms", `comms/${id}`, "--config", "settings.yaml"];
    const { run_id } = await runDnr(root, "run-report", ...report);
    predictions.push(`runs/${run_id}/preds`);
  }
  return predictions;
}

const root = await Deno.makeTempDir();
try {
  const predictions = await predict(root);
  const out = resolve("reports/eval/handwritten");
  await runDnr(root, "eval-labels", ...predictions.flatMap((folder) => ["--pred", folder]), "--out", out);
  console.log(await Deno.readTextFile(join(out, "summary.md")));
} finally {
  await Deno.remove(root, { recursive: true });
}
