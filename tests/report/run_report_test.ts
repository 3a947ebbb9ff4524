import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { Config } from "../../lib/config/schema.ts";
import type { Archetype } from "../../lib/contracts/archetype.ts";
import type { Manifest } from "../../lib/contracts/manifest.ts";
import { Run } from "../../lib/contracts/run.ts";
import { type Context, silent } from "../../lib/core/context.ts";
import { UserError } from "../../lib/core/errors.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { fileEntries, readManifest, writeManifest } from "../../lib/infra/files.ts";
import { genWarehouse } from "../../lib/pipelines/gen_warehouse.ts";
import { writeReportIndex } from "../../lib/pipelines/report_index.ts";
import { runReport, type RunReportResult } from "../../lib/pipelines/run_report.ts";
import { assertLegible } from "../charts/drawing.ts";
import { assertHolds, factsIn } from "./facts.ts";

const config = Config.parse({});
const archetype = archetypes[0]!;

interface Place extends AsyncDisposable {
  readonly root: string;
  readonly context: Context;
}

async function place(): Promise<Place> {
  const root = await Deno.makeTempDir();
  const resources = { threads: 2, memoryLimit: "1GB" };
  const context = { version: "0.1.0", cwd: root, progress: silent, resources, signal: new AbortController().signal };
  return { root, context, [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }) };
}

async function generate({ root, context }: Place, of: Archetype, dryRun: boolean): Promise<string> {
  const out = join(root, "data");
  const asOf = config.warehouse.as_of;
  const places = { out, meta: join(root, "meta") };
  const days = { asOf, snapshotDays: 40 };
  await genWarehouse(context, { ...config.warehouse, scale: "fast", archetype: of, ...days, ...places, dryRun });
  return out;
}

/** A warehouse without rows: whole, and made in a moment. */
function emptyWarehouse(place: Place): Promise<string> {
  return generate(place, archetype, true);
}

async function report({ context }: Place, comms: string | null = null): Promise<RunReportResult> {
  return await runReport(context, {
    warehouse: "data",
    comms,
    llm: false,
    out: "reports/shop",
    runs: "runs",
    windowDays: 30,
    config,
  });
}

async function namesBelow(dir: string): Promise<string[]> {
  const entries = await fileEntries(dir);
  return entries.map(({ path }) => path);
}

interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly properties: { readonly run_id: string };
}

