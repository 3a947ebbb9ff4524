import assert from "node:assert/strict";
import { requireApart } from "../../commands/folders.ts";
import { readManifest, verifyFiles } from "../../lib/infra/files.ts";
import { dnr, inFolder } from "./world.ts";

Deno.test("requireApart() lets outputs lie beside inputs or below them, and refuses to replace either", () => {
  const apart = (out: string, input: string): void => requireApart("/w", [["--out", out]], [["--in", input]]);
  apart("reports", "data");
  apart("data/reports", "data");
  apart("..x", ".");
  for (const out of ["data", "./data/", "/w/data", ".", ".."]) {
    assert.throws(() => apart(out, "data"), {
      name: "UserError",
      message: /^cannot write --out .*: it would replace --in/,
    });
  }
});

Deno.test("dnr run-report and validate refuse to write over the warehouse that they read", () =>
  inFolder(async (dir) => {
    const made = await dnr(["gen-warehouse", "--archetype", "neobank", "--dry-run", "--out", "w"], dir);
    assert.equal(made.code, 0, made.stderr);
    for (const command of [["run-report", "--no-llm"], ["validate"]]) {
      const { code, stderr } = await dnr([...command, "--warehouse", "w", "--out", "./w"], dir);
      assert.equal(code, 2);
      assert.match(stderr, /error: cannot write --out \.\/w: it would replace --warehouse w\n/);
    }
    await verifyFiles(`${dir}/w`, await readManifest(`${dir}/w`));
  }));

for (const name of [`it's "my" data`, "100% *new* [1]", "Müller & Söhne; $HOME"]) {
  Deno.test(`dnr works in a folder called ${name}, and names the next command so that a shell takes it`, () =>
    inFolder(async (dir) => {
      const made = await dnr(["gen-warehouse", "--archetype", "neobank", "--dry-run", "--out", name], dir);
      assert.equal(made.code, 0, made.stderr);
      const reported = await dnr(["run-report", "--no-llm", "--warehouse", name, "--out", `r/${name}`], dir);
      assert.equal(reported.code, 0, reported.stderr);
      const next = /^next: dnr (.*)$/m.exec(reported.stdout)![1]!;
      const words = [...next.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, bare]) =>
        quoted?.replaceAll(`'\\''`, "'") ?? bare!
      );
      const checked = await dnr(words, dir);
      assert.equal(checked.code, 0, checked.stderr);
    }));
}
