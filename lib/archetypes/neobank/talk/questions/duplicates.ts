import { lately, numbers, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const duplicates: readonly Asked[] = [
  {
    id: "repeated_txn",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.txn_id"],
    sql:
      "SELECT count(*) FROM (SELECT txn_id FROM fact_card_transaction WHERE event_time > {period} GROUP BY 1 HAVING count(*) >= {times})",
    wordings: [
      "transaction ids that appear {times} or more times {period}",
      "was any swipe stored {times}+ times {period}?",
      "how many txn ids {period} have {times} rows or more?",
      "the same transaction {times} times over, how often {period}?",
    ],
    slots: { period: lately("fact_card_transaction", "event_time"), times: numbers(2, 3, 4) },
  },
  {
    id: "distinct_vs_rows",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.txn_id", "fact_card_transaction.channel"],
    sql:
      "SELECT count(*), count(DISTINCT txn_id) FROM fact_card_transaction WHERE event_time > {period} AND channel = {channel}",
    wordings: [
      "do we have more rows than ids for {channel} swipes {period}?",
      "how many {channel} rows {period} are just copies?",
      "{channel} rows against distinct txn ids {period}",
      "each {channel} swipe should be one row, is that so {period}?",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
  {
    id: "repeated_invoices",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.invoice_id"],
    sql:
      "SELECT invoice_id, count(*) AS n FROM fact_subscription_invoice WHERE period_start > {period} GROUP BY 1 HAVING count(*) > 1 ORDER BY n DESC LIMIT {top}",
    wordings: [
      "top {top} invoice ids that exist more than once {period}",
      "which {top} invoices are stored again and again {period}?",
      "{top} worst cases of one invoice sitting there several times {period}",
      "list {top} invoices with extra copies {period}",
    ],
    slots: { period: lately("fact_subscription_invoice", "period_start"), top: numbers(5, 8, 10, 15, 20, 25, 50) },
  },
  {
    id: "duplicates_by_load_day",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.txn_id", "fact_card_transaction.loaded_at"],
    sql:
      "SELECT loaded_at::DATE, count(*) - count(DISTINCT {id}) FROM fact_card_transaction WHERE loaded_at > {period} GROUP BY 1",
    wordings: [
      "on which load dates {period} did the same {id} come in again?",
      "repeated {id}s by load date {period}",
      "load days {period} with surplus rows for a {id} we already had",
      "when was a {id} loaded a second time {period}? by load day",
    ],
    slots: {
      period: lately("fact_card_transaction", "loaded_at"),
      id: spoken(["txn id", "txn_id"], ["transaction", "txn_id"]),
    },
  },
  {
    id: "spend_before_after",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.amount_cents"],
    sql:
      "SELECT sum(amount_cents) / 100.0 AS raw, (SELECT sum(a) / 100.0 FROM (SELECT any_value(amount_cents) AS a FROM fact_card_transaction WHERE event_time > {period} GROUP BY txn_id)) AS clean FROM fact_card_transaction WHERE event_time > {period}",
    wordings: [
      "how much card spend {period} is counted more than once?",
      "card spend {period} before and after [removing|dropping] repeats",
      "is our card spend {period} inflated by [rows that came in again|swipes stored again]?",
      "how much do repeated swipes add to card spend {period}?",
    ],
    slots: { period: lately("fact_card_transaction", "event_time") },
  },
  {
    id: "same_amount_minute",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.amount_cents", "fact_card_transaction.event_time"],
    sql:
      "SELECT count(*) FROM (SELECT card_id, amount_cents, event_time FROM fact_card_transaction WHERE event_time > {period} GROUP BY ALL HAVING count(*) >= {times})",
    wordings: [
      "same card, same amount, same minute, {times}+ swipes {period}",
      "look-alike swipes {period}, {times} or more on one card at one moment",
      "was any customer charged the same {times} times at once {period}?",
      "how often {period} does a card show {times} identical swipes in one go?",
    ],
    slots: { period: lately("fact_card_transaction", "event_time"), times: numbers(2, 3, 4, 5) },
  },
  {
    id: "invoice_per_period",
    tables: ["fact_subscription_invoice", "dim_customer"],
    columns: ["fact_subscription_invoice.period_start"],
    sql:
      "SELECT count(*) FROM (SELECT customer_id, period_start FROM fact_subscription_invoice WHERE period_start > {period} GROUP BY ALL HAVING count(*) > {most})",
    wordings: [
      "customers billed more than {most} times for one period {period}",
      "who got more than {most} invoices for the same month {period}?",
      "same customer, same billing period, more than {most} in the invoices {period}",
      "did we invoice anyone over {most} times for the same month {period}?",
    ],
    slots: { period: lately("fact_subscription_invoice", "period_start"), most: numbers(1, 2, 3) },
  },
  {
    id: "merchant_names",
    tables: ["dim_merchant"],
    columns: ["dim_merchant.name"],
    sql:
      "SELECT lower(name), count(*) FROM dim_merchant WHERE mcc {codes} GROUP BY 1 HAVING count(*) > {most} ORDER BY 2 DESC LIMIT 20",
    wordings: [
      "is the same merchant stored over {most} times {codes}?",
      "merchant names listed more than {most} times {codes}",
      "shops {codes} that sit in the merchant list more than {most} times",
      "one shop, more than {most} merchant entries {codes}",
    ],
    slots: {
      most: numbers(1, 2, 3, 5),
      codes: spoken(["in groceries", "= 5411"], ["in restaurants", "= 5812"], ["in quick-service food", "= 5814"], [
        "in digital goods",
        "BETWEEN 5815 AND 5818",
      ], ["in fuel", "IN (5541, 5542)"]),
    },
  },
  {
    id: "customers_many_accounts",
    tables: ["dim_account", "dim_customer"],
    columns: ["dim_account.type"],
    sql:
      "SELECT count(*) FROM (SELECT customer_id FROM dim_account WHERE type = {type} AND created_at > {period} GROUP BY 1 HAVING count(*) > 1)",
    wordings: [
      "same customer with a second {type} account opened {period} by mistake",
      "people entered again with another {type} account {period}",
      "how many customers {period} have two {type} accounts that should be one?",
      "{type} accounts {period} that repeat a customer we already have",
    ],
    slots: { period: lately("dim_account", "created_at"), type: values("checking", "savings") },
  },
];
