import assert from "node:assert/strict";
import { z } from "zod";
import { marketplace } from "../../lib/archetypes/marketplace/mod.ts";
import { offsets } from "../../lib/core/calendar.ts";
import { dateOfDay, localDay } from "../../lib/infra/dialect.ts";
import { type Duck, openDuck } from "../../lib/infra/duck.ts";

const TZ = "America/Los_Angeles";
const CLOCK = offsets(TZ, Date.UTC(2025, 0, 1) * 1000, Date.UTC(2026, 11, 31) * 1000);

/** Tables written by hand, as the metrics see them; times are local. */
async function handWritten(window: readonly [string, string], statements: readonly string[]): Promise<Duck> {
  const duck = await openDuck();
  await duck.run(`SET TimeZone = '${TZ}';
    CREATE MACRO local_day(ts) AS ${dateOfDay(localDay("ts", CLOCK))};
    SET VARIABLE window_from = DATE '${window[0]}';
    SET VARIABLE window_to = DATE '${window[1]}';
    CREATE TABLE first_fact_order (order_id BIGINT, buyer_id BIGINT);
    CREATE TABLE first_fact_order_item (order_id BIGINT, seller_id BIGINT, qty INTEGER, item_price_cents BIGINT);
    CREATE TABLE first_fact_payment (order_id BIGINT, captured_at TIMESTAMPTZ, platform_fee_cents BIGINT);
    CREATE TABLE snapshot_listing_daily (ds DATE, listing_id BIGINT, status VARCHAR)`);
  for (const statement of statements) await duck.run(statement);
  return duck;
}

const KpiRow = z.object({ kpi: z.string(), ds: z.string(), numerator: z.number(), denominator: z.number().nullable() });

async function kpi(duck: Duck, id: string): Promise<unknown[]> {
  const rows = await duck.rows(
    `SELECT kpi, ds::VARCHAR AS ds, numerator, denominator FROM (${marketplace.kpiSql}) WHERE kpi = '${id}' ORDER BY ds`,
    KpiRow,
  );
  return rows.map((r) => r.denominator === null ? [r.ds, r.numerator] : [r.ds, r.numerator, r.denominator]);
}

/** Buyer 7 orders on March 1, 10 and April 20, buyer 8 on March 2; order 4 is not captured, 5 lost its items. */
const SHOP = [
  "INSERT INTO first_fact_order VALUES (1, 7), (2, 8), (3, 7), (4, 9), (5, NULL), (6, 7)",
  `INSERT INTO first_fact_order_item VALUES
    (1, 70, 2, 1000), (1, 70, 1, 500), (2, 71, 1, 4000), (3, 70, 1, 300), (4, 72, 1, 9999), (6, 71, 1, 100)`,
  `INSERT INTO first_fact_payment VALUES
    (1, '2026-03-01 23:59', 300), (2, '2026-03-02 00:00', 480), (3, '2026-03-10 12:00', 36), (4, NULL, 1200),
    (5, '2026-03-02 09:00', 50), (6, '2026-04-20 12:00', 12)`,
  `INSERT INTO snapshot_listing_daily VALUES
    ('2026-03-01', 1, 'active'), ('2026-03-01', 2, 'sold_out'), ('2026-03-02', 1, 'active'), ('2026-03-02', 2, 'active')`,
];

Deno.test("kpiSql counts captured orders on the local day of capture", async () => {
  await using duck = await handWritten(["2026-03-01", "2026-04-30"], SHOP);
  assert.deepEqual(await kpi(duck, "gmv"), [
    ["2026-03-01", 2500],
    ["2026-03-02", 4000],
    ["2026-03-10", 300],
    ["2026-04-20", 100],
  ]);
  assert.deepEqual(await kpi(duck, "orders"), [
    ["2026-03-01", 1],
    ["2026-03-02", 2],
    ["2026-03-10", 1],
    ["2026-04-20", 1],
  ]);
  assert.deepEqual((await kpi(duck, "net_revenue"))[1], ["2026-03-02", 530]);
});

Deno.test("kpiSql makes ratios of orders known on both sides", async () => {
  await using duck = await handWritten(["2026-03-01", "2026-04-30"], SHOP);
  assert.deepEqual((await kpi(duck, "take_rate"))[1], ["2026-03-02", 480, 4000]);
  assert.deepEqual((await kpi(duck, "aov"))[1], ["2026-03-02", 4000, 1]);
});

