import assert from "node:assert/strict";
import { archetypeById, archetypes } from "../../lib/archetypes/mod.ts";
import type { Archetype } from "../../lib/contracts/archetype.ts";
import type { Theme } from "../../lib/contracts/demand.ts";
import { THEMES } from "../../lib/contracts/demand.ts";
import { candidates } from "../../lib/evidence/candidates.ts";
import { medianMonthSql } from "../../lib/evidence/revenue.ts";
import { wholeMonthsUntil } from "../../lib/evidence/months.ts";
import { ADDED_COLUMNS } from "../../lib/evidence/views.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { z } from "zod";
import { shop } from "../health/shop.ts";
import { toy } from "../support/toy/mod.ts";
import { SLOS } from "./worlds.ts";

function subjects(archetype: Archetype, theme: Theme): string[] {
  return candidates(archetype, SLOS).filter((candidate) => candidate.theme === theme)
    .map(({ subject: { table, column, parent } }) =>
      `${table}.${column ?? "*"}${parent === null ? "" : ` -> ${parent}`}`
    );
}

Deno.test("candidates() follow from what an archetype declares", () => {
  assert.deepEqual(subjects(toy, "join_keys_orphans"), [
    "dim_stop.line_id -> dim_line",
    "fact_ride.stop_id -> dim_stop",
  ]);
  assert.deepEqual(subjects(toy, "freshness_ingest_lag"), ["fact_ride.*"]);
  assert.deepEqual(subjects(toy, "duplicates_dedup"), ["fact_ride.*"]);
  assert.deepEqual(subjects(toy, "revenue_coverage_mapping"), ["fact_ride.stop_id"]);
  assert.deepEqual(subjects(toy, "attribution_funnel_gaps"), []);
  assert.deepEqual(subjects(toy, "metric_definition_mismatch"), ["fact_ride.*"]);
  assert.deepEqual(subjects(toy, "access_permissions_pii"), ["dim_line.*", "dim_stop.*", "fact_ride.*"]);
  assert.deepEqual(subjects(toy, "new_field_schema_request"), ["dim_line.*", "dim_stop.*", "fact_ride.*"]);
});

Deno.test("candidates() of a company that does not say how it earns hold no money", () => {
  const found = candidates(shop, SLOS);
  assert.ok(found.length > 20);
  for (const { id, money, basis } of found) {
    assert.equal(money, null, id);
    assert.ok(basis.length > 0, id);
  }
});

for (const archetype of [...archetypes, toy]) {
  Deno.test(`candidates() of ${archetype.id} have names of their own and subjects that exist`, () => {
    const found = candidates(archetype, SLOS);
    assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
    const figures = found.flatMap(({ figures }) => figures.map(({ id }) => id));
    assert.equal(new Set(figures).size, figures.length);
    for (const { id, subject } of found) {
      const table = archetype.tables.find(({ name }) => name === subject.table);
      assert.ok(table !== undefined, id);
      assert.ok(subject.column === null || table.columns.some(({ name }) => name === subject.column), id);
    }
    if (archetype !== toy) assert.deepEqual(new Set(found.map(({ theme }) => theme)), new Set(THEMES));
  });

  Deno.test(`${archetype.id} declares no column that the views of evidence add`, () => {
    const taken = new Set<string>([...ADDED_COLUMNS, "revenue_cents"]);
    const clash = archetype.tables.flatMap(({ columns }) => columns.filter(({ name }) => taken.has(name)));
    assert.deepEqual(clash, []);
  });
}

function sqlOf(figure: string): string {
  const figures = candidates(archetypeById("neobank"), SLOS).flatMap(({ figures }) => figures);
  return figures.find(({ id }) => id === figure)!.sql;
}

Deno.test("the SQL of a figure reads as it stands", () => {
  assert.equal(
    sqlOf("join_keys_orphans:fact_card_transaction.card_id/money_mid"),
    `SELECT CAST(coalesce(sum(r.revenue_cents), 0) AS BIGINT)
FROM "revenue_fact_card_transaction" AS r
LEFT JOIN (
  SELECT "card_id" AS parent_key, min("activated_at") AS since FROM "dim_card"
  WHERE "card_id" IN (SELECT "card_id" FROM "revenue_fact_card_transaction") GROUP BY 1
) AS p ON p.parent_key = r."card_id"
WHERE r.copy = 1 AND ((r."card_id" IS NOT NULL AND p.parent_key IS NULL) OR r.event_at < p.since)`,
  );
  assert.equal(
    sqlOf("freshness_ingest_lag:fact_card_transaction/lag_p95_min"),
    `SELECT round(quantile_cont(r.lag_us, 0.95) / 60000000, 6)
FROM "window_fact_card_transaction" AS r`,
  );
  assert.equal(
    sqlOf("duplicates_dedup:fact_subscription_invoice/dup_key_pct"),
    `SELECT round(100 * CAST(count(*) FILTER (WHERE r.copy > 1) AS DOUBLE) / nullif(count(*), 0), 6)
FROM "window_fact_subscription_invoice" AS r`,
  );
});

Deno.test("medianMonthSql() takes the months that lie wholly after the first revenue", async () => {
  await using duck = await openDuck();
  const median = async (days: string): Promise<number | null> => {
    await duck.run(`CREATE OR REPLACE TEMP TABLE daily_revenue AS
      SELECT * FROM (VALUES ${days}) AS d (ds, cents) WHERE ds IS NOT NULL`);
    const sql = `SELECT (${medianMonthSql(wholeMonthsUntil("2026-06-30", 3))}) AS cents`;
    return (await duck.row(sql, z.object({ cents: z.number().nullable() }))).cents;
  };
  const june = "(DATE '2026-06-01', 700), (DATE '2026-06-30', 200)";
  assert.equal(
    await median(`(DATE '2026-04-01', 300), (DATE '2026-05-15', 500), ${june}, (DATE '2026-07-01', 9)`),
    500,
  );
  // Nothing came in during May, and April is not whole: of 0 and 900 the lesser.
  assert.equal(await median(`(DATE '2026-04-02', 300), ${june}`), 0);
  assert.equal(await median("(DATE '2026-06-02', 300)"), null);
  assert.equal(await median("(CAST(NULL AS DATE), 300)"), null);
});
