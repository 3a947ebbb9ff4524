import assert from "node:assert/strict";
import { dnr } from "./world.ts";

for (const shell of ["bash", "zsh", "fish"]) {
  Deno.test(`dnr completions ${shell} prints a script that asks dnr itself`, async () => {
    const { code, stdout } = await dnr(["completions", shell], ".");
    assert.equal(code, 0);
    assert.match(stdout, /dnr/);
    assert.match(stdout, new RegExp(`completions'? '?${shell}`));
  });
}

const suggested = async (...words: string[]): Promise<string[]> => {
  const { code, stdout } = await dnr(["completions", "bash", ...words], ".");
  assert.equal(code, 0);
  return stdout.split("\n");
};

Deno.test("dnr completions suggests commands, flags and values of flags", async () => {
  assert.deepEqual(await suggested("gen-"), ["gen-warehouse", "gen-comms"]);
  assert.ok((await suggested("validate", "--")).includes("--strict"));
  assert.deepEqual(await suggested("gen-warehouse", "--archetype", "neo"), ["neobank"]);
});

Deno.test("dnr completions names the shells it knows where it is given another", async () => {
  const { code, stderr } = await dnr(["completions", "csh"], ".");
  assert.equal(code, 2);
  assert.match(stderr, /Unsupported shell "csh".*"bash".*"fish".*"zsh"/);
});
