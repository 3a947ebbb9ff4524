/** What of the schema each theme is about. */
import type { Theme } from "../../../contracts/demand.ts";
import type { TalkSubject } from "../../../contracts/talk.ts";

type Named = readonly [table: string, column?: string, parent?: string];

const BY_THEME: Readonly<Record<Theme, readonly Named[]>> = {
  metric_definition_mismatch: [
    ["fact_order", "subtotal_cents"],
    ["fact_order", "discount_cents"],
    ["fact_order", "order_time"],
    ["fact_order", "currency"],
    ["fact_order"],
    ["fact_order_item", "qty"],
    ["fact_order_item", "item_price_cents"],
    ["fact_payment", "captured_at"],
    ["fact_payment", "buyer_paid_cents"],
    ["dim_seller", "shop_status"],
    ["dim_listing", "status"],
    ["snapshot_listing_daily", "status"],
    ["dim_buyer", "created_at"],
  ],
  join_keys_orphans: [
    ["fact_order_item", "listing_id", "dim_listing"],
    ["fact_order_item", "seller_id", "dim_seller"],
    ["fact_order_item", "order_id", "fact_order"],
    ["fact_order", "buyer_id", "dim_buyer"],
    ["fact_payment", "order_id", "fact_order"],
    ["dim_listing", "category_id", "dim_category"],
    ["dim_listing", "seller_id", "dim_seller"],
    ["snapshot_listing_daily", "listing_id", "dim_listing"],
  ],
  freshness_ingest_lag: [
    ["fact_order", "loaded_at"],
    ["fact_order"],
    ["fact_order_item", "loaded_at"],
    ["fact_order_item"],
    ["fact_payment", "loaded_at"],
    ["fact_payment"],
    ["snapshot_listing_daily"],
    ["dim_listing"],
  ],
  duplicates_dedup: [
    ["fact_order", "order_id"],
    ["fact_order"],
    ["fact_payment", "order_id"],
    ["fact_payment"],
    ["fact_order_item", "line_id"],
    ["fact_order_item"],
    ["snapshot_listing_daily"],
    ["dim_listing", "listing_id"],
  ],
  access_permissions_pii: [
    ["dim_buyer"],
    ["dim_buyer", "country"],
    ["dim_seller"],
    ["dim_seller", "shop_status"],
    ["fact_payment", "seller_earnings_cents"],
    ["fact_payment", "buyer_paid_cents"],
    ["fact_payment"],
    ["fact_order"],
  ],
  new_field_schema_request: [
    ["fact_order"],
    ["fact_order_item"],
    ["fact_payment"],
    ["dim_listing"],
    ["dim_seller"],
    ["dim_buyer"],
    ["dim_category"],
    ["snapshot_listing_daily"],
  ],
  revenue_coverage_mapping: [
    ["fact_payment", "platform_fee_cents"],
    ["fact_payment"],
    ["fact_order", "currency"],
    ["fact_order", "shipping_cents"],
    ["fact_order", "tax_cents"],
    ["dim_listing", "category_id"],
    ["dim_category", "parent_id"],
  ],
  attribution_funnel_gaps: [
    ["dim_buyer"],
    ["dim_buyer", "created_at"],
    ["fact_order"],
    ["fact_order", "order_time"],
    ["dim_seller", "created_at"],
    ["dim_listing", "created_at"],
  ],
};

export const subjects: readonly TalkSubject[] = Object.entries(BY_THEME).flatMap(([theme, named]) =>
  named.map(([table, column = null, parent = null]) => ({ theme: theme as Theme, table, column, parent }))
);
