import { lately, numbers, spoken, values } from "../../../../infra/lately.ts";
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
      "repeated txn ids {period}, at least {times} copies",
      "how many txn ids {period} are stored {times}+ times?",
      "count of txn ids with {times} rows or more {period}",
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
      "rows against distinct {channel} transactions {period}",
      "{channel} swipes {period}: rows and unique ids",
      "do rows equal unique ids for {channel} {period}?",
      "total and distinct {channel} txn ids {period}",
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
      "{top} most repeated invoices {period}",
      "list {top} invoices stored several times {period}",
      "which {top} invoice ids have copies {period}?",
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
      "surplus rows per load date {period} by {id}",
      "repeated {id}s by load date {period}",
      "on which load dates {period} did {id} copies come in?",
      "copies per load day {period}, key {id}",
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
      "card spend {period} before and after removing repeats",
      "how much spend {period} is counted more than once?",
      "spend {period} raw versus one row per transaction",
      "effect of copies on card spend {period}",
      "raw and cleaned card spend {period}",
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
      "same card, amount and minute {times} times or more {period}",
      "swipes {period} repeated {times} times on one card at one moment",
      "look-alike transactions {period}, {times} or more in the same minute",
      "how often {period} does a card show {times} identical swipes at once?",
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
      "billing periods {period} with over {most} invoices per customer",
      "who got more than {most} invoices for the same month {period}, count",
      "customers {period} with {most}+ extra bills per period",
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
      "merchant names listed more than {most} times {codes}",
      "merchants {codes} with over {most} entries of one name",
      "is the same merchant stored over {most} times {codes}?",
      "names held more than {most} times among merchants {codes}",
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
      "customers with more than one {type} account opened {period}",
      "people who hold several {type} accounts {period}",
      "how many customers {period} have two {type} accounts?",
      "{type} accounts {period}: customers that occur again",
    ],
    slots: { period: lately("dim_account", "created_at"), type: values("checking", "savings") },
  },
];