async function logOf(run: string): Promise<LogLine[]> {
  const text = await Deno.readTextFile(join(run, "log.jsonl"));
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

const userError = (pattern: RegExp, exitCode: number) => (error: unknown): boolean => {
  assert.ok(error instanceof UserError, String(error));
  assert.match(error.message, pattern);
  assert.equal(error.exitCode, exitCode);
  return true;
};

/** Changes a warehouse and signs it anew, as `dnr adopt` would: what is wrong with it is no damage. */
async function resign(folder: string, change: (manifest: Manifest) => Partial<Manifest>): Promise<void> {
  const manifest = await readManifest(folder);
  await writeManifest(folder, { ...manifest, files: await fileEntries(folder), ...change(manifest) });
}

Deno.test("runReport() of a warehouse without rows writes every file, and says that nothing was measured", async () => {
  await using here = await place();
  await emptyWarehouse(here);
  const { out, run, summary } = await report(here);
  assert.deepEqual(await namesBelow(out), [
    "data_health.csv",
    "data_health.json",
    "exec_summary.html",
    "exec_summary.json",
    "exec_summary.md",
    "figures/duplicates.png",
    "figures/duplicates.svg",
    "figures/ingest_lag.png",
    "figures/ingest_lag.svg",
    "figures/key_nulls.png",
    "figures/key_nulls.svg",
    "figures/orphans.png",
    "figures/orphans.svg",
    "themes.json",
    "themes.md",
  ]);
  assert.match(summary.headline, /^Nothing could be checked/);
  const provenance = Run.parse(JSON.parse(await Deno.readTextFile(join(run, "run.json"))));
  assert.ok(run.endsWith(provenance.run_id));
  assert.equal(provenance.inputs.length, (await readManifest(join(here.root, "data"))).files.length);
});

for (const each of archetypes) {
  Deno.test(`runReport() finds what was broken, legibly, with every number in its place: ${each.id}`, async () => {
    await using here = await place();
    await generate(here, each, false);
    const { out, summary } = await report(here);
    assert.match(summary.headline, /miss their target/);
    assert.ok(summary.data_health.families.every(({ failed }) => failed.value! > 0));
    assert.ok(summary.data_health.null_spikes.value! > 0);
    assert.equal(summary.data_health.write_gaps.length, 1);
    assert.equal(summary.data_health.guardrails.length, each.guardrails.length);
    const health = JSON.parse(await Deno.readTextFile(join(out, "data_health.json")));
    for (const fact of factsIn(summary)) assertHolds(fact, summary, health);
    for (const { svg } of summary.figures) assertLegible(await Deno.readTextFile(join(out, svg)));
  });
}

Deno.test("runReport() writes the same bytes again, under the same run id, and keeps the checks beside them", async () => {
  await using here = await place();
  await emptyWarehouse(here);
  const first = await report(here);
  const entries = await fileEntries(first.out);
  const log = await logOf(first.run);
  await Deno.mkdir(join(first.out, "qc"));
  await Deno.writeTextFile(join(first.out, "qc", "qc_summary.json"), "{}");
  const second = await report(here);
  assert.equal(second.runId, first.runId);
  assert.deepEqual(await logOf(second.run), log);
  const again = await fileEntries(second.out);
  assert.deepEqual(again.filter(({ path }) => !path.startsWith("qc/")), entries);
  assert.ok(again.some(({ path }) => path === "qc/qc_summary.json"));
});

Deno.test("runReport() refuses a damaged file", async () => {
  await using here = await place();
  const path = join(await emptyWarehouse(here), `${archetype.tables[0]!.name}.parquet`);
  const bytes = await Deno.readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await Deno.writeFile(path, bytes);
  await assert.rejects(report(here), userError(/damaged: .*parquet has SHA-256/, 3));
});

Deno.test("runReport() refuses a warehouse that lacks a table, or holds a column of another type", async () => {
  await using here = await place();
  const folder = await emptyWarehouse(here);
  const { name, columns } = archetype.tables[0]!;
  const path = join(folder, `${name}.parquet`);
  await using duck = await openDuck();
  const others = columns.slice(1).map((column) => `NULL::${column.type} AS ${column.name}`).join(", ");
  await Deno.remove(path);
  await duck.run(`COPY (SELECT 1.5::DOUBLE AS ${columns[0]!.name}, ${others}) TO '${path}' (FORMAT parquet)`);
  await resign(folder, () => ({}));
  await assert.rejects(report(here), userError(/does not fit: .* has DOUBLE, wanted BIGINT/, 3));
  await Deno.remove(path);
  await resign(folder, () => ({}));
  await assert.rejects(report(here), userError(new RegExp(`table ${name} is missing`), 3));
});

Deno.test("runReport() refuses files that are no Parquet, a folder that is no warehouse, and strange communications", async () => {
  await using here = await place();
  const folder = await emptyWarehouse(here);
  const comms = join(here.root, "comms");
  await Deno.mkdir(comms);
  await writeManifest(comms, { ...await readManifest(folder), kind: "comms", archetype: "other", files: [] });
  await assert.rejects(report(here, "comms"), userError(/communications do not fit/, 3));
  await Deno.writeTextFile(join(folder, `${archetype.tables[0]!.name}.parquet`), "not parquet");
  await resign(folder, () => ({}));
  await assert.rejects(report(here), userError(/cannot read .* as Parquet/, 3));
  await resign(folder, () => ({ kind: "pack" }));
  await assert.rejects(report(here), userError(/manifest says pack, wanted warehouse/, 2));
  await Deno.remove(join(folder, "manifest.json"));
  await assert.rejects(report(here), userError(/incomplete/, 2));
});

Deno.test("writeReportIndex() links the reports that are there, and passes over other folders", async () => {
  await using here = await place();
  await emptyWarehouse(here);
  await report(here);
  await Deno.mkdir(join(here.root, "reports", "other"));
  const index = await Deno.readTextFile(await writeReportIndex(join(here.root, "reports")));
  assert.match(index, /\(shop\/exec_summary\.md\)/);
  assert.equal(index.match(/^## /gm)?.length, 1);
  assert.equal(index.match(/!\[/g)?.length, 4);
});

Deno.test("runReport() logs its stages, and what ended it", async () => {
  await using here = await place();
  const folder = await emptyWarehouse(here);
  const { run, runId } = await report(here);
  const stages = await logOf(run);
  assert.ok(stages.every(({ level, properties }) => level === "INFO" && properties.run_id === runId));
  assert.deepEqual(stages.map(({ message }) => message.replace(`${archetype.id}: `, "")), [
    "verifying files",
    `measuring ${archetype.tables.length} tables`,
    "key figures",
    "writing the report",
    "wrote reports/shop",
  ]);
  await Deno.remove(join(folder, `${archetype.tables[0]!.name}.parquet`));
  await resign(folder, () => ({}));
  await assert.rejects(report(here));
  const runs = await Array.fromAsync(Deno.readDir(join(here.root, "runs")), ({ name }) => name);
  const [failed] = runs.filter((name) => name !== runId);
  const last = (await logOf(join(here.root, "runs", failed!))).at(-1)!;
  assert.equal(last.level, "ERROR");
  assert.match(last.message, /is missing/);
});
