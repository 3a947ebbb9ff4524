import { lately, numbers, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const access: readonly Asked[] = [
  {
    id: "kyc_counts",
    tables: ["dim_customer"],
    columns: ["dim_customer.kyc_status"],
    sql:
      "SELECT kyc_status, count(*) FROM dim_customer WHERE created_at > {period} GROUP BY 1 HAVING count(*) >= {least}",
    wordings: [
      "am I allowed to see KYC outcomes {period}? only groups of {least} or more",
      "customers per kyc status {period}, hide groups under {least}, no ids",
      "what may I show the partner bank of KYC {period}? nothing below {least} people",
      "kyc status totals {period} that identify nobody, {least}+ per group",
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
      "premium users by plan {period} I can send out without customer ids, min {least}",
      "who may see subscribers per plan {period}? groups of {least} or more",
      "subscribers per plan {period} for an outside agency, nothing personal, {least}+ each",
      "plan totals {period} I'm permitted to share, no group under {least}",
    ],
    slots: { period: lately("fact_subscription_invoice", "period_start"), least: numbers(5, 10, 20, 50) },
  },
  {
    id: "invoice_amounts_visible",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.amount_cents"],
    sql:
      "SELECT count(*) FILTER (WHERE amount_cents IS NULL), count(*) FROM fact_subscription_invoice WHERE period_start > {period}",
    wordings: [
      "can I see invoice amounts {period} or are they hidden from my role?",
      "which invoice amounts am I [allowed|permitted] to see {period}?",
      "who [can|may] read what customers are billed {period}?",
      "how many invoice amounts {period} are [hidden|kept] from my login?",
      "why are bill amounts {period} [starred out|greyed out] for me?",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "period_start"),
    },
  },
  {
    id: "masked_customer",
    tables: ["dim_customer"],
    columns: ["dim_customer.kyc_status"],
    sql: "SELECT count(*) FILTER (WHERE {field} IS NULL), count(*) FROM dim_customer WHERE created_at > {period}",
    wordings: [
      "is {field} masked for customers who joined {period}?",
      "why do I only see stars for {field} on customers {period}?",
      "how many customers {period} show {field} to my login?",
      "do I still have rights to {field} for customers {period}?",
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
      "[may|can] I query {what} [although|even though] [there are|it's full of] customer ids[ in there|]?",
      "how many rows of {what} [expose|give away] [personal|customer] ids to [me|interns|the whole team]?",
      "am I [cleared|signed off] for [customer ids|the ids] in {what}? [row total|how many rows]",
      "who [approves|signs off] [reading|opening] {what} [with|including] customer ids? row count[ please|]",
      "should [contractors|everyone] [be able to see|see] the customer ids in {what}? [count|number] of rows",
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
      "what can a contractor see of cards activated {period}? status totals over {least}",
      "may I send card counts by status to the vendor? activated {period}, groups above {least}",
      "cards per status {period} with nothing that identifies a holder, groups above {least}",
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
      "top {top} merchants {period} for an outsider, no card ids shown, {least}+ cards each",
      "which {top} merchants {period} may I show outside? {least}+ cards so nobody is recognised",
      "anonymous merchant ranking {period}, first {top}, min {least} cards each",
      "am I allowed to publish merchants {period}? {top} rows, {least} cards minimum",
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
      "holders of {status} accounts asked to be forgotten, how many swipes {period} do we erase?",
      "rows {period} to delete if {status} accounts must be forgotten",
      "how many transactions {period} of {status} accounts fall under a deletion request?",
      "personal data of {status} accounts that must be erased, swipes {period}",
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
      "can support look into {status} accounts opened {period}? count per type",
      "does my role include {status} accounts? by type, opened {period}",
      "{status} accounts by type {period}, totals only, I shouldn't see holders",
    ],
    slots: { period: lately("dim_account", "created_at"), status: values("frozen", "closed", "open") },
  },
];
