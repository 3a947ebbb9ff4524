import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const revenue: readonly Asked[] = [
  {
    id: "fee_by_category",
    tables: ["fact_payment", "fact_order_item", "dim_listing", "dim_category"],
    columns: ["fact_payment.platform_fee_cents"],
    sql:
      "SELECT c.name, sum(p.platform_fee_cents) / 100.0 FROM fact_payment p JOIN fact_order_item i USING (order_id) JOIN dim_listing l USING (listing_id) JOIN dim_category c USING (category_id) WHERE p.captured_at > {period} GROUP BY 1 ORDER BY 2 DESC LIMIT {top}",
    wordings: [
      "platform fee by category {period}, top {top}",
      "top {top} categories by fee {period}",
      "which {top} categories bring the most platform fee {period}?",
      "fee per category {period}, first {top} rows",
    ],
    slots: { period: lately("fact_payment", "captured_at"), top: numbers(5, 8, 10, 15, 20, 25, 50) },
  },
  {
    id: "missing_fee",
    tables: ["fact_payment"],
    columns: ["fact_payment.platform_fee_cents"],
    sql:
      "SELECT date_trunc({cut}, captured_at), count(*), sum(buyer_paid_cents) / 100.0 FROM fact_payment WHERE coalesce(platform_fee_cents, 0) = 0 AND captured_at > {period} GROUP BY 1",
    wordings: [
      "payments without a platform fee per {cut} {period}",
      "captured money {period} with no fee, by {cut}",
      "how much did we process for free {period}? per {cut}",
      "{cut} volume {period} where the fee is zero or blank",
    ],
    slots: { period: lately("fact_payment", "captured_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "fee_pct",
    tables: ["fact_payment"],
    columns: ["fact_payment.platform_fee_cents", "fact_payment.buyer_paid_cents"],
    sql:
      "SELECT date_trunc({cut}, captured_at), sum(platform_fee_cents) * 100.0 / sum(buyer_paid_cents) FROM fact_payment WHERE captured_at > {period} AND buyer_paid_cents > {floor} GROUP BY 1",
    wordings: [
      "fee % per {cut} {period} on payments over {floor}",
      "percent fee by {cut} {period}, above {floor}",
      "do we earn our 12% per {cut} {period} on payments over {floor}?",
      "{cut} effective fee {period}, payments above {floor}",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
      cut: CALENDAR_CUTS,
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "currency_left_out",
    tables: ["fact_order", "fact_payment"],
    columns: ["fact_order.currency", "fact_payment.platform_fee_cents"],
    sql:
      "SELECT date_trunc({cut}, o.order_time), sum(p.platform_fee_cents) / 100.0 FROM fact_order o LEFT JOIN fact_payment p USING (order_id) WHERE o.currency = {currency} AND o.order_time > {period} GROUP BY 1",
    wordings: [
      "fees on {currency} orders per {cut} {period}",
      "are {currency} orders in net revenue? fee by {cut} {period}",
      "{currency} fee income per {cut} {period}",
      "what do {currency} orders earn us by {cut} {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "ledger_identity",
    tables: ["fact_payment", "fact_order"],
    columns: ["fact_payment.buyer_paid_cents", "fact_order.subtotal_cents"],
    sql:
      "SELECT count(*) FROM fact_payment p JOIN fact_order o USING (order_id) WHERE abs(p.buyer_paid_cents - o.subtotal_cents + o.discount_cents - o.shipping_cents - o.tax_cents) > {floor} AND o.order_time > {period}",
    wordings: [
      "orders {period} where paid and order total differ by over {floor}",
      "variance above {floor} between payment and order {period}",
      "ledger check {period}: paid amount off by more than {floor}",
      "how many orders {period} don't tie to the payment within {floor}?",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "unmapped_category",
    tables: ["fact_order_item", "dim_listing"],
    columns: ["dim_listing.category_id"],
    sql:
      "SELECT count(*), sum(i.item_price_cents * i.qty) / 100.0 FROM fact_order_item i JOIN dim_listing l USING (listing_id) WHERE l.category_id IS NULL AND i.loaded_at > {period} AND i.item_price_cents > {floor}",
    wordings: [
      "sales {period} not mapped to a category, items over {floor}",
      "revenue {period} on listings without category, above {floor}",
      "value of lines over {floor} {period} in no category",
      "how much GMV {period} has no category? items above {floor}",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "shipping_income",
    tables: ["fact_order"],
    columns: ["fact_order.shipping_cents", "fact_order.currency"],
    sql:
      "SELECT date_trunc({cut}, order_time), sum(shipping_cents) / 100.0 FROM fact_order WHERE order_time > {period} AND currency = {currency} GROUP BY 1",
    wordings: [
      "shipping money on {currency} orders per {cut} {period}, which line takes it?",
      "{currency} shipping charged by {cut} {period}",
      "{cut} shipping income {period}, {currency}",
      "shipping collected in {currency} per {cut} {period} and not assigned",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "tax_collected",
    tables: ["fact_order"],
    columns: ["fact_order.tax_cents", "fact_order.currency"],
    sql:
      "SELECT currency, sum(tax_cents) / 100.0, count(*) FILTER (WHERE tax_cents = 0) FROM fact_order WHERE order_time > {period} AND subtotal_cents > {floor} GROUP BY 1",
    wordings: [
      "tax collected by currency {period}, orders over {floor}",
      "orders over {floor} {period} without tax, per currency",
      "untaxed orders {period} above {floor} by currency",
      "tax per currency {period} on baskets over {floor}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "orders_not_captured",
    tables: ["fact_order", "fact_payment"],
    columns: ["fact_payment.captured_at"],
    sql:
      "SELECT date_trunc({cut}, o.order_time), count(*), sum(o.subtotal_cents) / 100.0 FROM fact_order o LEFT JOIN fact_payment p USING (order_id) WHERE p.captured_at IS NULL AND o.order_time > {period} GROUP BY 1",
    wordings: [
      "orders never captured per {cut} {period}",
      "money ordered and not collected by {cut} {period}",
      "{cut} value of orders {period} without captured payment",
      "how much do we fail to capture per {cut} {period}?",
    ],
    slots: { period: lately("fact_order", "order_time"), cut: CALENDAR_CUTS },
  },
];
