import assert from "node:assert/strict";
import { marketplaceWorld, number } from "./marketplace_world.ts";

/** Measured on the clean relations; the source of each interval is the domain reference, section 2. */
const MIXES: readonly (readonly [what: string, sql: string, low: number, high: number])[] = [
  ["orders", "SELECT count(*) AS n FROM base_fact_order", 70_000, 72_000],
  ["lines an order", "SELECT count(*) / count(DISTINCT order_id) AS n FROM base_fact_order_item", 1.34, 1.4],
  [
    "orders of one line",
    `SELECT avg((lines = 1)::INT) AS n FROM (SELECT count(*) AS lines FROM base_fact_order_item GROUP BY order_id)`,
    0.77,
    0.79,
  ],
  ["longest order", "SELECT max(line_id)::INT AS n FROM base_fact_order_item", 8, 8],
  ["lines of one piece", "SELECT avg((qty = 1)::INT) AS n FROM base_fact_order_item", 0.89, 0.92],
  ["average order, dollars", "SELECT avg(subtotal_cents) / 100 AS n FROM base_fact_order", 46, 68],
  [
    "take rate",
    `SELECT (SELECT sum(platform_fee_cents) FROM base_fact_payment) / sum(subtotal_cents) AS n FROM base_fact_order`,
    0.1195,
    0.1205,
  ],
  [
    "weekend factor",
    `SELECT (count(*) FILTER (weekday >= 5) / 2) / (count(*) FILTER (weekday < 5) / 5) AS n
      FROM base_fact_order JOIN days USING (_day)`,
    1.15,
    1.45,
  ],
  [
    "last quarter of the year",
    `SELECT avg((ds >= DATE '2025-10-01')::INT) AS n FROM base_fact_order JOIN days USING (_day) WHERE year(ds) = 2025`,
    0.28,
    0.33,
  ],
  [
    "captured in the evening",
    `SELECT avg((hour(timezone('America/Los_Angeles', captured_at)) BETWEEN 17 AND 21)::INT) AS n FROM base_fact_payment`,
    0.3,
    0.32,
  ],
  [
    "captured within five minutes",
    `SELECT avg((captured_at <= order_time + INTERVAL 5 MINUTE)::INT) AS n
      FROM base_fact_payment JOIN base_fact_order USING (order_id)`,
    0.965,
    0.975,
  ],
  ["discounted", "SELECT avg((discount_cents > 0)::INT) AS n FROM base_fact_order", 0.23, 0.26],
  [
    "discounted in Cyber week",
    `SELECT avg((discount_cents > 0)::INT) AS n FROM base_fact_order JOIN days USING (_day)
      WHERE ds BETWEEN DATE '2025-11-28' AND DATE '2025-12-01'`,
    0.5,
    0.6,
  ],
  ["shipped free", "SELECT avg((shipping_cents = 0)::INT) AS n FROM base_fact_order", 0.36, 0.48],
  [
    "taxed in the US",
    `SELECT avg((tax_cents > 0)::INT) AS n FROM base_fact_order JOIN base_dim_buyer USING (buyer_id) WHERE country = 'US'`,
    0.9,
    0.94,
  ],
  ["dollars", "SELECT avg((currency = 'USD')::INT) AS n FROM base_fact_order", 0.6, 0.69],
  [
    "dimension rows before the period",
    "SELECT avg((_day < 0)::INT) AS n FROM (FROM creation)",
    0.6,
    0.65,
  ],
  [
    "orders a buyer and month",
    `SELECT avg(orders) AS n FROM (SELECT count(o.order_id) AS orders
      FROM base_dim_buyer b LEFT JOIN base_fact_order o ON o.buyer_id = b.buyer_id AND o._day BETWEEN 151 AND 180
      WHERE b._day < 151 GROUP BY b.buyer_id)`,
    0.72,
    0.9,
  ],
  [
    "buyers without an order in a month",
    `SELECT avg((orders = 0)::INT) AS n FROM (SELECT count(o.order_id) AS orders
      FROM base_dim_buyer b LEFT JOIN base_fact_order o ON o.buyer_id = b.buyer_id AND o._day BETWEEN 151 AND 180
      WHERE b._day < 151 GROUP BY b.buyer_id)`,
    0.55,
    0.63,
  ],
  ["listings a seller, mean", "SELECT count(*) / 800 AS n FROM base_dim_listing", 25, 25],
  [
    "listings a seller, median",
    "SELECT median(listings) AS n FROM (SELECT count(*) AS listings FROM base_dim_listing GROUP BY seller_id)",
    7,
    13,
  ],
  [
    "sales of the top tenth of sellers",
    `SELECT sum(n) FILTER (place <= 80) / sum(n) AS n FROM (SELECT count(*) AS n, row_number() OVER (ORDER BY count(*) DESC) AS place
      FROM base_fact_order_item GROUP BY seller_id)`,
    0.33,
    0.6,
  ],
  [
    "listings that never sold",
    "SELECT 1 - count(DISTINCT listing_id) / 20000 AS n FROM base_fact_order_item",
    0.25,
    0.45,
  ],
  [
    "sales of the top hundredth of listings",
    `SELECT sum(n) FILTER (place <= 200) / sum(n) AS n FROM (SELECT count(*) AS n, row_number() OVER (ORDER BY count(*) DESC) AS place
      FROM base_fact_order_item GROUP BY listing_id)`,
    0.27,
    0.4,
  ],
  ["snapshot rows", "SELECT count(*) AS n FROM base_snapshot_listing_daily", 7_200_000, 8_000_000],
  [
    "active on the last day, of all listings",
    "SELECT avg((status = 'active')::INT) AS n FROM base_dim_listing",
    0.58,
    0.66,
  ],
  ["removed by the last day", "SELECT avg((status = 'removed')::INT) AS n FROM base_dim_listing", 0.2, 0.27],
];

Deno.test("marketplace follows its reference figures", async (t) => {
  await using duck = await marketplaceWorld();
  for (const [what, sql, low, high] of MIXES) {
    await t.step(what, async () => {
      const n = await number(duck, sql);
      assert.ok(n >= low && n <= high, `${what}: found ${n}, wanted ${low} to ${high}`);
    });
  }
  await t.step("category shares of listings and orders", async () => {
    const sql = (relation: string, slots: string): string =>
      `WITH found AS (SELECT parent_id, count(*) / sum(count(*)) OVER () AS share FROM ${relation} GROUP BY parent_id),
        wanted AS (SELECT parent_id, sum(${slots}) / 10000 AS share FROM ref_category GROUP BY parent_id)
      SELECT max(abs(f.share - w.share)) AS n FROM found f JOIN wanted w USING (parent_id)`;
    const categorised = "base_dim_listing JOIN ref_category USING (category_id)";
    assert.ok(await number(duck, sql(categorised, "listing_slots")) < 0.02);
    const first = `(FROM base_fact_order_item WHERE line_id = 1) JOIN base_dim_listing USING (listing_id)
      JOIN ref_category USING (category_id)`;
    assert.ok(await number(duck, sql(first, "order_slots")) < 0.01);
  });
});
