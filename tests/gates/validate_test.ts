import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { Config } from "../../lib/config/schema.ts";
import type { Manifest } from "../../lib/contracts/manifest.ts";
import { type QcCheck, QcSummary } from "../../lib/contracts/qc.ts";
import { UserError } from "../../lib/core/errors.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { fileEntries, readManifest, writeManifest } from "../../lib/infra/files.ts";
import { validate } from "../../lib/pipelines/validate.ts";
import { quietContext } from "../../tools/standard_world.ts";
import { generated } from "../support/generate.ts";

const config = Config.parse({});
const archetype = archetypes[0]!;
type World = Awaited<ReturnType<typeof generated>>;

/** A quarter of the first company, small enough to be made for each test. */
const quarter = (): Promise<World> => generated(archetype, { months: 3 });

async function check({ root }: World, meta = "meta"): Promise<QcSummary> {
  const folders = { warehouse: "data", comms: null, meta, report: "report", out: "qc" };
  return (await validate(quietContext(root), { ...folders, config })).summary;
}

function of(summary: QcSummary, status: QcCheck["status"]): string[] {
  return summary.checks.filter((one) => one.status === status).map(({ gate, check }) => `${gate}/${check}`);
}

function reasons(summary: QcSummary, gate: string): string[] {
  return [...new Set(summary.checks.filter((one) => one.gate === gate).map(({ reason }) => reason))];
}

/** Signs a changed folder anew: what is wrong with it then is no damage. */
async function resign({ data }: World, change: Partial<Manifest> = {}): Promise<void> {
  await writeManifest(data, { ...await readManifest(data), files: await fileEntries(data), ...change });
}

for (const one of archetypes) {
  Deno.test(`validate() passes ${one.id}, and finds a value for each of its own checks`, async () => {
    await using world = await generated(one, { months: 3 });
    const summary = await check(world);
    assert.deepEqual(of(summary, "fail"), []);
    const declared = new Map(summary.checks.map((found) => [found.check, found.status]));
    for (const { id } of one.checks!) assert.equal(declared.get(id), "pass", id);
  });
}

Deno.test("validate() writes the same bytes twice, and the CSV holds the checks of the summary", async () => {
  await using world = await quarter();
  await check(world);
  const first = await fileEntries(join(world.root, "qc"));
  await check(world);
  assert.deepEqual(await fileEntries(join(world.root, "qc")), first);
  assert.deepEqual(first.map(({ path }) => path), ["qc_checks.csv", "qc_summary.json"]);
  const written = QcSummary.parse(JSON.parse(await Deno.readTextFile(join(world.root, "qc/qc_summary.json"))));
  const lines = (await Deno.readTextFile(join(world.root, "qc/qc_checks.csv"))).trimEnd().split("\n");
  assert.equal(lines[0], "gate,check,expected,observed,unit,tolerance,status,reason");
  assert.equal(lines.length, written.checks.length + 1);
});

Deno.test("validate() fails a file with one bit flipped, and measures nothing", async () => {
  await using world = await quarter();
  const path = join(world.data, "dim_card.parquet");
  const bytes = await Deno.readFile(path);
  bytes[100]! ^= 1;
  await Deno.writeFile(path, bytes);
  const summary = await check(world);
  assert.deepEqual(of(summary, "fail"), ["files/dim_card.parquet"]);
  assert.deepEqual(reasons(summary, "volumes"), ["not measured: a file is damaged or does not fit its table"]);
  assert.equal(summary.passed, false);
});

Deno.test("validate() fails a table of other types, a missing one and one that is no Parquet", async () => {
  await using world = await quarter();
  await using duck = await openDuck();
  await duck.run(
    `COPY (SELECT 'a' AS plan_id, 'b' AS name, 1::BIGINT AS price_cents) TO '${world.data}/dim_plan.parquet'`,
  );
  await Deno.remove(join(world.data, "dim_card.parquet"));
  await Deno.writeTextFile(join(world.data, "dim_merchant.parquet"), "no Parquet");
  await resign(world);
  assert.deepEqual(of(await check(world), "fail"), [
    "files/dim_card.parquet",
    "schema/dim_card",
    "schema/dim_merchant",
    "schema/dim_plan",
    "schema/dim_plan.plan_id",
    "schema/dim_plan.cadence",
  ]);
});

Deno.test("validate() without a ledger skips what needs it, and says so", async () => {
  await using world = await quarter();
  const summary = await check(world, "elsewhere");
  assert.deepEqual(of(summary, "fail"), []);
  for (const gate of ["null_spikes", "write_gaps", "recount"]) {
    assert.deepEqual(reasons(summary, gate), ["no ledger in elsewhere"]);
  }
});

Deno.test("validate() sets no target for files made elsewhere", async () => {
  await using world = await quarter();
  const { parameters: { tz, as_of } } = await readManifest(world.data);
  await resign(world, { adopted: true, seed: null, parameters: { tz: tz!, as_of: as_of! } });
  const summary = await check(world);
  assert.deepEqual(of(summary, "fail"), []);
  const judged = summary.gates.filter(({ status }) => status === "pass").map(({ gate }) => gate);
  assert.deepEqual(judged, ["files", "schema", "guardrails"]);
});

Deno.test("validate() refuses the ledger of another seed, a malformed ledger and a manifest without parameters", async () => {
  await using world = await quarter();
  const manifest = await readManifest(world.data);
  const refused = async (pattern: RegExp, exitCode: number): Promise<void> => {
    await assert.rejects(check(world), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, pattern);
      assert.equal(error.exitCode, exitCode);
      return true;
    });
    await assert.rejects(Deno.stat(join(world.root, "qc")), Deno.errors.NotFound);
  };
  await writeManifest(world.data, { ...manifest, seed: 43 });
  await refused(/tells of .* with seed 42, wanted .* with seed 43/, 2);
  await writeManifest(world.data, { ...manifest, parameters: { ...manifest.parameters, scale: "tiny" } });
  await refused(/malformed manifest of a generated warehouse: parameters\.scale/, 3);
  await writeManifest(world.data, manifest);
  await Deno.remove(join(world.meta, "defect_rows.parquet"));
  await refused(/cannot read .*defect_rows\.parquet as Parquet/, 3);
  await Deno.writeTextFile(join(world.meta, "defects.json"), "{}");
  await refused(/malformed ledger/, 3);
});

Deno.test("validate() fails the volumes of a dry run", async () => {
  await using world = await generated(archetype, { months: 3, dryRun: true });
  const failed = of(await check(world), "fail");
  for (const { name } of archetype.tables) assert.ok(failed.includes(`volumes/${name}`), name);
});
