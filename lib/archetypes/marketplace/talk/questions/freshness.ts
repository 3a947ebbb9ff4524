import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const freshness: readonly Asked[] = [
  {
    id: "latest_order_load",
    tables: ["fact_order"],
    columns: ["fact_order.loaded_at", "fact_order.currency"],
    sql: "SELECT max(loaded_at) FROM fact_order WHERE currency = {currency} AND subtotal_cents > {floor}",
    wordings: [
      "latest load time for {currency} orders over {floor}",
      "when was the last {currency} order above {floor} loaded?",
      "how fresh are {currency} orders over {floor}",
      "newest loaded {currency} order above {floor}",
    ],
    slots: {
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "order_lag",
    tables: ["fact_order"],
    columns: ["fact_order.order_time", "fact_order.loaded_at"],
    sql:
      "SELECT quantile_cont(date_diff('minute', order_time, loaded_at), {q}) FROM fact_order WHERE order_time > {period} AND currency = {currency}",
    wordings: [
      "{q} load lag of {currency} orders {period}",
      "how late are {currency} orders {period} at {q}?",
      "minutes from {currency} order to load {period}, {q}",
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
      "{q} delay of payments per {cut} {period}",
      "payment load lag by {cut} {period}, {q}",
      "{cut} {q} minutes until payments land {period}",
      "how delayed were payments each {cut} {period}, {q}",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
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
      "orders {period} that landed over {late} after placing",
      "late orders {period}, threshold {late}",
      "how many orders {period} came in more than {late} late?",
      "orders {period} loaded {late} or more behind",
      "count slow orders {period} beyond {late}",
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
      "hours {period} with fewer than {few} payments loaded",
      "quiet hours {period}: under {few} payments arriving",
      "which hours {period} got less than {few} payments?",
      "payment gaps {period}, hours below {few}",
    ],
    slots: { period: lately("fact_payment", "loaded_at"), few: numbers(1, 5, 10, 20, 50) },
  },
  {
    id: "past_midnight",
    tables: ["fact_order"],
    columns: ["fact_order.loaded_at", "fact_order.order_time"],
    sql:
      "SELECT date_trunc({cut}, order_time), count(*) FROM fact_order WHERE loaded_at::DATE > order_time::DATE AND order_time > {period} GROUP BY 1",
    wordings: [
      "orders that came in after midnight per {cut} {period}",
      "orders loaded a day later by {cut} {period}",
      "{cut} count of orders {period} arriving past midnight",
      "how many orders slip into the next day, per {cut} {period}?",
    ],
    slots: { period: lately("fact_order", "order_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "snapshot_latest",
    tables: ["snapshot_listing_daily"],
    columns: ["snapshot_listing_daily.ds", "snapshot_listing_daily.status"],
    sql: "SELECT max(ds) FROM snapshot_listing_daily WHERE status = {status}",
    wordings: [
      "last day in the snapshot with {status} listings",
      "newest snapshot day for {status} listings",
      "is the listing snapshot current? {status} ones",
      "up to which date does the snapshot have {status} listings?",
      "latest ds of {status} listings",
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
      "order lines loaded by hour {period}, {order}",
      "at what hour do order lines arrive {period}? {order}",
      "arrival hours of order lines {period}, {order}",
      "load times of lines {period} by hour, {order}",
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
      "newest {currency} order among those loaded {period}",
      "are {currency} orders still coming in {period}?",
      "{currency} orders loaded {period} and the last order time",
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
      "orders {period} whose payment loaded over {late} later",
      "payments trailing their order by {late} {period}",
      "how many payments {period} lag the order more than {late}?",
      "order loaded, payment {late} behind, {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      late: spoken(["30 minutes", "30 MINUTE"], ["an hour", "1 HOUR"], ["3 hours", "3 HOUR"], ["6 hours", "6 HOUR"]),
    },
  },
];
