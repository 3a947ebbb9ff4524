import { CALENDAR_CUTS, lately, numbers, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const revenue: readonly Asked[] = [
  {
    id: "fee_by_category",
    tables: ["fact_payment", "fact_order_item", "dim_listing", "dim_category"],
    columns: ["fact_payment.platform_fee_cents"],
    sql:
      "SELECT c.name, sum(p.platform_fee_cents) / 100.0 FROM fact_payment p JOIN fact_order_item i USING (order_id) JOIN dim_listing l USING (listing_id) JOIN dim_category c USING (category_id) WHERE p.captured_at > {period} GROUP BY 1 ORDER BY 2 DESC LIMIT {top}",
    wordings: [
      "what fee does each category bring {period}? top {top}, with what isn't assigned",
      "which {top} categories earn us the most fee {period}, and which earn nothing?",
      "are we earning a fee in every category? {period}, {top} largest",
      "fee income per category {period}, first {top}, is each mapped to a revenue line?",
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
      "payments we took no fee on per {cut} {period}",
      "how much did we process for free per {cut} {period}?",
      "paid orders per {cut} {period} that earned us nothing",
      "money per {cut} {period} with the fee blank or zero",
    ],
    slots: { period: spanning("fact_payment", "captured_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "fee_pct",
    tables: ["fact_payment"],
    columns: ["fact_payment.platform_fee_cents", "fact_payment.buyer_paid_cents"],
    sql:
      "SELECT date_trunc({cut}, captured_at), sum(platform_fee_cents) * 100.0 / sum(buyer_paid_cents) FROM fact_payment WHERE captured_at > {period} GROUP BY 1",
    wordings: [
      "do we really collect our 12% per {cut} {period}?",
      "are we undercharging? fee as % of paid per {cut} {period}",
      "fee income against volume per {cut} {period}, is some of it not charged?",
      "commission actually earned per {cut} {period}, 12% was agreed",
    ],
    slots: {
      period: spanning("fact_payment", "captured_at"),
      cut: CALENDAR_CUTS,
    },
  },
  {
    id: "currency_left_out",
    tables: ["fact_order", "fact_payment"],
    columns: ["fact_order.currency", "fact_payment.platform_fee_cents"],
    sql:
      "SELECT date_trunc({cut}, o.order_time), sum(p.platform_fee_cents) / 100.0 FROM fact_order o LEFT JOIN fact_payment p USING (order_id) WHERE o.currency = {currency} AND o.order_time > {period} GROUP BY 1",
    wordings: [
      "are fees on {currency} orders in our revenue at all? per {cut} {period}",
      "{currency} orders seem to earn us nothing, fees per {cut} {period}",
      "is {currency} income converted and booked? fees per {cut} {period}",
      "fees from {currency} orders left out of revenue, per {cut} {period}",
    ],
    slots: {
      period: spanning("fact_order", "order_time"),
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
      "orders {period} where we collected over {floor} too little or too much",
      "what doesn't tie to the ledger {period}? gaps over {floor} between order and payment",
      "money missing between order and payment {period}, {floor} or more",
      "how many orders {period} leave over {floor} unexplained against the books?",
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
      "SELECT count(*), sum(i.item_price_cents * i.qty) / 100.0 FROM fact_order_item i JOIN dim_listing l USING (listing_id) WHERE l.category_id IS NULL AND i.loaded_at > {period}",
    wordings: [
      "sales {period} that aren't assigned to any category",
      "how much GMV {period} ends up under unassigned?",
      "revenue {period} on listings nobody mapped to a category",
      "GMV {period} that no category line picks up",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
    },
  },
  {
    id: "shipping_income",
    tables: ["fact_order"],
    columns: ["fact_order.shipping_cents", "fact_order.currency"],
    sql:
      "SELECT date_trunc({cut}, order_time), sum(shipping_cents) / 100.0 FROM fact_order WHERE order_time > {period} AND currency = {currency} GROUP BY 1",
    wordings: [
      "which revenue line takes the shipping buyers pay in {currency}? per {cut} {period}",
      "{currency} shipping charged per {cut} {period} that no line picks up",
      "do we book {currency} shipping as income? per {cut} {period}",
      "shipping money in {currency} per {cut} {period}, where does it go in our P&L?",
    ],
    slots: {
      period: spanning("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "tax_collected",
    tables: ["fact_order"],
    columns: ["fact_order.tax_cents", "fact_order.currency"],
    sql:
      "SELECT currency, sum(tax_cents) / 100.0, count(*) FILTER (WHERE tax_cents = 0) FROM fact_order WHERE order_time > {period} GROUP BY 1",
    wordings: [
      "orders by currency {period} where we collected no tax",
      "tax taken per currency {period}, is any currency missing from the books?",
      "did we fail to charge tax in some currency {period}?",
      "tax booked per currency {period} and the orders that brought none",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
    },
  },
  {
    id: "orders_not_captured",
    tables: ["fact_order", "fact_payment"],
    columns: ["fact_payment.captured_at"],
    sql:
      "SELECT date_trunc({cut}, o.order_time), count(*), sum(o.subtotal_cents) / 100.0 FROM fact_order o LEFT JOIN fact_payment p USING (order_id) WHERE p.captured_at IS NULL AND o.order_time > {period} GROUP BY 1",
    wordings: [
      "money ordered but never collected per {cut} {period}",
      "how much did we fail to capture per {cut} {period}?",
      "value of orders we never got paid for per {cut} {period}",
      "uncollected orders per {cut} {period}, in dollars",
    ],
    slots: { period: spanning("fact_order", "order_time"), cut: CALENDAR_CUTS },
  },
];
