import assert from "node:assert/strict";
import { join } from "node:path";
import { inFolder } from "../cli/world.ts";

const main = join(import.meta.dirname!, "..", "..", "main.ts");

async function run(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-read", "--allow-write", "--allow-env", "--allow-ffi", "--allow-sys", main, ...args],
    cwd,
    env,
  }).output();
  const decoder = new TextDecoder();
  assert.equal(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout);
}

Deno.test("datagap-synth gen --seed 7 gives the same digests with other threads, time zones and locales", () =>
  inFolder(async (dir) => {
    const gen = async (out: string, threads: string, env: Record<string, string>): Promise<string> => {
      await run(["datagap-synth", "gen", "--out", out, "--seed", "7", "--threads", threads, "--quiet"], dir, env);
      return await Deno.readTextFile(join(dir, out, "hashes.json"));
    };
    const [here, there] = await Promise.all([
      gen("a", "1", { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8" }),
      gen("b", "2", { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8" }),
    ]);
    assert.equal(here, there);
  }));

Deno.test("a link by the name of datagap-synth is that program", () =>
  inFolder(async (dir) => {
    const link = join(dir, "datagap-synth");
    await Deno.symlink(Deno.execPath(), link);
    const command = new Deno.Command(link, { args: ["run", "--allow-read", "--allow-env", main, "gen", "--help"] });
    assert.match(new TextDecoder().decode((await command.output()).stdout), /Usage: datagap-synth gen --out DIR/);
  }));

Deno.test("datagap-synth and datagap-report are programs of their own, with help under their names", () =>
  inFolder(async (dir) => {
    const [synth, report] = await Promise.all([run(["datagap-synth", "--help"], dir), run(["datagap-report"], dir)]);
    assert.match(synth, /Usage: datagap-synth init/);
    assert.match(synth, /datagap-synth COMMAND --help/);
    assert.match(report, /Usage: datagap-report gen/);
    assert.doesNotMatch(synth + report, /dnr (pack|gaps)/);
    assert.match(await run(["datagap-synth", "--version"], dir), /^\d+\.\d+\.\d+\n$/);
  }));
