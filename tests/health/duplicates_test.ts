import assert from "node:assert/strict";
import { z } from "zod";
import type { Archetype, Table } from "../../lib/contracts/archetype.ts";
import { generator } from "../../lib/core/seeds.ts";
import { foldTable } from "../../lib/health/cells.ts";
import { extraCopiesName, findExtraCopies } from "../../lib/health/duplicates.ts";
import { readExtent } from "../../lib/health/extent.ts";
import { tableSql } from "../../lib/health/table_sql.ts";
import { numberedParquet, parquet } from "../../lib/infra/dialect.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { shop } from "./shop.ts";

type Type = Table["columns"][number]["type"];

function keyed({ types, daily }: Pick<Case, "types" | "daily">, loaded: boolean): Table {
  const keys = types.map((type, i) => ({ name: `key_${i}`, type }));
  return {
    name: "fact_keyed",
    kind: "fact",
    columns: [...keys, { name: "loaded_at", type: "TIMESTAMPTZ" }],
    businessKey: keys.map(({ name }) => name),
    foreignKeys: [],
    ...(daily ? { eventTime: { column: "key_0" } } : {}),
    loaded,
  };
}

interface Case {
  readonly title: string;
  readonly types: readonly Type[];
  /** Set where the first column is the event's day. */
  readonly daily?: boolean;
  readonly key: (draw: () => number) => string;
}

/** Extra copies as found, and as a window function over the whole table names them. */
async function copiesOf(table: Table, rows: readonly string[]): Promise<{ found: number[]; expected: number[] }> {
  const file = await Deno.makeTempFile({ suffix: ".parquet" });
  try {
    await using duck = await openDuck();
    const typed = table.columns.map(({ name, type }) => `CAST("${name}" AS ${type}) AS "${name}"`).join(", ");
    const names = table.columns.map(({ name }) => name).join(", ");
    await duck.run(
      `COPY (SELECT ${typed} FROM (VALUES ${rows.join(", ")}) AS v (${names})) TO '${file}' (FORMAT parquet)`,
    );
    const archetype: Archetype = { ...shop, tables: [table] };
    const extent = await readExtent(duck, table, file);
    const sql = tableSql(table, archetype, extent, new Map(), [{ fromUs: 0, offsetUs: 0 }]);
    await foldTable(duck, sql, parquet(file), archetype, 120);
    await findExtraCopies(duck, sql, parquet(file), numberedParquet(file));
    const places = async (query: string) =>
      (await duck.rows(`${query} ORDER BY place`, z.object({ place: z.number() }))).map(({ place }) => place);
    const key = table.businessKey.join(", ");
    const complete = table.businessKey.map((column) => `${column} IS NOT NULL`).join(" AND ");
    return {
      found: await places(`SELECT copy AS place FROM ${extraCopiesName(table)}`),
      expected: await places(`SELECT place FROM (
        SELECT file_row_number AS place,
          row_number() OVER (PARTITION BY ${key} ORDER BY ${
        table.loaded ? "loaded_at NULLS LAST, " : ""
      }file_row_number) AS nth
        FROM ${numberedParquet(file)} WHERE ${complete}) WHERE nth > 1`),
    };
  } finally {
    await Deno.remove(file);
  }
}

const CASES: readonly Case[] = [
  { title: "neighbouring keys", types: ["BIGINT"], key: (draw) => String(Math.floor(draw() * 900)) },
  { title: "negative keys", types: ["INTEGER"], key: (draw) => String(Math.floor(draw() * 900) - 450) },
  {
    title: "sparse keys",
    types: ["BIGINT"],
    key: (draw) => String((BigInt(Math.floor(draw() * 900)) - 450n) * 20_496_382_304_121_724n),
  },
  { title: "keys that come thrice and more", types: ["BIGINT"], key: (draw) => String(Math.floor(draw() * 150)) },
  { title: "null keys", types: ["BIGINT"], key: (draw) => draw() < 0.3 ? "NULL" : String(Math.floor(draw() * 900)) },
  {
    title: "keys of two columns",
    types: ["BIGINT", "INTEGER"],
    key: (draw) => `${Math.floor(draw() * 100)}, ${draw() < 0.1 ? "NULL" : Math.floor(draw() * 8)}`,
  },
  {
    title: "keys of a date and an integer",
    types: ["DATE", "BIGINT"],
    key: (draw) => `'2026-01-0${1 + Math.floor(draw() * 5)}', ${Math.floor(draw() * 200)}`,
  },
  {
    title: "keys of the event's day and an integer",
    types: ["DATE", "BIGINT"],
    daily: true,
    key: (draw) =>
      `${draw() < 0.1 ? "NULL" : `'2026-01-0${1 + Math.floor(draw() * 5)}'`}, ${
        draw() < 0.1 ? "NULL" : Math.floor(draw() * 150)
      }`,
  },
  { title: "a date alone", types: ["DATE"], key: (draw) => `'2026-01-${10 + Math.floor(draw() * 20)}'` },
  { title: "texts", types: ["VARCHAR"], key: (draw) => `'v${Math.floor(draw() * 900)}'` },
];

for (const { title, types, daily = false, key } of CASES) {
  for (const loaded of [true, false]) {
    const name = `${title}${loaded ? "" : ", without loads"}`;
    Deno.test(`findExtraCopies() finds what a window over the whole table finds: ${name}`, async () => {
      const draw = generator(3, title);
      const rows = Array.from({ length: 800 }, () => {
        const minute = String(Math.floor(draw() * 60)).padStart(2, "0");
        return `(${key(draw)}, ${draw() < 0.05 ? "NULL" : `'2026-01-01 00:${minute}:00Z'`})`;
      });
      const { found, expected } = await copiesOf(keyed({ types, daily }, loaded), rows);
      assert.ok(expected.length > 100, `${expected.length} copies`);
      assert.deepEqual(found, expected);
    });
  }
}
