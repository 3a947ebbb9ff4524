import { CALENDAR_CUTS, lately, spanning, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const joins: readonly Asked[] = [
  {
    id: "lines_without_listing",
    tables: ["fact_order_item", "dim_listing"],
    columns: ["fact_order_item.listing_id"],
    sql:
      "SELECT date_trunc({cut}, i.loaded_at), count(*) FROM fact_order_item i LEFT JOIN dim_listing l USING (listing_id) WHERE l.listing_id IS NULL AND i.loaded_at > {period} GROUP BY 1",
    wordings: [
      "order lines per {cut} {period} whose listing can't be found",
      "how many lines per {cut} {period} point to a listing that doesn't exist?",
      "order lines that match no listing per {cut} {period}",
      "order lines per {cut} {period} that lose their listing on the way",
    ],
    slots: { period: spanning("fact_order_item", "loaded_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "lines_without_seller",
    tables: ["fact_order_item", "dim_seller"],
    columns: ["fact_order_item.seller_id"],
    sql:
      "SELECT count(*), sum(i.item_price_cents * i.qty) / 100.0 FROM fact_order_item i LEFT JOIN dim_seller s USING (seller_id) WHERE s.seller_id IS NULL AND i.loaded_at > {period}",
    wordings: [
      "order lines {period} with a seller id nobody knows",
      "how much was sold {period} by sellers we can't look up?",
      "order lines {period} that don't lead to any seller",
      "value of lines {period} whose seller isn't in the seller list",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
    },
  },
  {
    id: "null_buyer",
    tables: ["fact_order"],
    columns: ["fact_order.buyer_id"],
    sql:
      "SELECT date_trunc({cut}, order_time), avg((buyer_id IS NULL)::INT) FROM fact_order WHERE order_time > {period} GROUP BY 1",
    wordings: [
      "share of orders with an empty buyer id per {cut} {period}",
      "how often is the buyer missing on orders? per {cut} {period}",
      "orders without any buyer on them per {cut} {period}",
      "is buyer id blank more often lately? per {cut} {period}",
    ],
    slots: { period: spanning("fact_order", "order_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "null_listing",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.listing_id"],
    sql: "SELECT count(*) FROM fact_order_item WHERE listing_id IS NULL AND loaded_at > {period}",
    wordings: [
      "order lines {period} that came without a listing id",
      "how many lines {period} have the listing id blank?",
      "lines {period} where the id is empty, so we can't tell which listing sold",
      "empty listing ids in order lines {period}",
    ],
    slots: { period: lately("fact_order_item", "loaded_at") },
  },
  {
    id: "orders_before_signup",
    tables: ["fact_order", "dim_buyer"],
    columns: ["fact_order.order_time", "dim_buyer.created_at"],
    sql:
      "SELECT count(*) FROM fact_order o JOIN dim_buyer b USING (buyer_id) WHERE o.order_time < b.created_at AND b.country = {country} AND o.order_time > {period}",
    wordings: [
      "{country} orders {period} dated before the buyer even signed up",
      "how can {country} buyers have ordered before they existed? {period}",
      "{country} orders {period} older than their own buyer",
      "impossible dates, {country} orders {period} ahead of sign-up",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
  {
    id: "payments_without_order",
    tables: ["fact_payment", "fact_order"],
    columns: ["fact_payment.order_id"],
    sql:
      "SELECT count(*), sum(p.buyer_paid_cents) / 100.0 FROM fact_payment p LEFT JOIN fact_order o USING (order_id) WHERE o.order_id IS NULL AND p.captured_at > {period}",
    wordings: [
      "payments {period} that belong to no order",
      "how much did we capture {period} for orders we can't find?",
      "payments {period} whose order id leads nowhere",
      "payments {period} pointing to an order that isn't there",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
    },
  },
  {
    id: "listings_by_category_match",
    tables: ["dim_listing", "dim_category"],
    columns: ["dim_listing.category_id"],
    sql:
      "SELECT avg((c.category_id IS NOT NULL)::INT) FROM dim_listing l LEFT JOIN dim_category c USING (category_id) WHERE l.created_at > {period} AND l.status = {status}",
    wordings: [
      "share of {status} listings created {period} that find their category",
      "{status} listings created {period} in a category that doesn't exist",
      "how many {status} listings {period} don't match the category tree?",
      "match rate between {status} listings and categories, created {period}",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
      status: values("active", ["sold-out", "sold_out"], "expired", "removed"),
    },
  },
  {
    id: "listing_seller_orphans",
    tables: ["dim_listing", "dim_seller"],
    columns: ["dim_listing.seller_id"],
    sql:
      "SELECT l.status, count(*) FROM dim_listing l LEFT JOIN dim_seller s USING (seller_id) WHERE s.seller_id IS NULL AND l.created_at > {period} GROUP BY 1",
    wordings: [
      "listings created {period} whose seller is gone, by status",
      "listings {period} that belong to a shop we don't know",
      "which listings {period} point at a deleted seller? by status",
      "listings {period} left without a shop behind them",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
    },
  },
  {
    id: "chain_to_category",
    tables: ["fact_order_item", "dim_listing", "dim_category"],
    columns: ["dim_listing.category_id"],
    sql:
      "SELECT count(*) FROM fact_order_item i JOIN dim_listing l USING (listing_id) LEFT JOIN dim_category c USING (category_id) WHERE c.category_id IS NULL AND i.loaded_at > {period}",
    wordings: [
      "order lines {period} that reach a listing but get lost before the category",
      "sold items {period} with a listing whose category id leads nowhere",
      "where does the chain from line to listing to category break {period}?",
      "order lines {period} we can't match to a category because the link is dead",
    ],
    slots: { period: lately("fact_order_item", "loaded_at") },
  },
];
