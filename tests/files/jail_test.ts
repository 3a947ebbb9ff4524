import assert from "node:assert/strict";
import type { Table } from "../../lib/contracts/archetype.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { type Jail, openJail } from "../../lib/infra/jail.ts";

const TIMEOUT_MS = 1_500;
/** A refusal, or an end at the time limit, comes well within this. */
const PATIENCE_MS = TIMEOUT_MS + 4_000;

const tables: Pick<Table, "name" | "columns">[] = [
  {
    name: "fact_sale",
    columns: [
      { name: "sale_id", type: "BIGINT" },
      { name: "shop", type: "VARCHAR" },
      { name: "sold_at", type: "TIMESTAMPTZ" },
      { name: "cents", type: "BIGINT" },
    ],
  },
  { name: "dim_shop", columns: [{ name: "shop", type: "VARCHAR" }, { name: "country", type: "VARCHAR" }] },
];

async function warehouse(): Promise<string> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  await using duck = await openDuck({ threads: 1 });
  await duck.run(
    `COPY (SELECT range AS sale_id, 's' || range % 7 AS shop, TIMESTAMPTZ '2026-01-01 00:00:00Z' + to_minutes(range)
           AS sold_at, range % 900 AS cents FROM range(20000)) TO '${folder}/fact_sale.parquet'`,
  );
  await duck.run(`COPY (SELECT 's' || range AS shop, 'NL' AS country FROM range(7)) TO '${folder}/dim_shop.parquet'`);
  return folder;
}

const folder = await warehouse();

function open(path: string | null = folder): Promise<Jail> {
  return openJail({ warehouse: path, tables, threads: 1, memoryLimit: "200MB", timeoutMs: TIMEOUT_MS });
}

const PLAIN: readonly (readonly [sql: string, rows: number])[] = [
  ["SELECT count(*) FROM fact_sale", 1],
  ["select shop, sum(cents) / 100.0 as money from fact_sale group by shop order by 2 desc limit 5", 5],
  ["FROM fact_sale", 20_000],
  [
    `WITH days AS (SELECT date_trunc('day', sold_at AT TIME ZONE 'America/Los_Angeles') AS day, * FROM fact_sale)
     SELECT day, count(DISTINCT sale_id) FILTER (WHERE cents > 10), median(cents) FROM days GROUP BY ALL`,
    15,
  ],
  ["SELECT f.*, d.country FROM fact_sale f LEFT JOIN dim_shop d USING (shop) WHERE d.shop LIKE 's1%' -- shops", 2_857],
  ["SELECT sale_id FROM fact_sale QUALIFY row_number() OVER (PARTITION BY shop ORDER BY sold_at) = 1;", 7],
  ["SELECT shop FROM dim_shop EXCEPT SELECT shop FROM fact_sale WHERE sale_id IN (1, 2)", 5],
  ["SELECT CASE WHEN cents BETWEEN 1 AND 9 THEN 'a' ELSE NULL END, cents::DOUBLE, -cents FROM fact_sale LIMIT 3", 3],
  ["SELECT 1 WHERE EXISTS (SELECT 1 FROM fact_sale WHERE sold_at > TIMESTAMPTZ '2026-01-02' - INTERVAL 1 DAY)", 1],
];

for (const [sql, rows] of PLAIN) {
  Deno.test(`Jail.run() counts the rows of ${sql.slice(0, 60)}`, async () => {
    await using jail = await open();
    assert.deepEqual(await jail.run(sql), { ok: true, rows });
    assert.equal((await jail.parse(sql)).ok, true);
  });
}

