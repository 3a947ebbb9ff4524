/** Two runs at once, each a process of its own, on one output folder, one cache and one cap. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { readManifest, verifyFiles } from "../../lib/infra/files.ts";
import { dnr, inFolder, namesIn } from "../cli/world.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { labelled } from "../support/labeller.ts";
import { COMMANDS, SETTINGS } from "./small_company.ts";

const main = join(import.meta.dirname!, "..", "..", "main.ts");

async function start(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<string> {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--allow-all", main, ...args, "--quiet"],
    cwd,
    env: { ...SETTINGS, ...env },
    stdout: "null",
  }).output();
  const said = new TextDecoder().decode(stderr);
  assert.equal(code, 0, said);
  return said;
}

Deno.test("two runs of gen-warehouse on one folder leave one of the two warehouses, whole", () =>
  inFolder(async (dir) => {
    const generate = (seed: string) => start([...COMMANDS["gen-warehouse"], "--seed", seed], dir);
    await Promise.all(["1", "2"].map(generate));
    const folder = join(dir, "data/neobank");
    const manifest = await readManifest(folder);
    await verifyFiles(folder, manifest);
    assert.ok(manifest.seed === 1 || manifest.seed === 2);
    assert.deepEqual(await namesIn(join(dir, "data")), ["neobank"]);
    assert.deepEqual(await namesIn(join(dir, "meta")), ["neobank"]);
  }));

Deno.test("two runs of run-report on one folder and cache keep to one cap, and leave nothing for a third to pay", () =>
  inFolder(async (dir) => {
    await using server = startFakeOpenAI({ answer: labelled });
    for (const name of ["gen-warehouse", "gen-comms"] as const) {
      const { code, stderr } = await dnr([...COMMANDS[name], "--quiet"], dir, { env: SETTINGS });
      assert.equal(code, 0, stderr);
    }
    const env = { OPENAI_API_KEY: "sk-not-a-key", DNR_LLM_API_BASE: server.base };
    await Promise.all([1, 2].map(() => start(COMMANDS["run-report"], dir, env)));
    const [run, ...others] = await namesIn(join(dir, "runs"));
    assert.deepEqual(others, []);
    const ledger = await Deno.readTextFile(join(dir, "runs", run!, "spend/classification.jsonl"));
    const charged = ledger.trim().split("\n").map((line) => JSON.parse(line).charged ?? 0)
      .reduce((sum, nano) => sum + nano, 0);
    assert.ok(charged > 0 && charged <= 1e9, `charged ${charged} of a cap of 1e9`);

    const asked = server.calls.length;
    const report = await Deno.readTextFile(join(dir, "reports/neobank/themes.json"));
    await start(COMMANDS["run-report"], dir, env);
    assert.equal(server.calls.length, asked, "a third run sends nothing");
    assert.equal(await Deno.readTextFile(join(dir, "reports/neobank/themes.json")), report);
    assert.deepEqual(await namesIn(join(dir, "reports")), ["neobank"]);
  }));
