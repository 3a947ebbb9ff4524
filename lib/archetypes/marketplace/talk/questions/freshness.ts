import { CALENDAR_CUTS, lately, numbers, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const freshness: readonly Asked[] = [
  {
    id: "latest_order_load",
    tables: ["fact_order"],
    columns: ["fact_order.loaded_at", "fact_order.currency"],
    sql: "SELECT max(loaded_at) FROM fact_order WHERE currency = {currency}",
    wordings: [
      "when did the [last|latest|most recent] {currency} order [come in|get loaded|reach the warehouse]?",
      "how [fresh|current|up to date] are {currency} orders[ right now| at the moment|]?",
      "are {currency} orders [up to date|current|all in][ yet|]? [last|newest|latest] load time",
      "[last|latest|newest] load time for {currency} orders[, nothing seems to be coming in|, the tile looks stuck|]",
      "[nothing|no] new {currency} orders[ today| since this morning|], when was the [last|latest] load?",
    ],
    slots: {
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "order_lag",
    tables: ["fact_order"],
    columns: ["fact_order.order_time", "fact_order.loaded_at"],
    sql:
      "SELECT quantile_cont(date_diff('minute', order_time, loaded_at), {q}) FROM fact_order WHERE order_time > {period} AND currency = {currency}",
    wordings: [
      "how late do {currency} orders arrive {period}? {q}",
      "{q} minutes from order to load for {currency} {period}",
      "how long did {currency} orders take to show up {period}? {q}",
      "{q} delay of {currency} orders {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
      q: spoken(["median", "0.5"], ["p90", "0.9"], ["p95", "0.95"], ["p99", "0.99"]),
    },
  },
  {
    id: "payment_lag",
    tables: ["fact_payment"],
    columns: ["fact_payment.captured_at", "fact_payment.loaded_at"],
    sql:
      "SELECT date_trunc({cut}, captured_at), quantile_cont(date_diff('minute', captured_at, loaded_at), {q}) FROM fact_payment WHERE captured_at > {period} GROUP BY 1",
    wordings: [
      "{q} minutes until payments land, per {cut} {period}",
      "are payments getting slower to load? {q} per {cut} {period}",
      "how far behind do payments run? {q} per {cut} {period}",
      "{q} payment delay per {cut} {period}",
    ],
    slots: {
      period: spanning("fact_payment", "captured_at"),
      cut: CALENDAR_CUTS,
      q: spoken(["median", "0.5"], ["p90", "0.9"], ["p95", "0.95"], ["p99", "0.99"]),
    },
  },
  {
    id: "late_orders",
    tables: ["fact_order"],
    columns: ["fact_order.loaded_at", "fact_order.order_time"],
    sql: "SELECT count(*) FROM fact_order WHERE order_time > {period} AND loaded_at > order_time + INTERVAL {late}",
    wordings: [
      "orders {period} that landed more than {late} after they were placed",
      "how many orders {period} came in over {late} late?",
      "orders {period} that took longer than {late} to get here",
      "did orders {period} miss the {late} target to be loaded?",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      late: spoken(["90 minutes", "90 MINUTE"], ["2 hours", "2 HOUR"], ["3 hours", "3 HOUR"], ["6 hours", "6 HOUR"], [
        "12 hours",
        "12 HOUR",
      ]),
    },
  },
  {
    id: "hours_no_payments",
    tables: ["fact_payment"],
    columns: ["fact_payment.loaded_at"],
    sql:
      "SELECT date_trunc('hour', loaded_at) AS h, count(*) FROM fact_payment WHERE loaded_at > {period} GROUP BY 1 HAVING count(*) < {few} ORDER BY 1",
    wordings: [
      "hours {period} when fewer than {few} payments came in",
      "was there a gap in payments {period}? hours with under {few} loaded",
      "which hours {period} went quiet, less than {few} payments written?",
      "did payments stop arriving at any time {period}? below {few} an hour",
    ],
    slots: { period: lately("fact_payment", "loaded_at"), few: numbers(2, 5, 10, 20, 50) },
  },
  {
    id: "past_midnight",
    tables: ["fact_order"],
    columns: ["fact_order.loaded_at", "fact_order.order_time"],
    sql:
      "SELECT date_trunc({cut}, order_time), count(*) FROM fact_order WHERE loaded_at::DATE > order_time::DATE AND order_time > {period} GROUP BY 1",
    wordings: [
      "orders that only came in after midnight per {cut} {period}",
      "how many orders per {cut} {period} arrive too late for the overnight report?",
      "orders loaded the day after, per {cut} {period}",
      "evening orders not in by midnight per {cut} {period}",
    ],
    slots: { period: spanning("fact_order", "order_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "snapshot_latest",
    tables: ["snapshot_listing_daily"],
    columns: ["snapshot_listing_daily.ds", "snapshot_listing_daily.status"],
    sql: "SELECT max(ds) FROM snapshot_listing_daily WHERE status = {status}",
    wordings: [
      "[is|was] the listing snapshot [up to date|refreshed|current]? [last|newest] day with {status} listings",
      "[last|latest|newest] snapshot day with {status} listings, [is the load behind|did the load stop]?",
      "how old is [our|the] [newest|latest] snapshot of {status} listings?",
      "why does the snapshot of {status} listings [end|stop] [days ago|so early]? [last|latest] day please",
      "{status} listings, up to which [day|date] [do we have them|is the snapshot in]?",
    ],
    slots: { status: values("active", ["sold-out", "sold_out"], "expired", "removed") },
  },
  {
    id: "lines_by_load_hour",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.loaded_at"],
    sql:
      "SELECT date_part('hour', loaded_at), count(*) FROM fact_order_item WHERE loaded_at > {period} GROUP BY 1 ORDER BY {order}",
    wordings: [
      "at what hour do order lines arrive {period}? {order}",
      "when in the day do order lines land {period}? {order}",
      "arrival hours of order lines {period}, {order}, is the morning run late?",
      "how long until order lines are in? arrivals by hour {period}, {order}",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
      order: spoken(["busiest first", "2 DESC"], ["quietest first", "2"], ["in order", "1"]),
    },
  },
  {
    id: "complete_until",
    tables: ["fact_order"],
    columns: ["fact_order.order_time", "fact_order.currency"],
    sql: "SELECT max(order_time), count(*) FROM fact_order WHERE loaded_at > {period} AND currency = {currency}",
    wordings: [
      "up to when are {currency} orders complete? loaded {period}",
      "are {currency} orders loaded {period} still trickling in?",
      "how far do the {currency} orders loaded {period} reach?",
      "{currency} orders loaded {period}, newest order time, are we still behind?",
    ],
    slots: { period: lately("fact_order", "loaded_at"), currency: values("USD", "GBP", "EUR", "CAD", "AUD") },
  },
  {
    id: "payments_behind_orders",
    tables: ["fact_order", "fact_payment"],
    columns: ["fact_payment.loaded_at", "fact_order.loaded_at"],
    sql:
      "SELECT count(*) FROM fact_order o LEFT JOIN fact_payment p USING (order_id) WHERE p.loaded_at > o.loaded_at + INTERVAL {late} AND o.order_time > {period}",
    wordings: [
      "payments that show up more than {late} after their order {period}",
      "orders {period} whose payment was loaded {late} or more later",
      "how often {period} does a payment lag its order by over {late}?",
      "orders {period} still waiting {late} later for the payment to load",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      late: spoken(["30 minutes", "30 MINUTE"], ["an hour", "1 HOUR"], ["3 hours", "3 HOUR"], ["6 hours", "6 HOUR"]),
    },
  },
];
