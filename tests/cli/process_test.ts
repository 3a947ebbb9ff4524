import assert from "node:assert/strict";
import { join } from "node:path";
import manifest from "../../deno.json" with { type: "json" };
import { inFolder, namesIn } from "./world.ts";

const main = join(import.meta.dirname!, "..", "..", "main.ts");

function spawn(args: readonly string[], cwd: string, env: Record<string, string> = {}): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-read", "--allow-write", "--allow-env", "--allow-ffi", "--allow-sys", main, ...args],
    cwd,
    env,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

Deno.test("dnr --version prints the version alone", () =>
  inFolder(async (dir) => {
    const { code, stdout, stderr } = await spawn(["--version"], dir).output();
    assert.equal(code, 0);
    assert.equal(new TextDecoder().decode(stdout), `${manifest.version}\n`);
    assert.equal(new TextDecoder().decode(stderr), "");
  }));

Deno.test("dnr interrupted by Ctrl-C ends with 130 and leaves nothing behind", () =>
  inFolder(async (dir) => {
    const child = spawn(["gen-warehouse", "--archetype", "neobank", "--out", "out", "--meta", "meta"], dir);
    const lines = child.stderr.pipeThrough(new TextDecoderStream());
    let said = "";
    for await (const text of lines) {
      if (said === "") child.kill("SIGINT");
      said += text;
    }
    const { code } = await child.status;
    await child.stdout.cancel();
    assert.equal(code, 130);
    assert.match(said, /interrupted/);
    assert.deepEqual(await namesIn(dir), []);
  }));