/** `$` stands for the warehouse's folder. */
const ESCAPES: readonly string[] = [
  // More than one statement, none, and what is no query.
  "SELECT 1; SELECT 2",
  "SELECT 1; COPY fact_sale TO '$/out.parquet'",
  "",
  "-- nothing",
  "/* SELECT 1",
  "SELECT 1 /* */; /* */ DROP VIEW fact_sale",
  "DROP VIEW fact_sale",
  "CREATE TABLE t AS SELECT 1",
  "CREATE OR REPLACE VIEW fact_sale AS SELECT 1",
  "CREATE MACRO f() AS 1",
  "INSERT INTO fact_sale VALUES (1, 's', NULL, 2)",
  "UPDATE fact_sale SET cents = 0",
  "DELETE FROM fact_sale",
  "TRUNCATE fact_sale",
  "ALTER VIEW fact_sale RENAME TO x",
  "BEGIN TRANSACTION",
  "CALL pragma_version()",
  "PREPARE p AS SELECT 1",
  "EXECUTE p",
  "EXPLAIN ANALYZE SELECT 1",
  "VACUUM",
  "CHECKPOINT",
  // What counts as a query and is none.
  "PRAGMA database_list",
  "PRAGMA version",
  "DESCRIBE fact_sale",
  "SHOW TABLES",
  "SHOW ALL TABLES",
  "SUMMARIZE fact_sale",
  "FROM (DESCRIBE fact_sale)",
  "PIVOT fact_sale ON shop USING sum(cents)",
  // Files.
  "COPY fact_sale TO '$/out.csv'",
  "COPY (SELECT 1) TO '$/out.parquet' (FORMAT parquet)",
  "COPY fact_sale FROM '$/fact_sale.parquet'",
  "EXPORT DATABASE '$/export'",
  "IMPORT DATABASE '$/export'",
  "ATTACH '$/other.duckdb' AS other",
  "DETACH memory",
  "USE other",
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM read_blob('/etc/passwd')",
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM read_json_auto('$/manifest.json')",
  "SELECT * FROM read_parquet('$/fact_sale.parquet')",
  "SELECT * FROM '/etc/passwd'",
  "SELECT * FROM '$/fact_sale.parquet'",
  "SELECT * FROM glob('/*')",
  "SELECT * FROM parquet_metadata('$/fact_sale.parquet')",
  "SELECT * FROM sniff_csv('/etc/passwd')",
  // Network and extensions.
  "INSTALL httpfs",
  "LOAD httpfs",
  "SELECT * FROM 'https://example.com/x.parquet'",
  "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
  "CREATE SECRET s (TYPE s3)",
  "SELECT * FROM duckdb_secrets()",
  // Settings and the engine's own tables.
  "SET memory_limit = '8GB'",
  "RESET lock_configuration",
  "SET VARIABLE x = 1",
  "SELECT getenv('HOME')",
  "SELECT current_setting('memory_limit')",
  "SELECT getvariable('x')",
  "SELECT * FROM duckdb_settings()",
  "SELECT * FROM duckdb_settings",
  "SELECT * FROM information_schema.tables",
  "SELECT * FROM pg_catalog.pg_class",
  "SELECT * FROM sqlite_master",
  "SELECT write_log('x')",
  "SELECT nextval('s')",
  // A statement within a statement.
  "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')",
  "SELECT * FROM query_table('fact_sale')",
  "SELECT * FROM json_execute_serialized_sql('{}')",
  "SELECT (SELECT content FROM read_text('/etc/passwd'))",
  "WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x",
  "WITH x AS (SELECT 1) SELECT * FROM x, (WITH duckdb_settings AS (SELECT 1) SELECT 1) y, duckdb_settings",
  "WITH x AS (INSERT INTO fact_sale VALUES (1)) SELECT * FROM x",
  "SELECT CASE WHEN EXISTS (SELECT 1 FROM glob('/*')) THEN 1 END",
  "SELECT sum(cents) OVER (ORDER BY (SELECT count(*) FROM glob('/*'))) FROM fact_sale",
  "SELECT 1 ORDER BY (SELECT count(*) FROM glob('/*')) LIMIT (SELECT count(*) FROM glob('/*'))",
  "SELECT COLUMNS(x -> getenv(x) = '') FROM fact_sale",
  "SELECT [x FOR x IN range(3) IF getenv('HOME') = '']",
  // Without end, and too large.
  "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
  "SELECT count(*) FROM fact_sale a, fact_sale b, fact_sale c, fact_sale d WHERE a.cents + b.cents + c.cents + d.cents < 0",
  "SELECT a.* FROM fact_sale a, fact_sale b, fact_sale c, fact_sale d",
  "SELECT median(a.cents + b.cents) FROM fact_sale a, fact_sale b, fact_sale c",
  "SELECT a.sale_id * b.sale_id AS x FROM fact_sale a, fact_sale b ORDER BY x, b.shop, a.sold_at",
  "SELECT DISTINCT a.sale_id, b.sale_id FROM fact_sale a, fact_sale b",
  "SELECT repeat('x', 4000000000)",
  "SELECT lpad('x', 2000000000, 'y')",
  "SELECT range(100000000000)",
  "SELECT list(a.shop || b.shop) FROM fact_sale a, fact_sale b",
  "SELECT string_agg(a.shop) FROM fact_sale a, fact_sale b",
  "SELECT printf('%2000000000d', 1)",
  "SELECT * FROM range(100000000000)",
  `SELECT * FROM ${"(SELECT * FROM ".repeat(200)}fact_sale${")".repeat(200)} a, fact_sale b, fact_sale c, fact_sale d`,
  `SELECT ${"1 + ".repeat(1_200)}1`,
  `SELECT '${"x".repeat(5_000)}'`,
  "SELECT \u0000 1",
  "SELECT 'x",
];

