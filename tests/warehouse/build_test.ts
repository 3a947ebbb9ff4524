import assert from "node:assert/strict";
import { z } from "zod";
import type { GenWarehouseOptions } from "../../lib/pipelines/gen_warehouse.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { readManifest, verifyFiles } from "../../lib/infra/files.ts";
import { UNCHANGED } from "../../lib/warehouse/quality.ts";
import { recount, recountManifest } from "../../tools/audit/recount.ts";
import { TZ } from "../../tools/standard_world.ts";
import { generated } from "../support/generate.ts";
import { toy } from "../support/toy/mod.ts";

async function hashes(options: Partial<GenWarehouseOptions> & { threads?: number } = {}): Promise<string> {
  await using world = await generated(toy, options);
  const { files } = await readManifest(world.data);
  const rows = await Deno.readFile(`${world.meta}/defect_rows.parquet`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", rows)).toHex();
  return [...files.map((f) => `${f.path} ${f.sha256}`), digest].join("\n");
}

Deno.test("genWarehouse() of quality clean has no violation", async () => {
  await using world = await generated(toy, { quality: "clean" });
  await using duck = await openDuck();
  const found = await recount(duck, world.data, toy.tables, TZ);
  assert.deepEqual(found.keys.map((k) => k.nulls + k.missing + k.temporal), [0, 0]);
  assert.deepEqual(found.tables.map((t) => t.duplicates), [0, 0, 0]);
  assert.ok(found.tables[2]!.p95 < 90, `p95 lag ${found.tables[2]!.p95}`);
});

Deno.test("genWarehouse() of quality typical realises every rate, and its manifest of rows recounts exactly", async () => {
  await using world = await generated(toy);
  await verifyFiles(world.data, await readManifest(world.data));
  await using duck = await openDuck();
  const found = await recount(duck, world.data, toy.tables, TZ);
  const listed = await recountManifest(duck, world.meta);
  const near = (value: number, target: number, tolerance: number, what: string): void =>
    assert.ok(Math.abs(value - target) <= tolerance, `${what}: ${value}, wanted ${target} ± ${tolerance}`);
  for (const k of found.keys) {
    near(k.nulls / k.rows, 0.02, 0.005, `nulls of ${k.table}.${k.column}`);
    near((k.missing + k.temporal) / k.rows, 0.05, 0.01, `orphans of ${k.table}.${k.column}`);
    const name = `${k.table}/${k.column}`;
    const spikes = listed.get(`null_spike/${name}`) ?? 0;
    assert.equal((listed.get(`key_null/${name}`) ?? 0) + spikes, k.nulls);
    assert.equal(listed.get(`orphan_missing/${name}`), k.missing);
    assert.equal(listed.get(`orphan_temporal/${name}`), k.temporal);
  }
  const rides = found.tables[2]!;
  near(rides.duplicates / rides.rows, 0.007, 0.002, "duplicates");
  assert.equal(listed.get("duplicate/fact_ride/"), rides.duplicates);
  near(rides.p95, 180, 60, "overall p95 lag");
  near(rides.incidentDays, 0.05, 0.01, "incident days");
});

Deno.test("genWarehouse() gives the same bytes on 1, 2 and 4 threads", async () => {
  const [one, two, four] = [await hashes({ threads: 1 }), await hashes({ threads: 2 }), await hashes({ threads: 4 })];
  assert.equal(two, one);
  assert.equal(four, one);
});

Deno.test("genWarehouse() with another seed gives other rows", async () => {
  assert.notEqual(await hashes({ seed: 0, months: 3 }), await hashes({ seed: 1, months: 3 }));
});

const CHANGES = [
  { factor: { orphan: 3 }, own: "orphan%" },
  { factor: { key_null: 0 }, own: "key_null" },
  { factor: { duplicate: 2 }, own: "duplicate" },
] as const;

for (const { factor, own } of CHANGES) {
  Deno.test(`factor ${JSON.stringify(factor)} moves no row of another defect`, async () => {
    await using usual = await generated(toy, { months: 6 });
    await using worse = await generated(toy, { months: 6, defects: { ...UNCHANGED, ...factor } });
    await using duck = await openDuck();
    const rows = (meta: string): string =>
      `SELECT defect, "table", "column", key
    FROM read_parquet('${meta}/defect_rows.parquet') WHERE defect NOT LIKE '${own}'`;
    const Count = z.strictObject({ n: z.int() });
    const count = async (sql: string): Promise<number> =>
      (await duck.row(`SELECT count(*) AS n FROM (${sql})`, Count)).n;
    assert.ok(await count(rows(usual.meta)) > 1000);
    assert.equal(await count(`${rows(usual.meta)} EXCEPT ALL ${rows(worse.meta)}`), 0);
    assert.equal(await count(`${rows(worse.meta)} EXCEPT ALL ${rows(usual.meta)}`), 0);
  });
}

Deno.test("genWarehouse() dry run writes empty tables of the right types, and no ledger", async () => {
  await using world = await generated(toy, { dryRun: true });
  await using duck = await openDuck();
  for (const table of toy.tables) {
    const columns = await duck.rows(
      `SELECT column_name AS name, replace(column_type, 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMPTZ') AS type
      FROM (DESCRIBE SELECT * FROM read_parquet('${world.data}/${table.name}.parquet'))`,
      z.strictObject({ name: z.string(), type: z.string() }),
    );
    assert.deepEqual(columns, table.columns);
  }
  await assert.rejects(Deno.stat(world.meta), Deno.errors.NotFound);
});
