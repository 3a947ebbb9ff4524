/** Every command that writes, killed at any moment: whole outputs or none, and the next run succeeds. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { generator } from "../../lib/core/seeds.ts";
import { inFolder, namesIn } from "../cli/world.ts";
import { COMMANDS, digests, makeCompany, SETTINGS } from "./small_company.ts";

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

/** A command, and the folder that it replaces as a whole; all its runs write the same bytes. */
type Killed = readonly [name: string, args: readonly string[], folder: string];

function killedCommands(run: string): readonly Killed[] {
  const report: Killed = ["run-report", COMMANDS["run-report"], "reports/neobank"];
  if (rounds === undefined) return [report];
  return [
    ["gen-comms", COMMANDS["gen-comms"], "comms/neobank"],
    report,
    ["validate", COMMANDS.validate, "reports/neobank/qc"],
    ["eval-labels", ["eval-labels", "--pred", join(run, "preds"), "--out", "reports/labels"], "reports/labels"],
    ["eval-findings", [...COMMANDS["eval-findings"], "--out", "reports/findings"], "reports/findings"],
  ];
}

/** What runs keep beside their outputs while they work. */
async function stray(dir: string): Promise<string[]> {
  return (await namesIn(dir)).filter((name) => name.startsWith("."));
}

Deno.test("dnr killed at any moment in any command leaves whole outputs or none, and the next run succeeds", () =>
  inFolder(async (dir) => {
    const company = await makeCompany(dir);
    const draw = generator(1, "tests/hard/kill");
    for (const [name, args, folder] of killedCommands(company.run)) {
      const output = join(dir, folder);
      const began = performance.now();
      assert.ok((await start(args, dir).status).success, name);
      const wholeRunMs = performance.now() - began;
      const whole = await digests(output);
      for (let round = 0; round < KILLS; round++) {
        // Half of the runs have an older output to replace, half have none.
        if (round % 2 === 1) await Deno.remove(output, { recursive: true });
        const child = start(args, dir);
        const timer = setTimeout(() => child.kill("SIGKILL"), draw() * wholeRunMs);
        await child.status;
        clearTimeout(timer);
        const left = await digests(output).catch(() => null);
        // Between two renames there is none under its name, until the next run puts it back.
        if (left !== null) assert.deepEqual(left, whole, `${name}, round ${round}`);
        assert.ok((await start(args, dir).status).success, `${name} after round ${round}`);
        assert.deepEqual(await digests(output), whole, `${name} after round ${round}`);
        assert.deepEqual(await stray(join(output, "..")), [], `${name} after round ${round}`);
      }
    }
  }));
