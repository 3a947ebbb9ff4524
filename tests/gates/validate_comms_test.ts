import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { Budget } from "../../lib/contracts/budget.ts";
import type { Manifest } from "../../lib/contracts/manifest.ts";
import type { QcCheck, QcSummary } from "../../lib/contracts/qc.ts";
import { UserError } from "../../lib/core/errors.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { fileEntries, readManifest, writeJson, writeManifest } from "../../lib/infra/files.ts";
import { validate } from "../../lib/pipelines/validate.ts";
import { quietContext } from "../../tools/standard_world.ts";
import { dnr } from "../cli/world.ts";
import { type CommsWorld, commsWorld, config } from "./comms_world.ts";

const [archetype, another] = archetypes as [typeof archetypes[number], typeof archetypes[number]];

async function check({ root }: CommsWorld, meta = "meta"): Promise<QcSummary> {
  const folders = { warehouse: "data", comms: "comms", meta, report: "report", out: "qc" };
  return (await validate(quietContext(root), { ...folders, config })).summary;
}

function of(summary: QcSummary, status: QcCheck["status"]): string[] {
  return summary.checks.filter((one) => one.status === status).map(({ gate, check }) => `${gate}/${check}`);
}

function reasons(summary: QcSummary, gate: string): string[] {
  return [...new Set(summary.checks.filter((one) => one.gate === gate).map(({ reason }) => reason))];
}

/** Signs changed communications anew: what is wrong with them then is no damage. */
async function resign({ comms }: CommsWorld, change: Partial<Manifest> = {}): Promise<void> {
  await writeManifest(comms, { ...await readManifest(comms), files: await fileEntries(comms), ...change });
}

/** Writes a file of communications anew, as `select` reads the old one as `t`. */
async function rewrite(path: string, select: string): Promise<void> {
  await using duck = await openDuck();
  await duck.run(`CREATE TABLE t AS FROM read_parquet('${path}'); COPY (${select}) TO '${path}' (FORMAT parquet)`);
}

async function spendIn(folder: string, ledgerUsd: number): Promise<void> {
  const path = join(folder, "budget.json");
  const budget = Budget.parse(JSON.parse(await Deno.readTextFile(path)));
  await writeJson(path, Budget, { ...budget, spend: budget.spend.map((one) => ({ ...one, ledger_usd: ledgerUsd })) });
}

for (const one of archetypes) {
  Deno.test(`validate() passes the communications of ${one.id}, and skips the report that is not there`, async () => {
    await using world = await commsWorld(one);
    const summary = await check(world);
    assert.deepEqual(of(summary, "fail"), []);
    assert.ok(of(summary, "skip").includes("llm_spend/report"));
    for (const gate of ["comms_files", "comms_schema", "comms_label_files", "comms_reproducibility"]) {
      assert.equal(summary.gates.find((found) => found.gate === gate)!.status, "pass", gate);
    }
  });
}

Deno.test("validate() refuses another company's communications, and a manifest that does not tell what was asked", async () => {
  await using world = await commsWorld(archetype);
  const refused = async (pattern: RegExp): Promise<void> => {
    await assert.rejects(check(world), (error) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.exitCode, 3);
      assert.match(error.message, pattern);
      return true;
    });
  };
  const { parameters } = await readManifest(world.comms);
  await resign(world, { parameters: { ...parameters, "theme_mix.duplicates_dedup": null } });
  await refused(/malformed manifest of generated communications: parameters\.theme_mix/);
  await resign(world, { archetype: another.id });
  await refused(/communications do not fit the warehouse/);
});

Deno.test("validate() fails a damaged file of communications, and checks no content", async () => {
  await using world = await commsWorld(archetype);
  const path = join(world.comms, "nlq.parquet");
  const bytes = await Deno.readFile(path);
  bytes[100]! ^= 1;
  await Deno.writeFile(path, bytes);
  const summary = await check(world);
  assert.ok(of(summary, "fail").includes("comms_files/nlq.parquet"));
  const why = "not checked: a file of the communications is damaged or does not fit its table";
  assert.deepEqual(reasons(summary, "theme_mix"), [why]);
});

