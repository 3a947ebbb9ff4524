import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const schemaRequests: readonly Asked[] = [
  {
    id: "decline_reason",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.auth_result"],
    sql:
      "SELECT {by}, count(*) FROM fact_card_transaction WHERE event_time > {period} AND auth_result = 'declined' GROUP BY 1",
    wordings: [
      "declines by reason {period}, or by {by} if there is no reason",
      "do we keep a decline reason? else declines per {by} {period}",
      "declined swipes {period} by decline reason and {by}",
      "why were swipes declined {period}? at least split by {by}",
      "decline reason field wanted, until then {by} {period}",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      by: spoken(["channel", "channel"], ["merchant", "merchant_id"]),
    },
  },
  {
    id: "wallet_type",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.channel"],
    sql:
      "SELECT date_trunc({cut}, event_time), count(*) FROM fact_card_transaction WHERE event_time > {period} AND channel = {channel} GROUP BY 1",
    wordings: [
      "{channel} transactions by wallet type per {cut} {period}",
      "split {channel} swipes into phone wallet and plastic, {cut} {period}",
      "is the wallet recorded for {channel} swipes? per {cut} {period}",
      "{channel} swipes per {cut} {period}, phone or card if we store it",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      cut: CALENDAR_CUTS,
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
  {
    id: "device_on_signup",
    tables: ["dim_customer"],
    columns: ["dim_customer.created_at"],
    sql: "SELECT date_trunc({cut}, created_at), count(*) FROM dim_customer WHERE created_at > {period} GROUP BY 1",
    wordings: [
      "sign-ups by device per {cut} {period}",
      "new customers per {cut} {period} with phone model",
      "can I get signup device per {cut} {period}?",
      "device at registration, customers by {cut} {period}",
    ],
    slots: { period: lately("dim_customer", "created_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "account_history",
    tables: ["dim_account"],
    columns: ["dim_account.status", "dim_account.type"],
    sql: "SELECT status, count(*) FROM dim_account WHERE type = {type} AND created_at > {period} GROUP BY 1",
    wordings: [
      "status history of {type} accounts opened {period}",
      "what was the status of {type} accounts {period} day by day?",
      "past month-end status of {type} accounts {period}, if kept",
      "is past status of {type} accounts kept? opened {period}",
    ],
    slots: { period: lately("dim_account", "created_at"), type: values("checking", "savings") },
  },
  {
    id: "cancel_reason",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.paid_at", "fact_subscription_invoice.plan_id"],
    sql:
      "SELECT plan_id, count(*) FROM fact_subscription_invoice WHERE paid_at IS NULL AND period_start > {period} AND amount_cents > {floor} GROUP BY 1",
    wordings: [
      "cancel reason of unpaid invoices over {floor} {period} by plan",
      "is the stop reason stored? unpaid by plan {period}, over {floor}",
      "unpaid invoices {period} above {floor} per plan, with reason if any",
      "reason codes for lapsed premium {period}, invoices above {floor}",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "period_start"),
      floor: spoken(["zero", "0"], ["$5", "500"], ["$9", "900"], ["$50", "5000"]),
    },
  },
  {
    id: "merchant_city",
    tables: ["dim_merchant"],
    columns: [],
    sql: "SELECT mcc, count(*) FROM dim_merchant WHERE mcc {codes} GROUP BY 1 ORDER BY 2 DESC LIMIT {top}",
    wordings: [
      "merchants {codes} by city, top {top}",
      "do merchants {codes} have a city or region? first {top}",
      "{top} largest groups of merchants {codes} by location",
      "merchant country and city {codes}, {top} rows",
    ],
    slots: {
      top: numbers(5, 8, 10, 15, 20, 25, 50),
      codes: spoken(
        ["in groceries", "IN (5411, 5499)"],
        ["in dining", "BETWEEN 5811 AND 5814"],
        ["in travel", "IN (4511, 7011)"],
        ["in fuel", "IN (5541, 5542)"],
        ["in utilities", "= 4900"],
      ),
    },
  },
  {
    id: "card_design",
    tables: ["dim_card"],
    columns: ["dim_card.status"],
    sql: "SELECT status, count(*) FROM dim_card WHERE activated_at > {period} AND status = {status} GROUP BY 1",
    wordings: [
      "{status} cards activated {period}: virtual or physical?",
      "{status} cards {period} by design",
      "split {status} cards {period} by card type, if stored",
      "how many {status} cards {period} are virtual",
    ],
    slots: {
      period: lately("dim_card", "activated_at"),
      status: values("active", "blocked", "replaced", "inactive", "closed"),
    },
  },
  {
    id: "plan_history",
    tables: ["dim_plan"],
    columns: ["dim_plan.price_cents", "dim_plan.cadence"],
    sql: "SELECT name, price_cents FROM dim_plan WHERE cadence = {cadence} AND price_cents > {floor}",
    wordings: [
      "price history of {cadence} plans above {floor}",
      "are last year's prices of {cadence} plans over {floor} stored?",
      "since when do {cadence} plans cost more than {floor}",
      "valid-from dates of {cadence} plan prices over {floor}",
    ],
    slots: {
      cadence: values("monthly", "annual"),
      floor: spoken(["zero", "0"], ["$5", "500"], ["$9", "900"], ["$20", "2000"], ["$50", "5000"]),
    },
  },
  {
    id: "shipping_date",
    tables: ["dim_card", "dim_account"],
    columns: ["dim_card.activated_at"],
    sql:
      "SELECT date_trunc({cut}, c.activated_at), avg(date_diff('day', a.created_at, c.activated_at)) FROM dim_card c JOIN dim_account a USING (account_id) WHERE c.activated_at > {period} GROUP BY 1",
    wordings: [
      "days from card shipping to activation per {cut} {period}",
      "when were cards mailed? delay to activation by {cut} {period}",
      "card delivery time per {cut} {period}, from account opening if no ship date",
      "mail date of cards activated {period}, by {cut}",
    ],
    slots: { period: lately("dim_card", "activated_at"), cut: CALENDAR_CUTS },
  },
];
