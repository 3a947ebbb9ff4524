import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const joins: readonly Asked[] = [
  {
    id: "lines_without_listing",
    tables: ["fact_order_item", "dim_listing"],
    columns: ["fact_order_item.listing_id"],
    sql:
      "SELECT date_trunc({cut}, i.loaded_at), count(*) FROM fact_order_item i LEFT JOIN dim_listing l USING (listing_id) WHERE l.listing_id IS NULL AND i.loaded_at > {period} GROUP BY 1",
    wordings: [
      "order lines missing their listing per {cut} {period}",
      "lines with unknown listing by {cut} {period}",
      "how many order lines per {cut} {period} match no listing?",
      "{cut} count of order lines that lose the listing {period}",
    ],
    slots: { period: lately("fact_order_item", "loaded_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "lines_without_seller",
    tables: ["fact_order_item", "dim_seller"],
    columns: ["fact_order_item.seller_id"],
    sql:
      "SELECT count(*), sum(i.item_price_cents * i.qty) / 100.0 FROM fact_order_item i LEFT JOIN dim_seller s USING (seller_id) WHERE s.seller_id IS NULL AND i.loaded_at > {period} AND i.item_price_cents > {floor}",
    wordings: [
      "order lines over {floor} {period} with no seller behind",
      "value of lines above {floor} {period} whose seller is unknown",
      "how many lines over {floor} {period} don't reach a seller?",
      "sellers missing on order lines {period}, items above {floor}",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "null_buyer",
    tables: ["fact_order"],
    columns: ["fact_order.buyer_id"],
    sql:
      "SELECT date_trunc({cut}, order_time), avg((buyer_id IS NULL)::INT) FROM fact_order WHERE order_time > {period} GROUP BY 1",
    wordings: [
      "share of orders with blank buyer id per {cut} {period}",
      "empty buyer ids by {cut} {period}",
      "how often do orders carry no buyer id {period}, by {cut}?",
      "{cut} rate of orders missing buyer id {period}",
    ],
    slots: { period: lately("fact_order", "order_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "null_listing",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.listing_id", "fact_order_item.qty"],
    sql: "SELECT count(*) FROM fact_order_item WHERE listing_id IS NULL AND loaded_at > {period} AND qty >= {qty}",
    wordings: [
      "order lines {period} without listing id, quantity {qty} or more",
      "lines of {qty}+ pieces {period} with listing id empty",
      "how many lines {period} have no listing id, qty from {qty}",
      "blank listing ids {period} on lines with at least {qty} pieces",
    ],
    slots: { period: lately("fact_order_item", "loaded_at"), qty: numbers(1, 2, 3, 4) },
  },
  {
    id: "orders_before_signup",
    tables: ["fact_order", "dim_buyer"],
    columns: ["fact_order.order_time", "dim_buyer.created_at"],
    sql:
      "SELECT count(*) FROM fact_order o JOIN dim_buyer b USING (buyer_id) WHERE o.order_time < b.created_at AND b.country = {country} AND o.order_time > {period}",
    wordings: [
      "{country} orders {period} placed before the buyer signed up",
      "orders {period} older than their {country} buyer",
      "how many {country} buyers ordered before sign-up {period}?",
      "impossible {country} orders {period}: buyer created later",
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
      "SELECT count(*), sum(p.buyer_paid_cents) / 100.0 FROM fact_payment p LEFT JOIN fact_order o USING (order_id) WHERE o.order_id IS NULL AND p.captured_at > {period} AND p.buyer_paid_cents > {floor}",
    wordings: [
      "payments over {floor} {period} that belong to no order",
      "captured money {period} without an order, above {floor}",
      "which payments over {floor} {period} find no order? count",
      "orphan payments {period}, amounts above {floor}",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "listings_by_category_match",
    tables: ["dim_listing", "dim_category"],
    columns: ["dim_listing.category_id"],
    sql:
      "SELECT avg((c.category_id IS NOT NULL)::INT) FROM dim_listing l LEFT JOIN dim_category c USING (category_id) WHERE l.created_at > {period} AND l.status = {status}",
    wordings: [
      "share of {status} listings joined to a category, created {period}",
      "{status} listings {period}: how many find their category",
      "match rate {status} listings to category {period}",
      "what part of {status} listings {period} has a known category?",
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
      "SELECT l.status, count(*) FROM dim_listing l LEFT JOIN dim_seller s USING (seller_id) WHERE s.seller_id IS NULL AND l.created_at > {period} AND l.price_cents > {floor} GROUP BY 1",
    wordings: [
      "listings {period} over {floor} whose seller is gone, by status",
      "listings without a seller {period}, priced above {floor}",
      "status of listings {period} above {floor} with unknown seller",
      "how many listings over {floor} {period} have no shop?",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "chain_to_category",
    tables: ["fact_order_item", "dim_listing", "dim_category"],
    columns: ["dim_listing.category_id"],
    sql:
      "SELECT count(*) FROM fact_order_item i JOIN dim_listing l USING (listing_id) LEFT JOIN dim_category c USING (category_id) WHERE c.category_id IS NULL AND i.loaded_at > {period} AND i.qty >= {qty}",
    wordings: [
      "order lines {period} that reach a listing but no category, qty {qty} up",
      "lines of {qty}+ pieces {period} lost between listing and category",
      "sold lines {period} with listing yet without category, at least {qty} pieces",
      "how many lines {period} (qty {qty}+) end without category",
    ],
    slots: { period: lately("fact_order_item", "loaded_at"), qty: numbers(1, 2, 3, 4) },
  },
];