Deno.test("validate() fails a column of another type, a missing one, and a value that its column does not allow", async () => {
  await using world = await commsWorld(archetype);
  await rewrite(join(world.comms, "nlq.parquet"), "SELECT * EXCLUDE (app) REPLACE (ts::VARCHAR AS ts) FROM t");
  await rewrite(join(world.comms, "comms_users.parquet"), "SELECT * REPLACE ('boss' AS role) FROM t");
  await rewrite(join(world.meta, "labels_email.parquet"), "SELECT * REPLACE (1 AS met) FROM t");
  await resign(world);
  const summary = await check(world);
  assert.deepEqual(of(summary, "fail").filter((name) => name.startsWith("comms_schema")), [
    "comms_schema/comms_users values",
    "comms_schema/nlq",
    "comms_schema/nlq.app",
    "comms_schema/nlq.ts",
    "comms_schema/labels_email.met",
  ]);
  const stray = summary.checks.find(({ check }) => check === "comms_users values")!.observed;
  assert.match(String(stray), /^a value of comms_users does not fit: row 1, role: /);
});

Deno.test("validate() fails labels that were written with other communications; without any it skips what needs them", async () => {
  await using world = await commsWorld(archetype);
  await rewrite(join(world.meta, "labels_nlq.parquet"), "SELECT * FROM t ORDER BY item_id DESC");
  assert.deepEqual(of(await check(world), "fail"), ["comms_label_files/nlq"]);
  await Deno.remove(join(world.meta, "labels_slack.parquet"));
  const summary = await check(world);
  assert.deepEqual(of(summary, "fail"), []);
  for (const gate of ["comms_label_files", "theme_mix", "comms_labels", "event_correlation"]) {
    assert.deepEqual(reasons(summary, gate), ["no labels in meta: labels_slack.parquet is missing"]);
  }
});

Deno.test("validate() sets no target for communications made elsewhere", async () => {
  await using world = await commsWorld(archetype);
  const { parameters: { tz, as_of } } = await readManifest(world.comms);
  await resign(world, { adopted: true, seed: null, parameters: { tz: tz!, as_of: as_of! } });
  const summary = await check(world);
  assert.deepEqual(of(summary, "fail"), []);
  const judged = summary.gates
    .filter(({ gate, status }) => gate.startsWith("comms") && status === "pass")
    .map(({ gate }) => gate);
  assert.deepEqual(judged, ["comms_files", "comms_schema", "comms_integrity"]);
});

Deno.test("validate() fails spending over its cap, of the communications and of the report", async () => {
  await using world = await commsWorld(archetype);
  const report = join(world.root, "report");
  await Deno.mkdir(report);
  await Deno.copyFile(join(world.comms, "budget.json"), join(report, "budget.json"));
  await spendIn(world.comms, 1.01);
  await spendIn(report, 1.000000001);
  await resign(world);
  assert.deepEqual(of(await check(world), "fail"), ["llm_spend/comms generation", "llm_spend/report generation"]);
  await spendIn(world.comms, 1);
  await resign(world);
  await Deno.writeTextFile(join(report, "budget.json"), "{}");
  assert.deepEqual(of(await check(world), "fail"), ["llm_spend/report"]);
});

Deno.test("dnr validate --strict exits 1 when communications fail, 0 when they pass", async () => {
  await using world = await commsWorld(archetype);
  const args = ["validate", "--warehouse", "data", "--comms", "comms", "--meta", "meta", "--out", "qc", "--strict"];
  const sound = await dnr(args, world.root);
  assert.equal(sound.code, 0, sound.stderr + sound.stdout);
  assert.match(sound.stdout, /next: dnr run-report --warehouse data --comms comms\n/);
  await rewrite(join(world.comms, "slack_messages.parquet"), "SELECT * FROM t WHERE thread_id < 't0200'");
  await resign(world);
  const broken = await dnr(args, world.root);
  assert.equal(broken.code, 1);
  assert.match(broken.stdout, /^failed: comms_volumes: slack: found 199, wanted 300 items/m);
});
