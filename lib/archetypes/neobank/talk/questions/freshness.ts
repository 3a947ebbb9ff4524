import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const freshness: readonly Asked[] = [
  {
    id: "latest_load",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.loaded_at"],
    sql: "SELECT max(loaded_at) FROM {what}",
    wordings: [
      "latest load time for {what}",
      "when were {what} last loaded?",
      "how fresh are {what}",
      "newest load of {what}",
      "last update of {what} please",
    ],
    slots: {
      what: spoken(["card transactions", "fact_card_transaction"], ["swipes", "fact_card_transaction"], [
        "the transaction table",
        "fact_card_transaction",
      ]),
    },
  },
  {
    id: "latest_invoice_load",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.loaded_at"],
    sql: "SELECT max(loaded_at) FROM fact_subscription_invoice WHERE amount_cents > {floor}",
    wordings: [
      "latest load of invoices above {floor}",
      "when did the last invoice over {floor} arrive?",
      "how recent are invoices above {floor}",
      "newest loaded bill over {floor}",
    ],
    slots: { floor: spoken(["$1", "100"], ["$5", "500"], ["$9", "900"], ["$20", "2000"], ["$50", "5000"]) },
  },
  {
    id: "p95_lag",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.event_time", "fact_card_transaction.loaded_at"],
    sql:
      "SELECT quantile_cont(date_diff('minute', event_time, loaded_at), {q}) FROM fact_card_transaction WHERE event_time > {period}",
    wordings: [
      "{q} ingest lag of card transactions {period}",
      "how delayed are swipes {period} at the {q}",
      "{q} minutes from swipe to load {period}",
      "{q} delay for transactions {period}",
      "what is the {q} load delay {period}?",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      q: spoken(["p50", "0.5"], ["median", "0.5"], ["p90", "0.9"], ["p95", "0.95"], ["p99", "0.99"]),
    },
  },
  {
    id: "lag_by_channel",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.channel", "fact_card_transaction.loaded_at"],
    sql:
      "SELECT channel, avg(date_diff('minute', event_time, loaded_at)) FROM fact_card_transaction WHERE event_time > {period} GROUP BY 1 ORDER BY 2 DESC",
    wordings: [
      "average load delay by channel {period}",
      "which channel arrives latest {period}?",
      "mean minutes until loaded per channel {period}",
      "channels ranked by delay {period}",
      "load delay {period} split by channel",
    ],
    slots: { period: lately("fact_card_transaction", "event_time") },
  },
  {
    id: "late_rows",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.loaded_at", "fact_card_transaction.event_time"],
    sql:
      "SELECT count(*) FROM fact_card_transaction WHERE event_time > {period} AND loaded_at > event_time + INTERVAL {late}",
    wordings: [
      "swipes {period} that took more than {late} to land",
      "rows later than {late} {period}",
      "how many transactions {period} arrived over {late} late?",
      "late transactions {period}, threshold {late}",
      "count swipes {period} loaded {late} or more after the fact",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      late: spoken(["90 minutes", "90 MINUTE"], ["2 hours", "2 HOUR"], ["3 hours", "3 HOUR"], ["6 hours", "6 HOUR"], [
        "12 hours",
        "12 HOUR",
      ], ["a day", "24 HOUR"]),
    },
  },
  {
    id: "hours_without_rows",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.loaded_at"],
    sql:
      "SELECT date_trunc('hour', loaded_at) AS h, count(*) FROM fact_card_transaction WHERE loaded_at > {period} GROUP BY 1 HAVING count(*) < {few} ORDER BY 1",
    wordings: [
      "hours with fewer than {few} transactions loaded {period}",
      "which hours {period} had under {few} rows arriving?",
      "quiet load hours {period}, below {few}",
      "gaps {period}: hours with less than {few} swipes loaded",
    ],
    slots: { period: lately("fact_card_transaction", "loaded_at"), few: numbers(1, 5, 10, 20, 50, 100) },
  },
  {
    id: "invoice_delay",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.period_start", "fact_subscription_invoice.loaded_at"],
    sql:
      "SELECT date_trunc({cut}, period_start), max(date_diff('minute', period_start, loaded_at)) FROM fact_subscription_invoice WHERE period_start > {period} GROUP BY 1",
    wordings: [
      "longest load delay of invoices per {cut} {period}",
      "worst invoice lag by {cut} {period}",
      "how late was the slowest invoice each {cut} {period}?",
      "{cut} maximum of invoice delay {period}",
    ],
    slots: { period: lately("fact_subscription_invoice", "period_start"), cut: CALENDAR_CUTS },
  },
  {
    id: "arrived_after_midnight",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.loaded_at", "fact_card_transaction.event_time", "fact_card_transaction.channel"],
    sql:
      "SELECT count(*) FROM fact_card_transaction WHERE loaded_at::DATE > event_time::DATE AND event_time > {period} AND channel = {channel}",
    wordings: [
      "{channel} swipes {period} that came in after midnight",
      "{channel} transactions {period} loaded on a later day",
      "how many {channel} rows {period} slipped into the next day?",
      "{channel} late arrivals past midnight {period}",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
  {
    id: "today_complete",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.auth_result", "fact_card_transaction.event_time"],
    sql:
      "SELECT count(*), max(event_time) FROM fact_card_transaction WHERE loaded_at > {period} AND auth_result = {result}",
    wordings: [
      "are {result} swipes complete? rows and newest event loaded {period}",
      "{result} transactions loaded {period} and the last event time",
      "how far do {result} swipes loaded {period} reach",
      "is the {result} feed still coming in {period}?",
    ],
    slots: { period: lately("fact_card_transaction", "loaded_at"), result: values("captured", "declined", "reversed") },
  },
  {
    id: "load_by_hour",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.loaded_at"],
    sql:
      "SELECT date_part('hour', loaded_at) AS h, count(*) FROM fact_subscription_invoice WHERE loaded_at > {period} GROUP BY 1 ORDER BY {order}",
    wordings: [
      "invoice loads per hour of day {period}, {order}",
      "at which hour do invoices arrive {period}? {order}",
      "arrival hours of invoices {period}, {order}",
      "when in the day were invoices loaded {period}, {order}",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "loaded_at"),
      order: spoken(["busiest first", "2 DESC"], ["quietest first", "2"], ["in order", "1"]),
    },
  },
];
