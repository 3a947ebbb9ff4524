import { CALENDAR_CUTS, lately, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const definitions: readonly Asked[] = [
  {
    id: "active_customers_by_rule",
    tables: ["fact_card_transaction"],
    columns: [],
    sql: "SELECT count(DISTINCT card_id) FROM fact_card_transaction WHERE event_time > {period} AND {rule}",
    wordings: [
      "how many cards count as active {period} with {rule}?",
      "which rule makes a card active? {period} with {rule}",
      "growth and risk show different active cards, try {rule} {period}",
      "does active mean {rule}? cards {period}",
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
      "is {channel} spend gross or net of reversals {period}?",
      "gap between gross and captured {channel} spend {period}",
      "which {channel} spend do we report {period}, with or without reversals?",
      "{channel} spend {period} doesn't agree with finance, show captured against everything",
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
      "how do we calculate the decline rate? per {cut} {period}",
      "decline rate per {cut} {period} with all attempts as the base",
      "our decline rate and the processor's differ, declines over attempts per {cut} {period}",
      "is decline rate by count or by amount? per {cut} {period}",
    ],
    slots: { period: spanning("fact_card_transaction", "event_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "average_ticket",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.amount_cents", "fact_card_transaction.auth_result"],
    sql:
      "SELECT avg(amount_cents) / 100.0 FROM fact_card_transaction WHERE event_time > {period} AND auth_result = 'captured' AND amount_cents > {floor}",
    wordings: [
      "is average ticket meant with {floor} or without? {period} without",
      "average ticket {period} with {floor} left out",
      "our average ticket is lower than the board's, drop {floor} {period}",
      "what is the mean purchase {period} if {floor} don't count?",
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
      "{day} swipes {period} if the day is cut in {zone} time",
      "my {day} total and the dashboard's differ, is it the clock? {period} in {zone}",
      "how many swipes fall on a {day} {period} by {zone} midnight?",
      "does our report use {zone} days? {day} transactions {period}",
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
      "premium churn {period} if we divide by {base}",
      "what is the denominator of churn, {base}? {period}",
      "why does my churn differ from finance's {period}? they divide by {base}",
      "is churn per {base} by our definition? unpaid renewals {period}",
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
      "who counts as a new customer {period}, {status}?",
      "does our new customer figure {period} mean {status}?",
      "new customers {period} as growth defines them, {status}",
      "two counts of new customers in the deck, {status} for {period} please",
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
      "do {state} accounts belong in our open-account figure? opened {period} by type",
      "what do we call an open account, does {state} qualify? by type, opened {period}",
      "our open-account figure and ops' differ, is it the {state} ones? opened {period} by type",
      "ops and finance count open accounts differently, {state} ones opened {period} per type",
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
      "is spend per head meant per {unit}? captured, {period}",
      "spend {period} divided by {unit}, the deck divides by customer",
      "which base for average spend, {unit}? {period}",
      "average spend {period} per {unit}, my figure isn't finance's",
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
      "is subscription revenue by {basis}? per {cut} {period}",
      "subscription revenue per {cut} {period} if we go by {basis}",
      "finance books by another date than me, invoices per {cut} {period} by {basis}",
      "which date do we report premium on? per {cut} {period} by {basis}",
    ],
    slots: {
      period: spanning("fact_subscription_invoice", "period_start"),
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
      "how do we define growth in active cards? per {cut} {period} against the {cut} before",
      "is card growth meant {cut} over {cut}? {period}",
      "growth says active cards are up and I get down, each {cut} against the one before, {period}",
      "which base for active card growth {period}, the previous {cut}?",
    ],
    slots: { period: spanning("fact_card_transaction", "event_time"), cut: CALENDAR_CUTS },
  },
];
