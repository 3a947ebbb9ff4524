import assert from "node:assert/strict";
import { marketplaceWorld, number } from "./marketplace_world.ts";

/** Queries that count rows breaking a rule; none may, before defects. */
const VIOLATIONS: Readonly<Record<string, string>> = {
  "listings older than their seller": `SELECT count(*) AS n FROM base_dim_listing l
    LEFT JOIN base_dim_seller s USING (seller_id) WHERE s.created_at IS NULL OR l.created_at < s.created_at`,
  "listings outside the leaves": `SELECT count(*) AS n FROM base_dim_listing l
    LEFT JOIN base_dim_category c USING (category_id) WHERE c.parent_id IS NULL`,
  "orders older than their buyer": `SELECT count(*) AS n FROM base_fact_order o
    LEFT JOIN base_dim_buyer b USING (buyer_id) WHERE b.created_at IS NULL OR o.order_time < b.created_at`,
  "lines older than their listing": `SELECT count(*) AS n FROM base_fact_order_item i
    LEFT JOIN base_fact_order o USING (order_id) LEFT JOIN base_dim_listing l USING (listing_id)
    WHERE o.order_id IS NULL OR l.created_at IS NULL OR o.order_time < l.created_at`,
  "lines of a listing that is not on offer that day": `SELECT count(*) AS n FROM base_fact_order_item i
    LEFT JOIN base_snapshot_listing_daily s ON s._day = i._day AND s.listing_id = i.listing_id
    WHERE s.status IS DISTINCT FROM 'active'`,
  "lines with another seller than their listing's": `SELECT count(*) AS n FROM base_fact_order_item i
    JOIN base_dim_listing l USING (listing_id) WHERE i.seller_id <> l.seller_id`,
  "orders of several sellers": `SELECT count(*) AS n FROM (
    SELECT order_id FROM base_fact_order_item GROUP BY order_id HAVING count(DISTINCT seller_id) > 1)`,
  "orders without lines": "SELECT count(*) AS n FROM base_fact_order ANTI JOIN base_fact_order_item USING (order_id)",
  "subtotals that are not the sum of the lines": `SELECT count(*) AS n FROM base_fact_order
    JOIN (SELECT order_id, sum(qty * item_price_cents) AS lines FROM base_fact_order_item GROUP BY order_id)
    USING (order_id) WHERE lines <> subtotal_cents`,
  "orders without exactly one payment": `SELECT count(*) AS n FROM (
    SELECT o.order_id FROM base_fact_order o LEFT JOIN base_fact_payment p USING (order_id)
    GROUP BY o.order_id HAVING count(p.order_id) <> 1)`,
  "payments before their order or on another local day": `SELECT count(*) AS n FROM base_fact_payment p
    JOIN base_fact_order o USING (order_id)
    WHERE captured_at < order_time OR captured_at > order_time + INTERVAL 6 HOUR OR p._day <> o._day
      OR (timezone('America/Los_Angeles', captured_at))::DATE <> (timezone('America/Los_Angeles', order_time))::DATE`,
  "payments that do not add up": `SELECT count(*) AS n FROM base_fact_payment JOIN base_fact_order USING (order_id)
    WHERE buyer_paid_cents <> subtotal_cents - discount_cents + shipping_cents + tax_cents
      OR seller_earnings_cents <> buyer_paid_cents - tax_cents - platform_fee_cents OR seller_earnings_cents < 0`,
  "fees outside 12 % ± 0.6": `SELECT count(*) AS n FROM base_fact_payment JOIN base_fact_order USING (order_id)
    WHERE abs(platform_fee_cents - 0.12 * subtotal_cents) > 0.006 * subtotal_cents + 0.5`,
  "snapshots before their listing": `SELECT count(*) AS n FROM base_snapshot_listing_daily s
    JOIN base_dim_listing l USING (listing_id) WHERE s._day < l._day OR s._temporal`,
  "listings without a snapshot on the day they came": `SELECT count(*) AS n FROM base_dim_listing l
    LEFT JOIN base_snapshot_listing_daily s ON s.listing_id = l.listing_id AND s._day = l._day
    WHERE l._day >= 0 AND s.status IS DISTINCT FROM 'active'`,
  "listings whose last snapshot is not their status": `SELECT count(*) AS n FROM base_dim_listing l
    LEFT JOIN (FROM base_snapshot_listing_daily WHERE _day = 545) s USING (listing_id)
    WHERE coalesce(s.status, 'removed') <> l.status`,
  "rows whose local day is not their time's": `SELECT count(*) AS n FROM (
      SELECT _at, _day FROM base_fact_order UNION ALL SELECT _at, _day FROM base_fact_payment
      UNION ALL SELECT _at, _day FROM base_dim_listing WHERE _day >= 0
      UNION ALL (SELECT _at, _day FROM base_snapshot_listing_daily LIMIT 300000))
    WHERE (timezone('America/Los_Angeles', at_us(_at)))::DATE - DATE '2025-01-01' <> _day`,
};

/** Keys are dense and follow the time that facts must not precede. */
const KEYS: Readonly<Record<string, string>> = {
  base_dim_buyer: "buyer_id",
  base_dim_seller: "seller_id",
  base_dim_category: "category_id",
  base_dim_listing: "listing_id",
  base_fact_order: "order_id",
};

Deno.test("marketplace breaks no rule before defects", async (t) => {
  await using duck = await marketplaceWorld();
  for (const [rule, sql] of Object.entries(VIOLATIONS)) {
    await t.step(rule, async () => assert.equal(await number(duck, sql), 0));
  }
  for (const [relation, key] of Object.entries(KEYS)) {
    await t.step(`${relation} is dense, in order of time`, async () => {
      const sql = `SELECT count(*) AS n FROM (SELECT ${key} AS key, _row, row_number() OVER () - 1 AS place, _at,
        lag(_at) OVER () AS before FROM ${relation}) WHERE key <> _row + 1 OR place <> _row OR before > _at`;
      assert.equal(await number(duck, sql), 0);
    });
  }
});

Deno.test("marketplace holds together when it is tiny", async () => {
  const sizes = { buyers: 20, sellers: 3, listings: 25 };
  await using duck = await marketplaceWorld({ sizes, orders: 400, months: 2 });
  for (const [rule, sql] of Object.entries(VIOLATIONS)) {
    if (!rule.includes("last snapshot") && !rule.includes("local day is")) {
      assert.equal(await number(duck, sql), 0, rule);
    }
  }
  assert.ok(await number(duck, "SELECT count(*) AS n FROM base_fact_order") > 0);
});