Deno.test("kpiSql keeps a buyer and a seller active for 30 days after each order, and counts them once", async () => {
  await using duck = await handWritten(["2026-03-01", "2026-04-30"], SHOP);
  assert.deepEqual(await kpi(duck, "active_buyers_30d"), [
    ["2026-03-01", 1],
    ["2026-03-02", 2],
    ["2026-03-10", 2],
    ["2026-04-01", 1], // 30 days after March 2: buyer 8 is gone
    ["2026-04-09", 0], // 30 days after March 10: buyer 7 is gone
    ["2026-04-20", 1],
  ]);
  assert.deepEqual(await kpi(duck, "active_sellers_30d"), await kpi(duck, "active_buyers_30d"));
});

Deno.test("kpiSql counts the listings that are live on each day", async () => {
  await using duck = await handWritten(["2026-03-01", "2026-04-30"], SHOP);
  assert.deepEqual(await kpi(duck, "live_listings"), [["2026-03-01", 1], ["2026-03-02", 2]]);
});

Deno.test("kpiSql yields nothing from nothing", async () => {
  await using duck = await handWritten(["2026-03-01", "2026-04-30"], []);
  assert.deepEqual(await duck.rows(marketplace.kpiSql, KpiRow), []);
});

const MetricRow = z.object({
  metric: z.string(),
  ds: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
});

/** What the guardrail finds where each of `times` is the time of `each` payments. */
async function eveningWindow(times: readonly string[], each: number): Promise<unknown[]> {
  const payments = times.flatMap((at) => Array<string>(each).fill(at));
  const values = payments.map((at, i) => `(${i}, '${at}', 0)`).join(", ");
  await using duck = await handWritten(
    ["2026-03-07", "2026-03-09"],
    payments.length === 0 ? [] : [`INSERT INTO first_fact_payment VALUES ${values}`],
  );
  const [guardrail] = marketplace.guardrails;
  const variables = guardrail!.variables!({
    marketplace: { evening_window: { min_share_pct: 50, min_days_pct: 85 } },
    invoice_aggregates: { slos: { missing_pct: 0, on_time_pct: 0, dup_key_pct: 0, p95_payment_lag_min: 0 } },
  });
  for (const [name, value] of Object.entries(variables)) await duck.set(name, value);
  const rows = await duck.rows(
    `SELECT * REPLACE (ds::VARCHAR AS ds) FROM (${guardrail!.sql}) ORDER BY metric, ds`,
    MetricRow,
  );
  return rows.map((r) => [r.metric, r.ds, r.numerator, r.denominator, r.value]);
}

Deno.test("evening window runs from 17:00 to 22:00 on the local clock, on the day of 23 hours too", async () => {
  const payments = [
    "2026-03-06 18:00", // before the window of days
    ...["2026-03-07 16:59", "2026-03-07 17:00", "2026-03-07 21:59", "2026-03-07 22:00"],
    ...["2026-03-08 00:30", "2026-03-08 03:00", "2026-03-08 16:59", "2026-03-08 17:00"],
    ...["2026-03-09 21:59", "2026-03-09 23:59"],
  ];
  assert.deepEqual(await eveningWindow(payments, 150), [
    ["daily_share_pct", "2026-03-07", 300, 600, 50],
    ["daily_share_pct", "2026-03-08", 150, 600, 25],
    ["daily_share_pct", "2026-03-09", 150, 300, 50],
    ["days_pct", null, 2, 3, 200 / 3],
    ["overall_share_pct", null, 600, 1500, 40],
  ]);
});

Deno.test("evening window judges no day of fewer than 300 payments", async () => {
  assert.deepEqual(await eveningWindow(["2026-03-07 17:00", "2026-03-08 12:00", "2026-03-08 13:00"], 299), [
    ["daily_share_pct", "2026-03-07", 299, 299, 100],
    ["daily_share_pct", "2026-03-08", 0, 598, 0],
    ["days_pct", null, 0, 1, 0],
    ["overall_share_pct", null, 299, 897, 100 / 3],
  ]);
});

Deno.test("evening window has no value without payments", async () => {
  assert.deepEqual(await eveningWindow([], 1), [
    ["days_pct", null, 0, 0, null],
    ["overall_share_pct", null, null, null, null],
  ]);
});
