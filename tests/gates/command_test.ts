import assert from "node:assert/strict";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { dnr } from "../cli/world.ts";
import { generated } from "../support/generate.ts";

const archetype = archetypes[0]!;
const args = ["validate", "--warehouse", "data", "--meta", "meta", "--out", "qc", "--no-llm"];

Deno.test("dnr validate counts checks, names the folder and the next command", async () => {
  await using world = await generated(archetype, { months: 3 });
  const { code, stdout, stderr } = await dnr([...args, "--strict"], world.root);
  assert.equal(code, 0, stderr);
  assert.match(
    stdout,
    /\d+ checks: \d+ passed, 0 failed; \d+ skipped\nwrote qc\nnext: dnr run-report --warehouse data /,
  );
});

Deno.test("dnr validate exits 1 for a failed check with --strict alone, and names the check", async () => {
  await using world = await generated(archetype, { months: 3, dryRun: true });
  const { code, stdout } = await dnr(args, world.root);
  assert.equal(code, 0);
  assert.match(stdout, /^failed: volumes: \w+: found 0, wanted \d+ rows/m);
  assert.match(stdout, /next: dnr gen-warehouse --archetype \w+ --out data\n/);
  assert.equal((await dnr([...args, "--strict"], world.root)).code, 1);
});

Deno.test("dnr validate names the folder that is not there", async () => {
  await using world = await generated(archetype, { months: 1, dryRun: true });
  const comms = await dnr([...args, "--comms", "comms"], world.root);
  assert.equal(comms.code, 2);
  assert.match(comms.stderr, /comms: there is none/);
  const missing = await dnr(["validate", "--warehouse", "nowhere"], world.root);
  assert.equal(missing.code, 2);
  assert.match(missing.stderr, /nowhere: there is none/);
});
