/** The program before a shell that stops listening, or that is in a hurry. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { inFolder } from "./world.ts";

const main = join(import.meta.dirname!, "..", "..", "main.ts");

function start(args: readonly string[], cwd: string): Deno.ChildProcess {
  const command = ["run", "--allow-read", "--allow-write", "--allow-env", "--allow-ffi", "--allow-sys", main, ...args];
  return new Deno.Command(Deno.execPath(), { args: command, cwd, stdout: "piped", stderr: "piped" }).spawn();
}

Deno.test("dnr ends quietly where its reader has seen enough", () =>
  inFolder(async (dir) => {
    const child = start(["config", "show"], dir);
    await child.stdout.cancel();
    const said = await new Response(child.stderr).text();
    assert.deepEqual([(await child.status).code, said], [0, ""]);
  }));

Deno.test({
  name: "dnr ends at once at the second Ctrl-C",
  ignore: Deno.build.os === "windows",
  fn: () =>
    inFolder(async (dir) => {
      const child = start(["gen-warehouse", "--archetype", "neobank", "--out", "out", "--meta", "meta"], dir);
      let said = "";
      for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
        if (said === "") {
          // Held up, it finds both as it goes on, before it could tidy up after the first.
          for (const signal of ["SIGSTOP", "SIGINT", "SIGTERM", "SIGCONT"] as const) child.kill(signal);
        }
        said += text;
      }
      const { code } = await child.status;
      await child.stdout.cancel();
      assert.equal(code, 130);
      assert.match(said, /neobank/);
      assert.doesNotMatch(said, /interrupted/);
    }),
});
