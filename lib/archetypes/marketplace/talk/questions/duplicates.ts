import { CALENDAR_CUTS, lately, numbers, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const duplicates: readonly Asked[] = [
  {
    id: "two_payments",
    tables: ["fact_payment"],
    columns: ["fact_payment.order_id"],
    sql:
      "SELECT count(*) FROM (SELECT order_id FROM fact_payment WHERE captured_at > {period} GROUP BY 1 HAVING count(*) >= {times})",
    wordings: [
      "orders with {times} or more payments {period}",
      "how many orders {period} were captured {times} times or more?",
      "payments {period} stored {times}+ times for one order",
      "count orders {period} that show at least {times} captures",
    ],
    slots: { period: lately("fact_payment", "captured_at"), times: numbers(2, 3, 4) },
  },
  {
    id: "repeated_orders",
    tables: ["fact_order"],
    columns: ["fact_order.order_id"],
    sql:
      "SELECT order_id, count(*) AS n FROM fact_order WHERE order_time > {period} GROUP BY 1 HAVING count(*) > 1 ORDER BY n DESC LIMIT {top}",
    wordings: [
      "top {top} order ids stored more than once {period}",
      "{top} most repeated orders {period}",
      "which {top} orders appear again {period}?",
      "list {top} order ids with copies {period}",
    ],
    slots: { period: lately("fact_order", "order_time"), top: numbers(5, 8, 10, 15, 20, 25, 50) },
  },
  {
    id: "rows_vs_orders",
    tables: ["fact_order"],
    columns: ["fact_order.order_id"],
    sql:
      "SELECT date_trunc({cut}, order_time), count(*), count(DISTINCT order_id) FROM fact_order WHERE order_time > {period} GROUP BY 1",
    wordings: [
      "rows against distinct orders per {cut} {period}",
      "orders by {cut} {period}: rows and unique ids",
      "do order rows equal unique order ids per {cut} {period}?",
      "{cut} total and distinct orders {period}",
    ],
    slots: { period: lately("fact_order", "order_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "gmv_before_after",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.item_price_cents", "fact_order_item.qty"],
    sql:
      "SELECT sum(item_price_cents * qty) / 100.0, (SELECT sum(v) / 100.0 FROM (SELECT any_value(item_price_cents * qty) AS v FROM fact_order_item WHERE loaded_at > {period} GROUP BY order_id, line_id)) FROM fact_order_item WHERE loaded_at > {period} AND qty >= {qty}",
    wordings: [
      "GMV {period} before and after removing repeats, qty {qty} up",
      "raw and cleaned GMV {period} for lines with {qty}+ pieces",
      "what do copies add to GMV {period}? lines of {qty} or more",
      "GMV {period} with each line once, quantity from {qty}",
    ],
    slots: { period: lately("fact_order_item", "loaded_at"), qty: numbers(1, 2, 3) },
  },
  {
    id: "copies_by_load_day",
    tables: ["fact_order"],
    columns: ["fact_order.order_id", "fact_order.loaded_at"],
    sql:
      "SELECT loaded_at::DATE, count(*) - count(DISTINCT order_id) FROM fact_order WHERE loaded_at > {period} AND currency = {currency} GROUP BY 1",
    wordings: [
      "surplus {currency} orders per load date {period}",
      "repeated {currency} order ids by load day {period}",
      "on which load days {period} came copies of {currency} orders?",
      "{currency} copies by date loaded {period}",
    ],
    slots: { period: lately("fact_order", "loaded_at"), currency: values("USD", "GBP", "EUR", "CAD", "AUD") },
  },
  {
    id: "same_line_twice",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.order_id", "fact_order_item.line_id"],
    sql:
      "SELECT count(*) FROM (SELECT order_id, line_id FROM fact_order_item WHERE loaded_at > {period} GROUP BY ALL HAVING count(*) >= {times})",
    wordings: [
      "order lines present {times} times or more {period}",
      "same order and line number at least {times} times {period}",
      "how many order lines {period} exist {times}+ times?",
      "lines {period} with {times} or more copies",
    ],
    slots: { period: lately("fact_order_item", "loaded_at"), times: numbers(2, 3, 4, 5) },
  },
  {
    id: "counted_again",
    tables: ["fact_order"],
    columns: ["fact_order.currency", "fact_order.subtotal_cents"],
    sql:
      "SELECT currency, sum(subtotal_cents) / 100.0 FROM fact_order WHERE order_id IN (SELECT order_id FROM fact_order WHERE order_time > {period} GROUP BY 1 HAVING count(*) >= {times}) GROUP BY 1",
    wordings: [
      "sales by currency on orders counted {times} times or more {period}",
      "order value per currency that is in {times}+ times {period}",
      "money by currency on orders {period} with {times} or more rows",
      "currency totals of orders stored at least {times} times {period}",
    ],
    slots: { period: lately("fact_order", "order_time"), times: numbers(2, 3, 4) },
  },
  {
    id: "snapshot_copies",
    tables: ["snapshot_listing_daily"],
    columns: ["snapshot_listing_daily.ds", "snapshot_listing_daily.listing_id"],
    sql:
      "SELECT ds, count(*) - count(DISTINCT listing_id) FROM snapshot_listing_daily WHERE status = {status} AND ds > (SELECT max(ds) - {days} FROM snapshot_listing_daily) GROUP BY 1",
    wordings: [
      "{status} listings repeated within a snapshot day, last {days} days",
      "snapshot days with the same {status} listing again, {days} days",
      "copies of {status} listings per day over {days} days",
      "is any {status} listing in the snapshot more than once, past {days} days?",
    ],
    slots: {
      status: values("active", ["sold-out", "sold_out"], "expired", "removed"),
      days: numbers(3, 7, 10, 14, 21, 30),
    },
  },
  {
    id: "same_buyer_minute",
    tables: ["fact_order"],
    columns: ["fact_order.buyer_id", "fact_order.subtotal_cents"],
    sql:
      "SELECT count(*) FROM (SELECT buyer_id, subtotal_cents, order_time FROM fact_order WHERE order_time > {period} GROUP BY ALL HAVING count(*) >= {times})",
    wordings: [
      "same buyer, value and minute {times} times or more {period}",
      "look-alike orders {period}: {times}+ in one minute",
      "buyers {period} with {times} equal orders at once",
      "orders {period} entered identically {times} times or more",
    ],
    slots: { period: lately("fact_order", "order_time"), times: numbers(2, 3, 4) },
  },
];
