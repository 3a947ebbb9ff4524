import { CALENDAR_CUTS, lately, numbers, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const definitions: readonly Asked[] = [
  {
    id: "gmv_with_shipping",
    tables: ["fact_order"],
    columns: ["fact_order.subtotal_cents"],
    sql:
      "SELECT date_trunc({cut}, order_time), sum(subtotal_cents {rule}) / 100.0 FROM fact_order WHERE order_time > {period} GROUP BY 1",
    wordings: [
      "is our GMV meant {rule}? per {cut} {period}",
      "finance's GMV is higher than mine, try it {rule} per {cut} {period}",
      "which GMV do we report, {rule} or not? {cut} totals {period}",
      "GMV {rule} per {cut} {period}, the deck has another number",
    ],
    slots: {
      period: spanning("fact_order", "order_time"),
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
      "what's the official AOV for {currency} {period}, per order or per payment?",
      "{currency} AOV {period} the way finance calculates it",
      "my {currency} average basket {period} isn't what the dashboard says, divide by orders",
      "how do we define average order value? {currency}, {period}",
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
      "AOV per {cut} {period} divided by captured payments instead of orders",
      "do we average over captured payments or over all? per {cut} {period}",
      "two AOVs in the deck, give me the one per captured payment by {cut} {period}",
      "average paid per {cut} {period} with only captured ones as the base",
    ],
    slots: { period: spanning("fact_payment", "captured_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "take_rate",
    tables: ["fact_payment"],
    columns: ["fact_payment.platform_fee_cents"],
    sql:
      "SELECT date_trunc({cut}, captured_at), sum(platform_fee_cents) * 1.0 / sum({base}) FROM fact_payment WHERE captured_at > {period} GROUP BY 1",
    wordings: [
      "which denominator does take rate use? try {base} per {cut} {period}",
      "take rate per {cut} {period} if you divide by {base}",
      "our take rate differs from the CFO's, per {cut} {period} over {base} please",
      "is take rate the platform fee over {base}? {cut} values {period}",
    ],
    slots: {
      period: spanning("fact_payment", "captured_at"),
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
      "does a shop count as active {period} with one sale over {floor}?",
      "active sellers {period} if the bar is a sale above {floor}",
      "we say active and ops says active, count sellers {period} with a sale over {floor}",
      "how many sellers are active {period} when only sales over {floor} qualify?",
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
      "do {status} shops count towards our seller number? opened {period}, by country",
      "is our seller count by country with or without the {status} ones? opened {period}",
      "what do we mean by open shop, is {status} in? by country, joined {period}",
      "my seller total and ops' differ, is it the {status} ones? by country, joined {period}",
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
      "does live include {status} listings? per day for {days} days",
      "live listings per day over {days} days if {status} ones count too",
      "we all count live listings differently, {status} by day for {days} days please",
      "is a {status} listing live by our definition? daily count, {days} days",
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
      "who counts as an active buyer {period}, anyone with an order over {floor}?",
      "active buyers {period} if orders up to {floor} don't qualify",
      "our active buyer figure {period} isn't growth's figure, use orders over {floor}",
      "which definition gives fewer active buyers {period}? try orders above {floor}",
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
      "how many {day} orders {period} if the day is cut in {zone} time?",
      "my {day} total and the dashboard's differ, is it the clock? orders {period}, {zone}",
      "{day} orders {period} by {zone} midnight",
      "does the report use {zone} days? {day} orders {period} that way",
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
      "what counts as evening? share of payments 5 to 10pm {zone} time {period}",
      "evening share {period} on {zone} time, the ops one looks different",
      "does our evening share use {zone} hours? {period}",
      "evening share {period} with hours taken in {zone}, not where the buyer is",
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
      "how do we define growth? {currency} orders per {cut} {period} against the {cut} before",
      "is growth in {currency} orders meant {cut} over {cut}? {period}",
      "growth says {currency} orders are up and I get down, each {cut} against the one before, {period}",
      "which base for {currency} order growth {period}, the previous {cut}?",
    ],
    slots: {
      period: spanning("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
];
