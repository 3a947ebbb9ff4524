import { CALENDAR_CUTS, lately, numbers, spanning, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const duplicates: readonly Asked[] = [
  {
    id: "two_payments",
    tables: ["fact_payment"],
    columns: ["fact_payment.order_id"],
    sql:
      "SELECT count(*) FROM (SELECT order_id FROM fact_payment WHERE captured_at > {period} GROUP BY 1 HAVING count(*) >= {times})",
    wordings: [
      "which orders were charged {times} or more times {period}?",
      "orders {period} with {times}+ payments stored for them",
      "did any order get captured {times} times or more {period}?",
      "is the same payment in there {times}+ times for one order {period}?",
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
      "top {top} order ids that show up more than once {period}",
      "which {top} orders are stored again and again {period}?",
      "{top} worst cases of one order sitting in the table several times {period}",
      "list {top} order ids with extra copies {period}",
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
      "do we have more order rows than order ids? per {cut} {period}",
      "order rows against distinct order ids per {cut} {period}",
      "how many order rows per {cut} {period} are just copies?",
      "one order should be one row, is that so per {cut} {period}?",
    ],
    slots: { period: spanning("fact_order", "order_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "gmv_before_after",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.item_price_cents", "fact_order_item.qty"],
    sql:
      "SELECT sum(item_price_cents * qty) / 100.0, (SELECT sum(v) / 100.0 FROM (SELECT any_value(item_price_cents * qty) AS v FROM fact_order_item WHERE loaded_at > {period} GROUP BY order_id, line_id)) FROM fact_order_item WHERE loaded_at > {period}",
    wordings: [
      "how much GMV {period} is counted more than once?",
      "GMV {period} before and after dropping repeated lines",
      "how much do repeated order lines add to GMV {period}?",
      "is our GMV {period} inflated by lines that were loaded again?",
    ],
    slots: { period: lately("fact_order_item", "loaded_at") },
  },
  {
    id: "copies_by_load_day",
    tables: ["fact_order"],
    columns: ["fact_order.order_id", "fact_order.loaded_at"],
    sql:
      "SELECT loaded_at::DATE, count(*) - count(DISTINCT order_id) FROM fact_order WHERE loaded_at > {period} AND currency = {currency} GROUP BY 1",
    wordings: [
      "on which load days did {currency} orders get written again {period}?",
      "{currency} orders that arrived a second time, by load day {period}",
      "extra copies of {currency} orders per load date {period}",
      "when were {currency} orders loaded twice {period}?",
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
      "order lines that exist {times} times or more {period}",
      "same order, same line number, {times}+ rows {period}",
      "how many order lines were inserted {times} or more times {period}?",
      "are there order lines with {times}+ identical copies {period}?",
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
      "sales by currency {period} on orders that are in there {times}+ times",
      "how much money by currency {period} sits on orders stored {times} or more times?",
      "order value per currency {period} that we count {times} times or more",
      "which currency is overstated {period} by orders with {times}+ rows each?",
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
      "is any {status} listing in the same daily snapshot more than once? last {days} days",
      "{status} listings repeated within a day of the snapshot, {days} days back",
      "snapshot days out of the last {days} where the same {status} listing shows up again",
      "surplus rows for {status} listings per snapshot day, {days} days",
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
      "same buyer, same amount, same minute, {times}+ orders {period}",
      "look-alike orders {period}, {times} or more by one buyer at the same moment",
      "did anyone place the identical order {times} times at once {period}?",
      "are buyers double clicking? {times}+ equal orders in one go {period}",
    ],
    slots: { period: lately("fact_order", "order_time"), times: numbers(2, 3, 4) },
  },
];
