import { lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const access: readonly Asked[] = [
  {
    id: "kyc_counts",
    tables: ["dim_customer"],
    columns: ["dim_customer.kyc_status"],
    sql:
      "SELECT kyc_status, count(*) FROM dim_customer WHERE created_at > {period} GROUP BY 1 HAVING count(*) >= {least}",
    wordings: [
      "kyc counts only, no ids, joined {period}, groups of {least} or more",
      "customers per kyc status {period}, hide groups under {least}",
      "kyc status totals {period}, nothing below {least} people",
      "may I see kyc counts {period} with at least {least} per group?",
    ],
    slots: { period: lately("dim_customer", "created_at"), least: numbers(5, 10, 20, 25, 50) },
  },
  {
    id: "premium_without_ids",
    tables: ["fact_subscription_invoice", "dim_plan"],
    columns: ["fact_subscription_invoice.plan_id"],
    sql:
      "SELECT plan_id, count(DISTINCT customer_id) FROM fact_subscription_invoice WHERE period_start > {period} GROUP BY 1 HAVING count(DISTINCT customer_id) >= {least}",
    wordings: [
      "premium users by plan {period} without customer ids, min {least}",
      "subscribers per plan {period}, aggregated to {least} or more",
      "plan totals {period} that I may share, groups from {least}",
      "subscribers by plan {period}, no personal ids, at least {least} each",
    ],
    slots: { period: lately("fact_subscription_invoice", "period_start"), least: numbers(5, 10, 20, 50) },
  },
  {
    id: "invoice_amounts_visible",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.amount_cents"],
    sql:
      "SELECT count(*) FILTER (WHERE amount_cents IS NULL), count(*) FROM fact_subscription_invoice WHERE period_start > {period} AND amount_cents {range}",
    wordings: [
      "can I see invoice amounts {range} {period}, or are they hidden?",
      "which invoice amounts {range} am I allowed to see {period}",
      "who can read bills {range} {period}? count of rows",
      "do I have rights on invoice amounts {range} {period}",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "period_start"),
      range: spoken(["above $5", "> 500"], ["under $20", "< 2000"], ["over $50", "> 5000"], ["of any size", ">= 0"]),
    },
  },
  {
    id: "masked_customer",
    tables: ["dim_customer"],
    columns: ["dim_customer.kyc_status"],
    sql: "SELECT count(*) FILTER (WHERE {field} IS NULL), count(*) FROM dim_customer WHERE created_at > {period}",
    wordings: [
      "is {field} masked in customer for those who joined {period}?",
      "masked {field} values in the customer table {period}",
      "how many customers {period} show {field} unmasked to me",
      "check whether {field} is blanked for customers {period}",
    ],
    slots: {
      period: lately("dim_customer", "created_at"),
      field: spoken(["the kyc status", "kyc_status"], ["kyc outcome", "kyc_status"], [
        "verification status",
        "kyc_status",
      ]),
    },
  },
  {
    id: "tables_with_customer",
    tables: ["dim_account"],
    columns: ["dim_account.customer_id"],
    sql: "SELECT count(*) FROM {what} WHERE customer_id IS NOT NULL",
    wordings: [
      "may I query {what} although it holds customer ids?",
      "how many rows of {what} expose personal ids to me?",
      "am I cleared for personal ids in {what}? row total",
      "am I allowed on {what}? count rows with customer id",
    ],
    slots: { what: spoken(["the account table", "dim_account"], ["accounts", "dim_account"]) },
  },
  {
    id: "card_fields",
    tables: ["dim_card"],
    columns: ["dim_card.status"],
    sql: "SELECT status, count(*) FROM dim_card WHERE activated_at > {period} GROUP BY 1 HAVING count(*) > {least}",
    wordings: [
      "card totals by status {period} for an outside contractor, over {least} only",
      "cards per status {period}, no card numbers, groups above {least}",
      "what can a contractor see of cards activated {period}? status totals over {least}",
      "shareable card status totals {period}, larger than {least}",
    ],
    slots: { period: lately("dim_card", "activated_at"), least: numbers(5, 10, 20, 50, 100) },
  },
  {
    id: "merchant_rollup",
    tables: ["fact_card_transaction", "dim_merchant"],
    columns: ["fact_card_transaction.merchant_id"],
    sql:
      "SELECT merchant_id, count(DISTINCT card_id) FROM fact_card_transaction WHERE event_time > {period} GROUP BY 1 HAVING count(DISTINCT card_id) >= {least} ORDER BY 2 DESC LIMIT {top}",
    wordings: [
      "top {top} merchants {period} with {least} or more cards, without card ids",
      "anonymous merchant ranking {period}, first {top}, min {least} cards each",
      "merchants {period} I can share: {top} rows, {least}+ cards",
      "aggregate swipes per merchant {period}, {least} cards minimum, top {top}",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      top: numbers(5, 8, 10, 15, 20, 25, 50),
      least: numbers(10, 20, 50),
    },
  },
  {
    id: "erasure_rows",
    tables: ["fact_card_transaction", "dim_card", "dim_account"],
    columns: ["dim_account.status"],
    sql:
      "SELECT count(*) FROM fact_card_transaction t JOIN dim_card c USING (card_id) JOIN dim_account a USING (account_id) WHERE a.status = {status} AND t.event_time > {period}",
    wordings: [
      "swipes {period} that belong to {status} accounts, for an erasure check",
      "rows {period} to delete if {status} accounts must be forgotten",
      "how many transactions {period} sit on {status} accounts? privacy request",
      "{status} accounts: number of swipes {period} we still keep",
    ],
    slots: { period: lately("fact_card_transaction", "event_time"), status: values("closed", "frozen") },
  },
  {
    id: "frozen_visible",
    tables: ["dim_account"],
    columns: ["dim_account.status", "dim_account.type"],
    sql: "SELECT type, count(*) FROM dim_account WHERE status = {status} AND created_at > {period} GROUP BY 1",
    wordings: [
      "who is allowed to see {status} accounts? number per type opened {period}",
      "{status} accounts by type {period}, totals without holders",
      "can support look into {status} accounts opened {period}? count per type",
      "{status} account totals {period}, no customer ids",
    ],
    slots: { period: lately("dim_account", "created_at"), status: values("frozen", "closed", "open") },
  },
];
