import assert from "node:assert/strict";
import { z } from "zod";
import { HOUR_US } from "../../lib/core/calendar.ts";
import { createLookup, parentLookups } from "../../lib/health/parents.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { shop, tables } from "./shop.ts";

Deno.test("createLookup() holds the earliest date of a parent whose time is a DATE", async () => {
  const [store] = tables;
  const dated = {
    ...store!,
    columns: store!.columns.map((column) =>
      column.name === "opened_at" ? { ...column, type: "DATE" as const } : column
    ),
  };
  const changed = { ...shop, tables: [dated, ...tables.slice(1)] };
  const lookup = parentLookups(changed).find(({ parent, key }) => parent.name === "dim_store" && key === "store_id")!;
  assert.deepEqual(lookup.times, [{ column: "opened_at", unit: "date" }]);
  await using duck = await openDuck();
  await duck.run(`CREATE TABLE stores AS SELECT * FROM (VALUES
    (1, DATE '2026-03-08'), (1, DATE '2026-03-07'), (3, DATE '2026-01-01'), (NULL, DATE '2020-01-01')
  ) AS t(store_id, opened_at)`);
  const { name, dense } = await createLookup(
    duck,
    lookup,
    "stores",
    [{ fromUs: 0, offsetUs: -8 * HOUR_US }],
  );
  assert.equal(dense, null);
  const rows = await duck.rows(
    `SELECT "key", CAST(opened_at_date AS VARCHAR) AS opened FROM ${name} ORDER BY "key"`,
    z.strictObject({ key: z.number(), opened: z.string() }),
  );
  assert.deepEqual(rows, [{ key: 1, opened: "2026-03-07" }, { key: 3, opened: "2026-01-01" }]);
});
