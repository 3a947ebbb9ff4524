import assert from "node:assert/strict";
import { neobank } from "../../lib/archetypes/neobank/mod.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { readManifest, verifyFiles } from "../../lib/infra/files.ts";
import { dnr, inFolder, type Ran } from "./world.ts";

/** A folder of exports in the neobank schema: three customers, every other table without rows. */
async function writeExports(dir: string): Promise<void> {
  await using duck = await openDuck();
  for (const table of neobank.tables) {
    const columns = table.columns.map(({ name, type }) => `NULL::${type} AS ${name}`).join(", ");
    const rows = table.name === "dim_customer" ? "range(3)" : "range(0)";
    await duck.run(`COPY (SELECT ${columns} FROM ${rows}) TO '${dir}/${table.name}.parquet' (FORMAT parquet)`);
  }
}

async function rewrite(dir: string, table: string, select: string): Promise<void> {
  await using duck = await openDuck();
  const path = `${dir}/${table}.parquet`;
  await duck.run(`CREATE TABLE old AS FROM read_parquet('${path}'); COPY (${select}) TO '${path}' (FORMAT parquet)`);
}

const adopt = (dir: string, ...more: string[]): Promise<Ran> =>
  dnr(["adopt", "--archetype", "neobank", "--warehouse", ".", ...more], dir);

Deno.test("dnr adopt writes the manifest that run-report asks for", () =>
  inFolder(async (dir) => {
    await writeExports(dir);
    const { code, stdout, stderr } = await adopt(dir, "--tz", "Europe/Berlin", "--as-of", "2026-03-31");
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^dim_customer\.parquet +3$/m);
    assert.match(stdout, /^next: dnr run-report --warehouse \. --no-llm$/m);
    const manifest = await readManifest(dir);
    await verifyFiles(dir, manifest);
    const { files, ...rest } = manifest;
    assert.deepEqual(rest, {
      schema_version: "1.0",
      kind: "warehouse",
      archetype: "neobank",
      version: "0.1.0",
      adopted: true,
      seed: null,
      parameters: { tz: "Europe/Berlin", as_of: "2026-03-31" },
    });
    assert.deepEqual(files.map((file) => file.path), neobank.tables.map(({ name }) => `${name}.parquet`).sort());
    assert.deepEqual(files.filter((file) => file.rows !== 0).map((file) => file.rows), [3]);
  }));

Deno.test("dnr adopt names a column that no table declares and goes on", () =>
  inFolder(async (dir) => {
    await writeExports(dir);
    await rewrite(dir, "dim_plan", "SELECT *, 'x' AS colour FROM old");
    const { code, stdout } = await adopt(dir);
    assert.equal(code, 0);
    assert.match(stdout, /^warning: dim_plan\.parquet has column colour/m);
  }));

Deno.test("dnr adopt takes in the last day of 9999, by which many sources mean never", () =>
  inFolder(async (dir) => {
    await writeExports(dir);
    await rewrite(
      dir,
      "dim_customer",
      "SELECT * REPLACE ('9999-12-31 23:59:59+00'::TIMESTAMPTZ AS created_at) FROM old",
    );
    const { code, stderr } = await adopt(dir);
    assert.equal(code, 0, stderr);
  }));

const faults: readonly [title: string, spoil: (dir: string) => Promise<void>, code: number, message: RegExp][] = [
  ["a missing folder", (dir) => Deno.remove(dir, { recursive: true }), 2, /cannot read folder .*there is none/],
  ["a missing table", (dir) => Deno.remove(`${dir}/dim_card.parquet`), 3, /table dim_card is missing/],
  [
    "a missing column",
    (dir) => rewrite(dir, "dim_card", "SELECT * EXCLUDE (status) FROM old"),
    3,
    /column dim_card\.status does not fit: .*dim_card\.parquet has no such column, wanted VARCHAR/,
  ],
  [
    "a column of another type",
    (dir) => rewrite(dir, "dim_card", "SELECT * REPLACE (activated_at::TIMESTAMP AS activated_at) FROM old"),
    3,
    /column dim_card\.activated_at does not fit: .* has TIMESTAMP, wanted TIMESTAMP WITH TIME ZONE/,
  ],
  [
    "an empty file",
    (dir) => Deno.writeTextFile(`${dir}/dim_card.parquet`, ""),
    3,
    /cannot read .*dim_card\.parquet as/,
  ],
  [
    "a file that is no Parquet",
    (dir) => Deno.writeTextFile(`${dir}/dim_card.parquet`, "card_id,account_id\n1,2\n"),
    3,
    /cannot read .*dim_card\.parquet as Parquet/,
  ],
  [
    "a time that never comes",
    (dir) => rewrite(dir, "dim_customer", "SELECT * REPLACE ('infinity'::TIMESTAMPTZ AS created_at) FROM old"),
    3,
    /column dim_customer\.created_at does not fit: 3 rows of .*dim_customer\.parquet have a time that is infinite or/,
  ],
  [
    "a year of five digits",
    (dir) =>
      rewrite(dir, "dim_customer", "SELECT * REPLACE ('12026-01-01'::TIMESTAMPTZ AS created_at) FROM old LIMIT 1"),
    3,
    /1 row of .*dim_customer\.parquet has a time that is .* outside the years 1 to 9999/,
  ],
  [
    "a file cut short inside",
    async (dir) => {
      const path = `${dir}/dim_customer.parquet`;
      const bytes = await Deno.readFile(path);
      await Deno.writeFile(path, bytes.fill(0, 4, Math.floor(bytes.length / 4)));
    },
    3,
    /cannot read .*dim_customer\.parquet as Parquet/,
  ],
];
for (const [title, spoil, expected, message] of faults) {
  Deno.test(`dnr adopt refuses ${title} in one sentence`, () =>
    inFolder(async (root) => {
      const dir = `${root}/exports`;
      await Deno.mkdir(dir);
      await writeExports(dir);
      await spoil(dir);
      const { code, stderr } = await dnr(["adopt", "--archetype", "neobank", "--warehouse", "exports"], root, {});
      const errors = stderr.split("\n").filter((line) => line.startsWith("error: "));
      assert.equal(errors.length, 1, stderr);
      assert.match(errors[0]!, message);
      assert.equal(code, expected);
      assert.ok(!(await Deno.stat(`${dir}/manifest.json`).then(() => true, () => false)), "no manifest was written");
    }));
}