async function everything(path: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(path)) {
    found.push(name, ...(isDirectory ? await everything(`${path}/${name}`) : []));
  }
  return found.sort();
}

Deno.test("Jail.run() refuses every escape in time, writes no file, and works on", async (t) => {
  const before = await everything(folder);
  await using jail = await open();
  for (const escape of ESCAPES) {
    await t.step(escape.slice(0, 80) || "empty", async () => {
      const start = performance.now();
      const outcome = await jail.run(escape.replaceAll("$", folder));
      assert.equal(outcome.ok, false, JSON.stringify(outcome));
      assert.ok(performance.now() - start < PATIENCE_MS, `took ${performance.now() - start} ms`);
    });
  }
  assert.deepEqual(await everything(folder), before);
  assert.deepEqual(await jail.run("SELECT * FROM dim_shop"), { ok: true, rows: 7 });
});

Deno.test("Jail.run() survives nests as deep as its longest statement", async () => {
  await using jail = await open();
  for (
    const [left, middle, right] of [["(", "1", ")"], ["- ", "1", ""], ["NOT ", "true", ""], ["(SELECT ", "1", ")"]]
  ) {
    const depth = Math.floor(3_900 / (left!.length + right!.length));
    await jail.run(`SELECT ${left!.repeat(depth)}${middle}${right!.repeat(depth)}`);
    assert.deepEqual(await jail.run("SELECT 1"), { ok: true, rows: 1 });
  }
});

Deno.test("Jail.parse() holds a statement against the tables' columns, without data", async () => {
  await using jail = await open(null);
  assert.deepEqual(await jail.parse("SELECT shop, sum(cents) FROM fact_sale GROUP BY shop"), { ok: true });
  assert.deepEqual(await jail.run("SELECT * FROM fact_sale"), { ok: true, rows: 0 });
  for (
    const sql of [
      "SELECT price FROM fact_sale",
      "SELECT * FROM fact_order",
      "SELECT FROM WHERE",
      "SELECT sum(shop) FROM fact_sale",
    ]
  ) {
    const outcome = await jail.parse(sql);
    assert.ok(!outcome.ok && outcome.error.length > 0 && !outcome.error.includes("\n"));
  }
});

Deno.test("Jail.parse() runs nothing", async () => {
  await using jail = await open();
  const start = performance.now();
  const endless =
    "SELECT count(*) FROM fact_sale a, fact_sale b, fact_sale c, fact_sale d WHERE a.cents + b.cents + c.cents + d.cents < 0";
  assert.equal((await jail.parse(endless)).ok, true);
  assert.ok(performance.now() - start < TIMEOUT_MS);
});

Deno.test("openJail() fails where the warehouse lacks a table", async () => {
  const empty = await Deno.makeTempDir();
  await assert.rejects(open(empty), /fact_sale/);
});
