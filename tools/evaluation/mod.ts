/**
 * The model held against the handwritten evaluation set, by the commands that users run: adopt, run-report, eval-labels.
 *
 * Run as `deno task handwritten`: the embedded model, unless a key is set. Everything is written to
 * `reports/eval/handwritten/`; the warehouses that `run-report` wants are small ones of its own. The prefilter lets
 * everything pass: what is measured is the model.
 */
import { join, resolve } from "node:path";
import { dispatch } from "../../commands/dispatch.ts";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { writeEvaluationSet } from "./items.ts";

async function dnr(cwd: string, ...args: string[]): Promise<Record<string, unknown>> {
  let stdout = "";
  const code = await dispatch([...args, "--json"], {
    version: "0.1.0",
    cwd,
    env: Deno.env.toObject(),
    stdout: (text) => stdout += text,
    stderr: (text) => console.error(text.trimEnd()),
    isTerminal: false,
    columns: 80,
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`dnr ${args.join(" ")} ended with ${code}`);
  return JSON.parse(stdout);
}

const SETTINGS = "classification: { prefilter_threshold: 0 }\n";

/** @returns Folders of predictions, one for each company, relative to `root`. */
async function predict(root: string): Promise<string[]> {
  await Deno.writeTextFile(join(root, "settings.yaml"), SETTINGS);
  const predictions: string[] = [];
  for (const { id } of archetypes) {
    await dnr(root, "gen-warehouse", "--archetype", id, "--scale", "fast", "--quiet");
    await Deno.mkdir(join(root, "comms", id), { recursive: true });
    await using duck = await openDuck({});
    await writeEvaluationSet(duck, id, join(root, "comms", id), join(root, "meta", id));
    await dnr(root, "adopt", "--archetype", id, "--comms", `comms/${id}`, "--quiet");
    const report = ["--warehouse", `data/${id}`, "--comms", `comms/${id}`, "--config", "settings.yaml", "--quiet"];
    const { run_id } = await dnr(root, "run-report", ...report);
    predictions.push(`runs/${run_id}/preds`);
  }
  return predictions;
}

const root = await Deno.makeTempDir();
try {
  const predictions = await predict(root);
  const out = resolve("reports/eval/handwritten");
  await dnr(root, "eval-labels", ...predictions.flatMap((folder) => ["--pred", folder]), "--out", out);
  console.log(await Deno.readTextFile(join(out, "summary.md")));
} finally {
  await Deno.remove(root, { recursive: true });
}
