import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const revenue: readonly Asked[] = [
  {
    id: "interchange_by_mcc",
    tables: ["fact_card_transaction", "dim_merchant"],
    columns: ["fact_card_transaction.interchange_bps", "dim_merchant.mcc"],
    sql:
      "SELECT m.mcc, sum(t.amount_cents * t.interchange_bps) / 1e6 FROM fact_card_transaction t JOIN dim_merchant m USING (merchant_id) WHERE t.event_time > {period} AND t.auth_result = 'captured' GROUP BY 1 ORDER BY 2 DESC LIMIT {top}",
    wordings: [
      "interchange by MCC {period}, top {top}",
      "top {top} merchant codes by interchange {period}",
      "which {top} MCCs earn most interchange {period}?",
      "interchange earned per merchant category {period}, first {top}",
    ],
    slots: { period: lately("fact_card_transaction", "event_time"), top: numbers(5, 8, 10, 15, 20, 25, 50) },
  },
  {
    id: "zero_interchange",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.interchange_bps", "fact_card_transaction.channel"],
    sql:
      "SELECT count(*) FROM fact_card_transaction WHERE event_time > {period} AND coalesce(interchange_bps, 0) <= {bps} AND channel = {channel}",
    wordings: [
      "{channel} swipes {period} with interchange of {bps} bps or less",
      "{channel} transactions {period} that earn {bps} bps at most",
      "unrated {channel} swipes {period}, {bps} bps or under",
      "how many {channel} swipes {period} bring {bps} bps or nothing?",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
      bps: numbers(0, 5, 10, 20),
    },
  },
  {
    id: "unpaid_subscriptions",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.amount_cents", "fact_subscription_invoice.paid_at"],
    sql:
      "SELECT date_trunc({cut}, period_start), sum(amount_cents) / 100.0 FROM fact_subscription_invoice WHERE paid_at IS NULL AND period_start > {period} GROUP BY 1",
    wordings: [
      "subscription revenue not paid per {cut} {period}",
      "unpaid premium money by {cut} {period}",
      "how much did we bill and never collect {period}, per {cut}",
      "{cut} total of uncollected invoices {period}",
    ],
    slots: { period: lately("fact_subscription_invoice", "period_start"), cut: CALENDAR_CUTS },
  },
  {
    id: "revenue_by_plan",
    tables: ["fact_subscription_invoice", "dim_plan"],
    columns: ["fact_subscription_invoice.amount_cents"],
    sql:
      "SELECT p.{by}, sum(i.amount_cents) / 100.0 FROM fact_subscription_invoice i LEFT JOIN dim_plan p USING (plan_id) WHERE i.period_start > {period} GROUP BY 1",
    wordings: [
      "subscription revenue {period} by {by}, unmapped shown",
      "premium revenue per {by} {period}",
      "revenue {period} not assigned to any {by}",
      "invoice money by {by} {period}, plus the rest",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "period_start"),
      by: spoken(["plan", "name"], ["plan name", "name"], ["cadence", "cadence"], ["plan price", "price_cents"]),
    },
  },
  {
    id: "merchants_lacking_mcc",
    tables: ["fact_card_transaction", "dim_merchant"],
    columns: ["dim_merchant.mcc"],
    sql:
      "SELECT count(DISTINCT t.merchant_id), sum(t.amount_cents) / 100.0 FROM fact_card_transaction t LEFT JOIN dim_merchant m USING (merchant_id) WHERE m.mcc IS NULL AND t.event_time > {period} AND t.channel = {channel}",
    wordings: [
      "{channel} spend {period} at merchants without MCC",
      "merchants lacking a category code, {channel} volume {period}",
      "how much {channel} spend {period} falls to no sector?",
      "{channel} volume with unmapped MCC {period}",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
  {
    id: "interchange_monthly",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.interchange_bps", "fact_card_transaction.auth_result"],
    sql:
      "SELECT date_trunc({cut}, event_time), sum(amount_cents * interchange_bps) / 1e6 FROM fact_card_transaction WHERE event_time > {period} AND auth_result = {result} GROUP BY 1",
    wordings: [
      "interchange on {result} swipes per {cut} {period}, to tie with the ledger",
      "{cut} interchange {period}, {result} transactions",
      "ledger check: {result} interchange by {cut} {period}",
      "how much interchange did {result} swipes bring per {cut} {period}?",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      cut: CALENDAR_CUTS,
      result: values("captured", "reversed"),
    },
  },
  {
    id: "effective_rate",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.interchange_bps", "fact_card_transaction.channel"],
    sql:
      "SELECT channel, sum(amount_cents * interchange_bps) * 1.0 / sum(amount_cents) FROM fact_card_transaction WHERE event_time > {period} AND amount_cents > {floor} GROUP BY 1",
    wordings: [
      "effective bps per channel {period}, tickets over {floor}",
      "average interchange rate by channel {period} above {floor}",
      "which channel earns no interchange {period}? tickets over {floor}",
      "blended rate by channel {period}, amounts over {floor}",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      floor: spoken(["zero", "0"], ["$1", "100"], ["$10", "1000"], ["$50", "5000"]),
    },
  },
  {
    id: "price_vs_billed",
    tables: ["fact_subscription_invoice", "dim_plan"],
    columns: ["fact_subscription_invoice.amount_cents", "dim_plan.price_cents"],
    sql:
      "SELECT p.name, count(*) FROM fact_subscription_invoice i JOIN dim_plan p USING (plan_id) WHERE i.amount_cents <> p.price_cents AND i.period_start > {period} AND p.cadence = {cadence} GROUP BY 1",
    wordings: [
      "{cadence} invoices {period} billed at another price than the plan's",
      "{cadence} bills {period} that differ from list price",
      "where does billed {cadence} amount not match plan price {period}?",
      "count {cadence} invoices off the price list {period}",
    ],
    slots: { period: lately("fact_subscription_invoice", "period_start"), cadence: values("monthly", "annual") },
  },
  {
    id: "atm_income",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.channel", "fact_card_transaction.interchange_bps"],
    sql:
      "SELECT date_trunc({cut}, event_time), count(*), sum(interchange_bps) FROM fact_card_transaction WHERE event_time > {period} AND channel = {channel} GROUP BY 1",
    wordings: [
      "do we earn anything on {channel} swipes? per {cut} {period}",
      "{channel} income per {cut} {period}",
      "{cut} count of {channel} swipes and their bps {period}",
      "fees on {channel} transactions by {cut} {period}",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      cut: CALENDAR_CUTS,
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
];
