import assert from "node:assert/strict";
import { z } from "zod";
import { neobank } from "../../lib/archetypes/neobank/mod.ts";
import { measure } from "../../lib/health/measure.ts";
import { type Duck, openDuck } from "../../lib/infra/duck.ts";
import { recount } from "../../tools/audit/recount.ts";
import { measuring, TZ } from "../../tools/standard_world.ts";
import { generated } from "../support/generate.ts";

/** A view for each table of a folder. */
async function viewsOf(duck: Duck, folder: string): Promise<void> {
  for (const { name } of neobank.tables) {
    await duck.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet('${folder}/${name}.parquet')`);
  }
}

async function numbers(duck: Duck, sql: string): Promise<Record<string, number>> {
  return await duck.row(sql, z.record(z.string(), z.number()));
}

function within(value: number | undefined, low: number, high: number, what: string): void {
  assert.ok(value !== undefined && value >= low && value <= high, `${what}: ${value}, wanted ${low} to ${high}`);
}

Deno.test("a clean neobank", async (t) => {
  await using world = await generated(neobank, { quality: "clean" });
  await using duck = await openDuck();
  await viewsOf(duck, world.data);

  await t.step("has no violation", async () => {
    const { keys, tables } = await recount(duck, world.data, neobank.tables, TZ);
    assert.deepEqual(keys.map((k) => k.nulls + k.missing + k.temporal), keys.map(() => 0));
    assert.deepEqual(tables.map((x) => x.duplicates), tables.map(() => 0));
  });

  await t.step("spends as the reference says: ticket, channels, outcomes, interchange", async () => {
    const mix = await numbers(
      duck,
      `SELECT avg(amount_cents) AS mean, median(amount_cents) AS median, avg((channel = 'ecommerce')::INTEGER) AS online,
        avg((auth_result = 'captured')::INTEGER) AS captured, avg((auth_result = 'reversed')::INTEGER) AS reversed,
        sum(amount_cents * interchange_bps) / sum(amount_cents) AS bps, min(interchange_bps) FILTER (channel <> 'atm') AS least,
        max(interchange_bps) AS most
      FROM fact_card_transaction`,
    );
    within(mix["mean"], 3_500, 3_900, "mean ticket, cents");
    within(mix["median"], 1_780, 1_940, "median ticket, cents");
    within(mix["online"], 0.33, 0.35, "share online");
    within(mix["captured"], 0.955, 0.975, "share captured");
    within(mix["reversed"], 0.006, 0.01, "share reversed");
    within(mix["bps"], 135, 165, "spend-weighted interchange");
    within(mix["least"], 20, 300, "least interchange");
    within(mix["most"], 20, 300, "most interchange");
  });

  await t.step("uses cash machines in notes, and pumps within their limits", async () => {
    const odd = await numbers(
      duck,
      `SELECT count(*) FILTER (channel = 'atm' AND (amount_cents % 2000 <> 0 OR interchange_bps <> 0)) AS cash,
        count(*) FILTER (mcc = 5542 AND amount_cents NOT BETWEEN 500 AND 12500) AS pump,
        count(*) FILTER (mcc IN (5815, 4899) AND amount_cents % 100 <> 99) AS price_points
      FROM fact_card_transaction JOIN dim_merchant USING (merchant_id)`,
    );
    assert.deepEqual(odd, { cash: 0, pump: 0, price_points: 0 });
  });

  await t.step("rests a third of its cards in a month", async () => {
    const { used } = await numbers(
      duck,
      `SELECT count(DISTINCT card_id) / (SELECT count(*) FROM dim_card WHERE activated_at < '2026-05-01') AS used
      FROM fact_card_transaction WHERE event_time >= '2026-05-01' AND event_time < '2026-06-01'`,
    );
    within(used, 0.6, 0.76, "cards used in May");
  });

  await t.step("bills premium subscribers once a period, and is paid as the reference says", async () => {
    const bills = await numbers(
      duck,
      `SELECT count(*) AS n, avg((paid_at IS NULL)::INTEGER) AS unpaid,
        avg((paid_at <= period_start + INTERVAL 3 DAY)::INTEGER) AS in_time,
        count(*) - count(DISTINCT (customer_id, period_start)) AS twice, count(*) FILTER (period_end <= period_start) AS odd
      FROM fact_subscription_invoice`,
    );
    within(bills["n"], 1_180, 1_440, "invoices");
    within(bills["unpaid"], 0.02, 0.055, "unpaid");
    within(bills["in_time"], 0.93, 1, "of those paid, in time");
    assert.deepEqual([bills["twice"], bills["odd"]], [0, 0]);
  });

  await t.step("counts active customers by bits of days as a plain distinct count does", async () => {
    const { rows } = await measure(duck, measuring(neobank, world.data));
    // The first day, days about the edges of 32-day words and of the clock changes, and the last day.
    for (
      const ds of ["2025-01-01", "2025-01-30", "2025-01-31", "2025-03-09", "2025-11-02", "2026-02-28", "2026-06-30"]
    ) {
      const { n } = await numbers(
        duck,
        `SELECT count(DISTINCT a.customer_id) AS n
        FROM fact_card_transaction t JOIN dim_card c USING (card_id) JOIN dim_account a USING (account_id)
        WHERE t.auth_result = 'captured'
          AND (t.event_time AT TIME ZONE '${TZ}')::DATE BETWEEN DATE '${ds}' - 29 AND DATE '${ds}'`,
      );
      const found = rows.find((r) => r.metric === "active_customers_30d" && r.grain === "day" && r.ds === ds);
      assert.equal(found?.value, n, ds);
    }
  });
});
