/** Platform fees: one payment an order, shared among its items. */
import type { DefinedKpi, RevenueModel } from "../../contracts/revenue.ts";
import dailySql from "./revenue/daily.sql" with { type: "text" };
import orderSql from "./revenue/order.sql" with { type: "text" };
import orderItemSql from "./revenue/order_item.sql" with { type: "text" };
import paymentSql from "./revenue/payment.sql" with { type: "text" };

function fees(rows: string): string {
  return `SELECT CAST(coalesce(sum(t.platform_fee_cents), 0) AS BIGINT) FROM ${rows}`;
}

const payments = "window_fact_payment AS t WHERE";

const netRevenue: DefinedKpi = {
  title: "Net revenue",
  table: "fact_payment",
  definitions: [
    { title: "captured fees, each payment once", sql: fees(`${payments} t.copy = 1 AND t.captured_at IS NOT NULL`) },
    { title: "captured fees, repeated loads included", sql: fees(`${payments} t.captured_at IS NOT NULL`) },
    { title: "gross: fees not captured included", sql: fees(`${payments} t.copy = 1`) },
    {
      title: "captured fees, by UTC day",
      sql: fees(`first_fact_payment AS t
  WHERE t.captured_at >= getvariable('utc_start') AND t.captured_at < getvariable('utc_end')`),
    },
    {
      title: "captured fees, by the day of the order",
      sql: fees(`first_fact_payment AS t WHERE t.captured_at IS NOT NULL
  AND t.order_id IN (SELECT o.order_id FROM window_fact_order AS o)`),
    },
    {
      title: "the fee's share of all that buyers paid, tax and shipping included",
      // The rate is fees over subtotals; buyers paid more than the subtotal.
      sql: `SELECT CAST(coalesce((2 * sum(t.platform_fee_cents) * sum(t.buyer_paid_cents) + sum(o.subtotal_cents))
    // nullif(2 * sum(o.subtotal_cents), 0), 0) AS BIGINT)
  FROM window_fact_payment AS t
  JOIN (SELECT order_id, max(subtotal_cents) AS subtotal_cents FROM window_fact_order GROUP BY order_id) AS o
    ON o.order_id = t.order_id
  WHERE t.copy = 1 AND t.captured_at IS NOT NULL`,
    },
  ],
};

const UNPAID =
  `NOT EXISTS (SELECT 1 FROM fact_payment AS p WHERE p.order_id = r.order_id AND p.captured_at IS NOT NULL)`;
const UNDERPAID = `EXISTS (SELECT 1 FROM fact_payment AS p WHERE p.order_id = r.order_id
    AND p.buyer_paid_cents < r.subtotal_cents - r.discount_cents + r.shipping_cents + r.tax_cents)`;

const HAS_CATEGORY = `EXISTS (SELECT 1 FROM dim_listing AS l JOIN dim_category AS c ON c.category_id = l.category_id
    WHERE l.listing_id = r.listing_id)`;
const HAS_SELLER = "EXISTS (SELECT 1 FROM dim_seller AS s WHERE s.seller_id = r.seller_id)";
const OTHER_SELLER =
  "EXISTS (SELECT 1 FROM dim_listing AS l WHERE l.listing_id = r.listing_id AND l.seller_id <> r.seller_id)";

export const revenue: RevenueModel = {
  dailySql,
  sources: [
    { table: "fact_payment", sql: paymentSql },
    { table: "fact_order", sql: orderSql },
    { table: "fact_order_item", sql: orderItemSql },
    { table: "dim_buyer", from: [{ table: "fact_order", column: "buyer_id" }] },
    { table: "dim_seller", from: [{ table: "fact_order_item", column: "seller_id" }] },
    { table: "dim_listing", from: [{ table: "fact_order_item", column: "listing_id" }] },
    { table: "dim_category", from: [{ table: "dim_listing", column: "category_id" }] },
  ],
  keys: [
    { table: "fact_payment", column: "order_id" },
    { table: "fact_order", column: "buyer_id" },
    { table: "fact_order_item", column: "order_id" },
    { table: "fact_order_item", column: "listing_id" },
    { table: "fact_order_item", column: "seller_id" },
  ],
  coverage: [{
    table: "fact_order",
    column: "order_id",
    title: "orders without a captured payment",
    low: `r.counted_ds < getvariable('window_to') AND ${UNPAID}`,
    mid: UNPAID,
    high: `(${UNPAID} OR ${UNDERPAID})`,
    basis: "low: unpaid for a day; mid: unpaid; high: also paid less than what was ordered",
  }],
  attribution: [
    {
      table: "fact_order_item",
      column: "listing_id",
      title: "items without a category",
      low: "r.listing_id IS NULL",
      mid: `NOT ${HAS_CATEGORY}`,
      high: `(NOT ${HAS_CATEGORY} OR ${OTHER_SELLER})`,
      basis:
        "low: no listing stands in the row; mid: nor does a category stand behind it; high: also items whose listing is another seller's",
    },
    {
      table: "fact_order_item",
      column: "seller_id",
      title: "items without a seller",
      low: "r.seller_id IS NULL",
      mid: `NOT ${HAS_SELLER}`,
      high: `(NOT ${HAS_SELLER} OR ${OTHER_SELLER})`,
      basis:
        "low: no seller stands in the row; mid: nor is the seller known; high: also items whose listing is another seller's",
    },
  ],
  kpis: [netRevenue],
};
