/** Money behind every gap of a marketplace of some rows, against what was counted by hand. */
import assert from "node:assert/strict";
import { archetypeById } from "../../lib/archetypes/mod.ts";
import { inTables, money } from "./worlds.ts";

const marketplace = archetypeById("marketplace");

const ROWS: Readonly<Record<string, string>> = {
  dim_buyer: "(1, '2026-01-01 20:00Z', 'US'), (2, '2026-01-01 20:00Z', 'US')",
  dim_seller: "(1, '2026-01-01 20:00Z', 'US', 'open'), (2, '2026-01-01 20:00Z', 'US', 'open')",
  dim_category: "(1, 'Art', NULL), (2, 'Prints', 1)",
  // Listing 2 has no category, listing 3 a seller who is not there.
  dim_listing: `(1, 1, 2, '2026-02-01 20:00Z', 'active', 6000), (2, 2, NULL, '2026-02-01 20:00Z', 'active', 2000),
    (3, 9, 2, '2026-02-01 20:00Z', 'active', 5000)`,
  // Order 4 is of 31 May, local; order 2 has no buyer.
  fact_order: `(1, 1, '2026-06-10 19:00Z', 'USD', 10000, 900, 600, 0, '2026-06-10 19:10Z'),
    (2, NULL, '2026-07-01 04:50Z', 'USD', 5000, 300, 200, 0, '2026-07-01 05:00Z'),
    (3, 1, '2026-06-12 19:00Z', 'USD', 3333, 0, 0, 0, '2026-06-12 19:10Z'),
    (4, 2, '2026-06-01 04:50Z', 'USD', 400, 0, 0, 0, '2026-06-01 05:00Z')`,
  // The first line of order 1 came twice; the last item has neither an order, nor a listing, nor a seller.
  fact_order_item: `(1, 1, 1, 1, 1, 6000, '2026-06-10 19:10Z'), (1, 1, 1, 1, 1, 6000, '2026-06-10 19:40Z'),
    (1, 2, 2, 2, 2, 2000, '2026-06-10 19:10Z'), (2, 1, 3, 9, 1, 5000, '2026-07-01 05:00Z'),
    (3, 1, 1, 2, 1, 3333, '2026-06-12 19:10Z'), (99, 1, NULL, NULL, 1, 1000, '2026-06-12 19:10Z')`,
  // Order 3 was never paid; payment 98 has no order; the second load of payment 1 is three hours late.
  fact_payment: `(1, '2026-06-10 19:05Z', 11500, 9400, 1200, '2026-06-10 19:10Z'),
    (1, '2026-06-10 19:05Z', 11500, 9400, 1200, '2026-06-10 22:05Z'),
    (2, '2026-07-01 05:00Z', 5500, 4600, 600, '2026-07-01 05:10Z'),
    (4, '2026-06-01 05:00Z', 400, 350, 50, '2026-06-01 05:10Z'),
    (98, '2026-06-20 19:00Z', 700, 623, 77, '2026-06-20 19:10Z')`,
  snapshot_listing_daily: "('2026-06-10', 1, 'active')",
};

/**
 * Order 1 brings 1,200 (its lines 720 and 480), order 2 600. Order 3 would bring 12 % of 3,333: 400. The item without an
 * order would bring 1,000 × 2,200 / 18,333 = 120.
 */
const MONEY: Readonly<Record<string, readonly [low: number, mid: number, high: number]>> = {
  "join_keys_orphans:dim_category.parent_id": [0, 0, 0],
  "join_keys_orphans:dim_listing.seller_id": [600, 600, 600],
  "join_keys_orphans:dim_listing.category_id": [0, 0, 480],
  "join_keys_orphans:fact_order.buyer_id": [0, 0, 600],
  "join_keys_orphans:fact_order_item.order_id": [120, 120, 120],
  "join_keys_orphans:fact_order_item.listing_id": [0, 0, 120],
  "join_keys_orphans:fact_order_item.seller_id": [600, 600, 720],
  "join_keys_orphans:fact_payment.order_id": [77, 77, 77],
  "freshness_ingest_lag:fact_order": [0, 0, 0],
  "freshness_ingest_lag:fact_order_item": [0, 0, 0],
  // One of the two rows of 10 June is late; the first of them is behind the money.
  "freshness_ingest_lag:fact_payment": [0, 0, 1200],
  "duplicates_dedup:fact_order": [0, 0, 0],
  "duplicates_dedup:fact_order_item": [720, 720, 1440],
  "duplicates_dedup:fact_payment": [1200, 1200, 2400],
  "revenue_coverage_mapping:fact_payment.order_id": [0, 0, 77],
  "revenue_coverage_mapping:fact_order.buyer_id": [600, 600, 600],
  "revenue_coverage_mapping:fact_order_item.order_id": [0, 0, 120],
  "revenue_coverage_mapping:fact_order_item.listing_id": [120, 120, 120],
  "revenue_coverage_mapping:fact_order_item.seller_id": [120, 120, 720],
  "revenue_coverage_mapping:fact_order.order_id": [400, 400, 400],
  // The item of order 3 names seller 2, its listing seller 1.
  "attribution_funnel_gaps:fact_order_item.listing_id": [120, 600, 1000],
  "attribution_funnel_gaps:fact_order_item.seller_id": [120, 720, 1120],
  // 1,877 captured; 3,077 with the copy; 1,877 gross; 1,327 by UTC day (payment 4 for payment 2); 1,800 by the day of the
  // order; 1,800 / 15,000 of the 17,000 that buyers paid: 2,040. The eighth of fifteen differences is 550.
  "metric_definition_mismatch:fact_payment": [0, 550, 1750],
};

Deno.test("risks() sums the fees that were counted by hand behind each gap", async () => {
  await inTables(marketplace, ROWS, async (session) => {
    assert.deepEqual(await money(session, marketplace), MONEY);
    assert.equal((await session.windowRevenue()).cents, 1_877);
    const shares = await session.tableRevenueShares();
    assert.equal(shares.get("fact_payment"), 1);
    assert.equal(shares.get("dim_seller"), (720 + 480 + 400) / 1_877);
    assert.equal(shares.get("snapshot_listing_daily"), 0);
  });
});

Deno.test("items of an order without value share nothing, and nothing divides by zero", async () => {
  const free = {
    fact_order: "(1, 1, '2026-06-10 19:00Z', 'USD', 0, 0, 0, 0, '2026-06-10 19:10Z')",
    fact_order_item: "(1, 1, 1, 1, 1, 0, '2026-06-10 19:10Z'), (99, 1, 1, 1, 1, 500, '2026-06-10 19:10Z')",
  };
  await inTables(marketplace, free, async (session) => {
    const found = await money(session, marketplace);
    assert.deepEqual(new Set(Object.values(found).flat()), new Set([0]));
  });
});
