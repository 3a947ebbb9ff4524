import { CALENDAR_CUTS, lately, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const definitions: readonly Asked[] = [
  {
    id: "active_customers_by_rule",
    tables: ["fact_card_transaction"],
    columns: [],
    sql: "SELECT count(DISTINCT card_id) FROM fact_card_transaction WHERE event_time > {period} AND {rule}",
    wordings: [
      "how many cards count as active {period}, {rule}?",
      "active cards {period}, rule: {rule}",
      "what is active if I take {rule} {period}",
      "cards with activity {period}, definition: {rule}",
      "is active {period} = {rule}? give me the count",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      rule: spoken(
        ["captured swipes only", "auth_result = 'captured'"],
        ["any authorisation", "auth_result IS NOT NULL"],
        ["spend above zero", "amount_cents > 0"],
        ["declines included", "auth_result IN ('captured', 'declined')"],
      ),
    },
  },
  {
    id: "spend_gross_net",
    tables: ["fact_card_transaction"],
    columns: [
      "fact_card_transaction.amount_cents",
      "fact_card_transaction.auth_result",
      "fact_card_transaction.channel",
    ],
    sql:
      "SELECT sum(amount_cents) FILTER (WHERE auth_result = 'captured'), sum(amount_cents) FROM fact_card_transaction WHERE event_time > {period} AND channel = {channel}",
    wordings: [
      "{channel} spend {period}, captured against everything",
      "is {channel} card spend gross or net of reversals {period}",
      "difference between gross and captured {channel} spend {period}",
      "compare captured and total {channel} spend {period}",
      "which {channel} spend do we report {period}, with or without reversals?",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
  {
    id: "decline_rate",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.auth_result"],
    sql:
      "SELECT date_trunc({cut}, event_time), avg((auth_result = 'declined')::INT) FROM fact_card_transaction WHERE event_time > {period} GROUP BY 1",
    wordings: [
      "decline rate per {cut} {period}, all attempts as base",
      "how do we calculate the decline rate by {cut} {period}",
      "which base for the decline share {period}? attempts, by {cut}",
      "{cut} decline rate {period}, count not amount",
      "declines over attempts per {cut} {period}",
    ],
    slots: { period: lately("fact_card_transaction", "event_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "average_ticket",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.amount_cents", "fact_card_transaction.auth_result"],
    sql:
      "SELECT avg(amount_cents) / 100.0 FROM fact_card_transaction WHERE event_time > {period} AND auth_result = 'captured' AND amount_cents > {floor}",
    wordings: [
      "average ticket {period}, captured only, {floor} excluded",
      "mean purchase {period} without {floor}",
      "is avg ticket {period} meant without {floor}?",
      "what is our average ticket {period} if {floor} are dropped?",
      "average swipe size {period} ignoring {floor}",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      floor: spoken(["zero amounts", "0"], ["amounts under $1", "100"], ["amounts under $5", "500"], [
        "small tickets below $10",
        "1000",
      ]),
    },
  },
  {
    id: "utc_or_pacific",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.event_time"],
    sql:
      "SELECT count(*) FROM fact_card_transaction WHERE event_time > {period} AND date_part('dow', event_time AT TIME ZONE {zone}) = {day}",
    wordings: [
      "{day} swipes {period} if days are cut in {zone} time",
      "which day rule gives {day} transactions {period}, {zone}?",
      "does {day} look different in {zone}? count {period}",
      "how many swipes fall on a {day} {period}, {zone} clock",
      "{day} volume {period} by {zone} day",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      zone: spoken(["UTC", "'UTC'"], ["Pacific", "'America/Los_Angeles'"]),
      day: spoken(["Sunday", "0"], ["Monday", "1"], ["Friday", "5"], ["Saturday", "6"]),
    },
  },
  {
    id: "churn_denominator",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.paid_at"],
    sql:
      "SELECT count(*) FILTER (WHERE paid_at IS NULL) * 1.0 / count(DISTINCT {base}) FROM fact_subscription_invoice WHERE period_start > {period}",
    wordings: [
      "premium churn {period} over {base}",
      "churn with {base} as denominator {period}",
      "why does my churn differ from finance {period}, base {base}",
      "unpaid renewals {period} divided by {base}",
      "churn rate {period} counted per {base}",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "period_start"),
      base: spoken(["customers", "customer_id"], ["invoices", "invoice_id"]),
    },
  },
  {
    id: "verified_or_all",
    tables: ["dim_customer"],
    columns: ["dim_customer.kyc_status", "dim_customer.created_at"],
    sql: "SELECT count(*) FROM dim_customer WHERE kyc_status {status} AND created_at > {period}",
    wordings: [
      "customers {status} who joined {period}",
      "does new customers {period} mean {status}?",
      "new customers {period}, {status}",
      "how many joined {period} if we count {status}",
      "customer count {period} using {status}",
    ],
    slots: {
      period: lately("dim_customer", "created_at"),
      status: spoken(["verified only", "= 'verified'"], ["everybody but rejected", "<> 'rejected'"], [
        "all in review",
        "= 'review'",
      ], ["those still pending", "= 'pending'"]),
    },
  },
  {
    id: "open_accounts",
    tables: ["dim_account"],
    columns: ["dim_account.status", "dim_account.type"],
    sql: "SELECT type, count(*) FROM dim_account WHERE status {state} AND created_at > {period} GROUP BY type",
    wordings: [
      "accounts opened {period} that are {state}, by type",
      "definition check: open accounts {period} = {state}?",
      "count accounts {state} opened {period} per type",
      "{state} accounts by type, opened {period}",
      "are {state} accounts in our open-account figure {period}",
    ],
    slots: {
      period: lately("dim_account", "created_at"),
      state: spoken(["open", "= 'open'"], ["not closed", "<> 'closed'"], ["frozen", "= 'frozen'"], [
        "closed",
        "= 'closed'",
      ]),
    },
  },
  {
    id: "spend_per_card",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.amount_cents"],
    sql:
      "SELECT sum(amount_cents) / 100.0 / count(DISTINCT {unit}) FROM fact_card_transaction WHERE event_time > {period} AND auth_result = 'captured'",
    wordings: [
      "spend per {unit} {period}",
      "average captured spend {period} divided by {unit}",
      "what does spend per {unit} look like {period}?",
      "captured spend {period}, one {unit} as unit",
      "spend {period} per {unit}, not per customer",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      unit: spoken(["active card", "card_id"], ["merchant", "merchant_id"], ["transaction", "txn_id"]),
    },
  },
  {
    id: "subscription_revenue_basis",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.amount_cents"],
    sql:
      "SELECT date_trunc({cut}, {basis}), sum(amount_cents) / 100.0 FROM fact_subscription_invoice WHERE period_start > {period} GROUP BY 1",
    wordings: [
      "subscription revenue per {cut} {period} by {basis}",
      "premium revenue {period} by {cut}, booked on {basis}",
      "invoice revenue per {cut} {period} using {basis}",
      "does subscription revenue go by {basis}? per {cut} {period}",
      "{cut} subscription revenue {period}, {basis} basis",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "period_start"),
      cut: CALENDAR_CUTS,
      basis: spoken(["billing date", "period_start"], ["payment date", "paid_at"], ["period end", "period_end"]),
    },
  },
  {
    id: "active_vs_previous",
    tables: ["fact_card_transaction"],
    columns: [],
    sql:
      "SELECT date_trunc({cut}, event_time) AS t, count(DISTINCT card_id) AS cards, lag(count(DISTINCT card_id)) OVER (ORDER BY date_trunc({cut}, event_time)) AS before FROM fact_card_transaction WHERE event_time > {period} GROUP BY 1",
    wordings: [
      "active cards per {cut} {period} against the {cut} before",
      "{cut} over {cut} active cards {period}",
      "how did active cards change from {cut} to {cut} {period}?",
      "compare active cards with the previous {cut} {period}",
    ],
    slots: { period: lately("fact_card_transaction", "event_time"), cut: CALENDAR_CUTS },
  },
];
