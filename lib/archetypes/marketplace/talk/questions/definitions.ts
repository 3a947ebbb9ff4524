import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const definitions: readonly Asked[] = [
  {
    id: "gmv_with_shipping",
    tables: ["fact_order"],
    columns: ["fact_order.subtotal_cents"],
    sql:
      "SELECT date_trunc({cut}, order_time), sum(subtotal_cents {rule}) / 100.0 FROM fact_order WHERE order_time > {period} GROUP BY 1",
    wordings: [
      "GMV per {cut} {period} {rule}",
      "is GMV {rule}? {cut} totals {period}",
      "order value by {cut} {period}, {rule}",
      "{cut} GMV {rule} {period}",
      "what is our GMV {period} per {cut} if taken {rule}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      rule: spoken(["with shipping", "+ shipping_cents"], ["net of discounts", "- discount_cents"], [
        "with tax",
        "+ tax_cents",
      ], ["before discounts", "+ 0"]),
    },
  },
  {
    id: "aov_basis",
    tables: ["fact_order"],
    columns: ["fact_order.subtotal_cents", "fact_order.currency"],
    sql: "SELECT avg(subtotal_cents) / 100.0 FROM fact_order WHERE order_time > {period} AND currency = {currency}",
    wordings: [
      "AOV {period} for {currency} orders, per order not per payment",
      "average order value {currency} {period}",
      "what is AOV {period} on {currency} baskets?",
      "{currency} AOV {period}, placed orders as base",
      "how do we define mean basket in {currency} {period}",
    ],
    slots: { period: lately("fact_order", "order_time"), currency: values("USD", "GBP", "EUR", "CAD", "AUD") },
  },
  {
    id: "aov_per_payment",
    tables: ["fact_payment"],
    columns: ["fact_payment.buyer_paid_cents", "fact_payment.captured_at"],
    sql:
      "SELECT date_trunc({cut}, captured_at), avg(buyer_paid_cents) / 100.0 FROM fact_payment WHERE captured_at > {period} GROUP BY 1",
    wordings: [
      "average paid per captured payment by {cut} {period}",
      "AOV {period} by {cut} using captured payments",
      "{cut} AOV {period} if we divide by payments",
      "AOV captured only or all? captured per {cut} {period}",
    ],
    slots: { period: lately("fact_payment", "captured_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "take_rate",
    tables: ["fact_payment"],
    columns: ["fact_payment.platform_fee_cents"],
    sql:
      "SELECT date_trunc({cut}, captured_at), sum(platform_fee_cents) * 1.0 / sum({base}) FROM fact_payment WHERE captured_at > {period} GROUP BY 1",
    wordings: [
      "take rate per {cut} {period} over {base}",
      "platform fee divided by {base} by {cut} {period}",
      "which base has our take rate? try {base}, {cut} {period}",
      "{cut} take rate {period} with {base} below the line",
      "how high is take rate by {cut} {period} on {base}",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
      cut: CALENDAR_CUTS,
      base: spoken(["buyer paid", "buyer_paid_cents"], ["seller earnings", "seller_earnings_cents"], [
        "fee plus earnings",
        "(platform_fee_cents + seller_earnings_cents)",
      ]),
    },
  },
  {
    id: "active_sellers_rule",
    tables: ["fact_order_item", "fact_order"],
    columns: ["fact_order_item.seller_id"],
    sql:
      "SELECT count(DISTINCT i.seller_id) FROM fact_order_item i JOIN fact_order o USING (order_id) WHERE o.order_time > {period} AND i.item_price_cents * i.qty > {floor}",
    wordings: [
      "active sellers {period}: a sale above {floor} counts",
      "sellers with one sale over {floor} {period}",
      "active sellers by which rule? with sales over {floor} {period}",
      "how many shops sold something over {floor} {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "open_shops",
    tables: ["dim_seller"],
    columns: ["dim_seller.shop_status", "dim_seller.country"],
    sql: "SELECT country, count(*) FROM dim_seller WHERE shop_status = {status} AND created_at > {period} GROUP BY 1",
    wordings: [
      "{status} shops opened {period} by country",
      "do {status} shops count as sellers? by country, opened {period}",
      "{status} sellers per country, joined {period}",
      "definition check: {status} shops from {period} by country",
    ],
    slots: {
      period: lately("dim_seller", "created_at"),
      status: values("active", "closed", "suspended", ["vacationing", "vacation"]),
    },
  },
  {
    id: "live_listings",
    tables: ["snapshot_listing_daily"],
    columns: ["snapshot_listing_daily.status", "snapshot_listing_daily.ds"],
    sql:
      "SELECT ds, count(*) FROM snapshot_listing_daily WHERE status = {status} AND ds > (SELECT max(ds) - {days} FROM snapshot_listing_daily) GROUP BY ds",
    wordings: [
      "does live include {status} listings? per day, last {days} days",
      "count {status} ones as live listings, daily over {days} days",
      "live means {status}? daily listings for {days} days",
      "live listings by snapshot rule {status}, past {days} days",
    ],
    slots: {
      status: values("active", ["sold-out", "sold_out"], "expired", "removed"),
      days: numbers(7, 10, 14, 21, 28, 30, 60),
    },
  },
  {
    id: "active_buyers",
    tables: ["fact_order"],
    columns: ["fact_order.buyer_id"],
    sql: "SELECT count(DISTINCT buyer_id) FROM fact_order WHERE order_time > {period} AND subtotal_cents > {floor}",
    wordings: [
      "active buyers {period}, one order over {floor}",
      "distinct buyers {period} with orders above {floor}",
      "who is an active buyer {period}? orders over {floor}",
      "buyers {period}, baskets above {floor} only",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "weekend_days",
    tables: ["fact_order"],
    columns: ["fact_order.order_time"],
    sql:
      "SELECT count(*) FROM fact_order WHERE order_time > {period} AND date_part('dow', order_time AT TIME ZONE {zone}) = {day}",
    wordings: [
      "{day} orders {period} if days are cut in {zone} time",
      "which clock for {day} orders {period}? take {zone}",
      "{zone} days: how many {day} orders {period}?",
      "does {day} shift in {zone} time? orders {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      zone: spoken(["UTC", "'UTC'"], ["Pacific", "'America/Los_Angeles'"]),
      day: spoken(["Saturday", "6"], ["Sunday", "0"], ["Monday", "1"], ["Friday", "5"]),
    },
  },
  {
    id: "evening_share",
    tables: ["fact_payment"],
    columns: ["fact_payment.captured_at"],
    sql:
      "SELECT avg((date_part('hour', captured_at AT TIME ZONE {zone}) BETWEEN 17 AND 21)::INT) FROM fact_payment WHERE captured_at > {period}",
    wordings: [
      "evening share {period}, five to ten {zone} time",
      "share of captures between 17 and 22 {zone} {period}",
      "evening payments {period}, defined by {zone} hours",
      "what counts as evening {period}? captured 5 to 10pm {zone}",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
      zone: spoken(["UTC", "'UTC'"], ["Pacific", "'America/Los_Angeles'"], ["Eastern", "'America/New_York'"], [
        "London",
        "'Europe/London'",
      ]),
    },
  },
  {
    id: "orders_change",
    tables: ["fact_order"],
    columns: ["fact_order.currency"],
    sql:
      "SELECT date_trunc({cut}, order_time) AS t, count(*) AS n, lag(count(*)) OVER (ORDER BY date_trunc({cut}, order_time)) AS before FROM fact_order WHERE order_time > {period} AND currency = {currency} GROUP BY 1",
    wordings: [
      "{currency} orders per {cut} {period} against the {cut} before",
      "{cut} over {cut} change of {currency} orders {period}",
      "compare {currency} order count with previous {cut} {period}",
      "how do {currency} orders move from {cut} to {cut} {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
];
