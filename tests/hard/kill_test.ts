/** Every command that writes, killed at any moment: whole outputs or none, and the next run succeeds. */
import assert from "node:assert/strict";
import { basename, dirname, join } from "node:path";
import { generator } from "../../lib/core/seeds.ts";
import { digest } from "../../lib/infra/files.ts";
import { packSchemaFiles } from "../../lib/pack/schemas.ts";
import { dnr, inFolder, namesIn } from "../cli/world.ts";
import { COMMANDS, digests, makeCompany, SETTINGS } from "./small_company.ts";
import { makePack, PACK_COMMANDS } from "./small_pack.ts";

const main = join(import.meta.dirname!, "..", "..", "main.ts");
/** For each command; `deno task kills` makes many, in all commands that write. */
const rounds = Deno.env.get("KILL_ROUNDS");
const KILLS = Number(rounds ?? 1);

function start(args: readonly string[], cwd: string): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--allow-all", main, ...args, "--quiet"],
    cwd,
    env: SETTINGS,
    stdout: "null",
    stderr: "null",
  }).spawn();
}

/** A command, and the files and folders that it replaces, each as a whole; all its runs write the same bytes. */
type Killed = readonly [name: string, args: readonly string[], outputs: readonly string[]];

function killedCommands(run: string): readonly Killed[] {
  const report: Killed = ["run-report", COMMANDS["run-report"], ["reports/neobank"]];
  if (rounds === undefined) return [report];
  return [
    ["gen-comms", COMMANDS["gen-comms"], ["comms/neobank"]],
    report,
    ["validate", COMMANDS.validate, ["reports/neobank/qc"]],
    ["eval-labels", ["eval-labels", "--pred", join(run, "preds"), "--out", "reports/labels"], ["reports/labels"]],
    ["eval-findings", [...COMMANDS["eval-findings"], "--out", "reports/findings"], ["reports/findings"]],
  ];
}

const KILLED_ON_PACKS: readonly Killed[] = [
  ["pack gen", PACK_COMMANDS["pack gen"], ["packs/a", "packs/a.oracle.json"]],
  ["gaps gen", PACK_COMMANDS["gaps gen"], ["report_out"]],
  ["gaps eval", PACK_COMMANDS["gaps eval"], ["scores.json"]],
  // Each file for itself, and last: it puts the longer settings in the place of the short ones.
  ["pack init", [...PACK_COMMANDS["pack init"], "--force"], [
    "config.yaml",
    ...Array.from(packSchemaFiles().keys(), (name) => `schemas/${name}`),
  ]],
];

/** Of a file, or of every file in a folder; null where there is none. */
async function digestsOf(path: string): Promise<unknown> {
  const info = await Deno.stat(path).catch(() => null);
  return info === null ? null : info.isDirectory ? await digests(path) : await digest(path);
}

/** What runs keep beside their outputs while they work. */
async function strays(paths: readonly string[]): Promise<string[]> {
  const names = await Promise.all([...new Set(paths.map((path) => dirname(path)))].map(namesIn));
  return names.flat().filter((name) => name.startsWith("."));
}

async function survivesKills(dir: string, [name, args, outputs]: Killed): Promise<void> {
  const paths = outputs.map((output) => join(dir, output));
  const all = (): Promise<unknown[]> => Promise.all(paths.map(digestsOf));
  const draw = generator(1, `tests/hard/kill/${name}`);
  const began = performance.now();
  assert.ok((await start(args, dir).status).success, name);
  const wholeRunMs = performance.now() - began;
  const whole = await all();
  for (let round = 0; round < KILLS; round++) {
    // Half of the runs have an older output to replace, half have none.
    if (round % 2 === 1) { for (const path of paths) await Deno.remove(path, { recursive: true }); }
    const child = start(args, dir);
    const timer = setTimeout(() => child.kill("SIGKILL"), draw() * wholeRunMs);
    await child.status;
    clearTimeout(timer);
    (await all()).forEach((left, i) => {
      // Between two renames there is none under its name, until the next run puts it back.
      if (left !== null) assert.deepEqual(left, whole[i], `${outputs[i]}: ${name}, round ${round}`);
    });
    assert.ok((await start(args, dir).status).success, `${name} after round ${round}`);
    assert.deepEqual(await all(), whole, `${name} after round ${round}`);
    assert.deepEqual(await strays(paths), [], `${name} after round ${round}`);
  }
}

Deno.test("dnr killed at any moment in any command leaves whole outputs or none, and the next run succeeds", () =>
  inFolder(async (dir) => {
    const { run } = await makeCompany(dir);
    for (const command of killedCommands(run)) await survivesKills(dir, command);
  }));

Deno.test("dnr pack and dnr gaps killed at any moment leave whole outputs or none, and the next run succeeds", () =>
  inFolder(async (dir) => {
    await makePack(dir);
    for (const command of KILLED_ON_PACKS) await survivesKills(dir, command);
  }));

/** As a run leaves it that is killed between two renames: the folder beside its place, and a lock that nobody holds. */
async function setAside(dir: string, folder: string): Promise<void> {
  const aside = join(dir, dirname(folder), `.${basename(folder)}.staging-killed`);
  await Deno.rename(join(dir, folder), `${aside}.retired`);
  await Deno.writeTextFile(`${aside}.lock`, "");
}

Deno.test("readers of packs and gaps reports find what a killed run left beside its place", () =>
  inFolder(async (dir) => {
    await makePack(dir);
    const readers = [
      ["packs/a", "pack validate --pack packs/a"],
      ["packs/a", "gaps gen --pack packs/a --out report_out --llm off"],
      ["report_out", "gaps validate --out report_out"],
      ["report_out", "gaps eval --out report_out --oracle packs/a.oracle.json"],
    ] as const;
    for (const [folder, reader] of readers) {
      await setAside(dir, folder);
      const { code, stderr } = await dnr([...reader.split(" "), "--quiet"], dir);
      assert.equal(code, 0, `${reader}: ${stderr}`);
      assert.deepEqual(await strays([join(dir, folder)]), [], reader);
    }
  }));

Deno.test("dnr pack init sweeps what a killed run left beside a file that is as it should be", () =>
  inFolder(async (dir) => {
    await dnr(["pack", "init", "--quiet"], dir);
    for (const suffix of ["", ".lock"]) await Deno.writeTextFile(join(dir, `.config.yaml.staging-killed${suffix}`), "");
    const { stdout } = await dnr(["pack", "init", "--json", "--quiet"], dir);
    assert.deepEqual(JSON.parse(stdout).written, []);
    assert.deepEqual(await strays([join(dir, "config.yaml")]), []);
  }));
