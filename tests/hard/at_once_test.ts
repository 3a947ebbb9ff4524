/** Two runs at once, each a process of its own, on one output folder, one cache and one cap. */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { z } from "zod";
import { Backlog } from "../../lib/contracts/backlog.ts";
import { Ledger } from "../../lib/contracts/ledger.ts";
import { PackManifest, PackOracle } from "../../lib/contracts/pack.ts";
import { readManifest, takeTurn, verifyFiles } from "../../lib/infra/files.ts";
import { dnr, inFolder, namesIn } from "../cli/world.ts";
import { startFakeOpenAI } from "../support/fake_openai/server.ts";
import { labelled } from "../support/labeller.ts";
import { COMMANDS, digests, SETTINGS } from "./small_company.ts";
import { makePack, PACK_COMMANDS } from "./small_pack.ts";

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

Deno.test("two runs of gen-warehouse on one folder leave one of the two warehouses, whole, with its ledger", () =>
  inFolder(async (dir) => {
    const generate = (seed: string) => start([...COMMANDS["gen-warehouse"], "--seed", seed], dir);
    await Promise.all(["1", "2"].map(generate));
    const folder = join(dir, "data/neobank");
    const manifest = await readManifest(folder);
    await verifyFiles(folder, manifest);
    assert.ok(manifest.seed === 1 || manifest.seed === 2);
    assert.equal((await read(join(dir, "meta/neobank/defects.json"), Ledger)).seed, manifest.seed);
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

Deno.test("takeTurn() lets runs in one after the other, and leaves nothing behind", () =>
  inFolder(async (dir) => {
    let inside = 0;
    await Promise.all(Array.from({ length: 20 }, async () => {
      await using _turn = await takeTurn(join(dir, "target"));
      assert.equal(++inside, 1);
      await namesIn(dir);
      inside--;
    }));
    assert.deepEqual(await namesIn(dir), []);
  }));

async function read<T>(path: string, contract: z.ZodType<T>): Promise<T> {
  return contract.parse(JSON.parse(await Deno.readTextFile(path)));
}

Deno.test("two runs of pack gen on one folder leave one of the two packs, whole, with its own oracle", () =>
  inFolder(async (dir) => {
    await makePack(dir);
    const gen = ["pack", "gen", "--out", "packs/a", "--seed"];
    await Promise.all(["1", "2"].map((seed) => start([...gen, seed], dir)));
    const { pack_id, seed } = await read(join(dir, "packs/a/manifest.json"), PackManifest);
    assert.ok(seed === 1 || seed === 2);
    assert.equal((await read(join(dir, "packs/a.oracle.json"), PackOracle)).pack_id, pack_id);
    const { code, stdout } = await dnr(["pack", "validate", "--pack", "packs/a"], dir);
    assert.equal(code, 0, stdout);
    assert.deepEqual(await namesIn(join(dir, "packs")), ["a", "a.oracle.json"]);
  }));

Deno.test("two runs of gaps gen on one folder leave one of the two reports, whole", () =>
  inFolder(async (dir) => {
    await makePack(dir);
    const alone = await digests(join(dir, "report_out"));
    await start(["pack", "gen", "--out", "packs/b", "--seed", "8"], dir);
    const other = PACK_COMMANDS["gaps gen"].map((arg) => arg === "packs/a" ? "packs/b" : arg);
    await Promise.all([PACK_COMMANDS["gaps gen"], other].map((args) => start(args, dir)));
    const { code, stdout } = await dnr(["gaps", "validate", "--out", "report_out"], dir);
    assert.equal(code, 0, stdout);
    const ids = await Promise.all(
      ["a", "b"].map((name) => read(join(dir, `packs/${name}/manifest.json`), PackManifest)),
    );
    const { pack_id } = await read(join(dir, "report_out/backlog.json"), Backlog);
    assert.ok(ids.some((manifest) => manifest.pack_id === pack_id));
    await start(PACK_COMMANDS["gaps gen"], dir);
    assert.deepEqual(await digests(join(dir, "report_out")), alone);
    assert.deepEqual((await namesIn(dir)).filter((name) => name.startsWith(".")), []);
  }));
