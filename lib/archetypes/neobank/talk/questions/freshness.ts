import { CALENDAR_CUTS, lately, numbers, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const freshness: readonly Asked[] = [
  {
    id: "latest_load",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.loaded_at"],
    sql: "SELECT max(loaded_at) FROM {what}",
    wordings: [
      "when were {what} [last|most recently] [loaded|refreshed|updated]?",
      "how [fresh|current|up to date] [is our data on|are things in] {what}[ right now|]?",
      "[nothing new|no movement] in {what} [today|since this morning], when was the [last|latest] load?",
      "[latest|last|newest] load time for {what}[ please|]",
      "[are we|is the load] behind on {what}? [newest|last] load[ time|]",
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
      "when did the last invoice over {floor} [arrive|come in|get loaded]?",
      "how [recent|fresh|current] are invoices above {floor}[ right now|]?",
      "[are|why are] invoices over {floor} still not in? [last|latest] load",
      "[newest|latest|last] load of invoices above {floor}[, the page looks stuck|]",
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
      "how late do card transactions arrive {period}? {q}",
      "{q} minutes from swipe to load {period}",
      "are swipes taking longer to show up {period}? {q} delay",
      "{q} wait until a transaction is in the warehouse {period}",
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
      "which channel is slowest to [arrive|load] {period}?",
      "[average|mean] minutes until loaded per channel {period}",
      "are some channels slower to [come in|arrive|land] {period}? delay by channel",
      "how [late|far behind] is each channel {period}?",
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
      "how many transactions {period} came in over {late} late?",
      "did transactions {period} miss the {late} target to be loaded?",
      "swipes {period} that only showed up {late} or more after the fact",
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
      "hours {period} when fewer than {few} transactions came in",
      "was there a gap {period}? hours with under {few} swipes loaded",
      "which hours {period} went quiet, less than {few} rows written?",
      "did swipes stop arriving at any time {period}? below {few} an hour",
    ],
    slots: { period: lately("fact_card_transaction", "loaded_at"), few: numbers(2, 5, 10, 20, 50, 100) },
  },
  {
    id: "invoice_delay",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.period_start", "fact_subscription_invoice.loaded_at"],
    sql:
      "SELECT date_trunc({cut}, period_start), max(date_diff('minute', period_start, loaded_at)) FROM fact_subscription_invoice WHERE period_start > {period} GROUP BY 1",
    wordings: [
      "how late was the slowest invoice each {cut} {period}?",
      "longest wait for an invoice to load per {cut} {period}",
      "worst invoice delay by {cut} {period}",
      "are bills getting slower to come in? longest per {cut} {period}",
    ],
    slots: { period: spanning("fact_subscription_invoice", "period_start"), cut: CALENDAR_CUTS },
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
      "how many {channel} rows {period} arrive too late for the overnight report?",
      "{channel} swipes {period} that weren't in by the end of their day",
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
      "are {result} swipes loaded {period} all in? newest event and row count",
      "how far do {result} swipes loaded {period} reach?",
      "are {result} transactions still trickling in {period}?",
      "{result} swipes loaded {period}, last event time, are we behind?",
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
      "at what hour do invoices arrive {period}? {order}",
      "when in the day do invoices land {period}? {order}",
      "arrival hours of invoices {period}, {order}, is the morning run late?",
      "how long until invoices are in? arrivals by hour {period}, {order}",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "loaded_at"),
      order: spoken(["busiest first", "2 DESC"], ["quietest first", "2"], ["in order", "1"]),
    },
  },
];
