import { CALENDAR_CUTS, lately, numbers, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const revenue: readonly Asked[] = [
  {
    id: "interchange_by_mcc",
    tables: ["fact_card_transaction", "dim_merchant"],
    columns: ["fact_card_transaction.interchange_bps", "dim_merchant.mcc"],
    sql:
      "SELECT m.mcc, sum(t.amount_cents * t.interchange_bps) / 1e6 FROM fact_card_transaction t JOIN dim_merchant m USING (merchant_id) WHERE t.event_time > {period} AND t.auth_result = 'captured' GROUP BY 1 ORDER BY 2 DESC LIMIT {top}",
    wordings: [
      "interchange by MCC {period}, top {top}, are any codes without a rate?",
      "which {top} merchant codes earn most interchange {period}, and do some earn none?",
      "top {top} MCCs by interchange {period}, is each mapped to a line?",
      "are we paid in every merchant category? interchange {period}, {top} largest",
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
      "{channel} swipes {period} that earn us {bps} bps or less",
      "how many {channel} swipes {period} bring in {bps} bps or nothing?",
      "{channel} swipes {period} with no proper rate, {bps} bps or under",
      "are we getting paid for {channel} swipes {period}? those at {bps} bps or below",
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
      "how much did we bill and never collect? per {cut} {period}",
      "premium money we never got per {cut} {period}",
      "subscription income missing per {cut} {period}, billed but not paid",
      "uncollected invoices in dollars per {cut} {period}",
    ],
    slots: { period: spanning("fact_subscription_invoice", "period_start"), cut: CALENDAR_CUTS },
  },
  {
    id: "revenue_by_plan",
    tables: ["fact_subscription_invoice", "dim_plan"],
    columns: ["fact_subscription_invoice.amount_cents"],
    sql:
      "SELECT p.{by}, sum(i.amount_cents) / 100.0 FROM fact_subscription_invoice i LEFT JOIN dim_plan p USING (plan_id) WHERE i.period_start > {period} GROUP BY 1",
    wordings: [
      "subscription revenue {period} by {by}, and what isn't assigned to any",
      "premium revenue {period} that no {by} picks up",
      "how much invoice money {period} can't be put on a {by}?",
      "does every {by} show up in revenue {period}, or is one left out?",
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
      "{channel} spend {period} at merchants without an MCC, so without a rate",
      "how much {channel} spend {period} is assigned to no sector?",
      "{channel} volume {period} with a merchant code nobody mapped",
      "which {channel} spend {period} earns nothing because the merchant has no category code?",
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
      "interchange on {result} swipes per {cut} {period}, the ledger has more",
      "does our {result} interchange tie to the books? per {cut} {period}",
      "how much interchange did {result} swipes bring per {cut} {period}, is some not booked?",
      "{result} interchange per {cut} {period} to explain the gap to the settlement",
    ],
    slots: {
      period: spanning("fact_card_transaction", "event_time"),
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
      "which channel earns no interchange {period}? tickets over {floor}",
      "are we paid the agreed rate per channel {period}? tickets over {floor}",
      "bps we really earn per channel {period}, amounts over {floor}",
      "does a channel come without a rate {period}? tickets above {floor}",
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
      "did we charge the old price on {cadence} plans {period}?",
      "{cadence} bills {period} below or above list price, money we miss",
      "how many {cadence} invoices {period} were charged at a wrong price?",
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
      "{channel} income per {cut} {period}, I see it in no report",
      "which revenue line do {channel} fees go to? per {cut} {period}",
      "{channel} swipes per {cut} {period} and what they bring us, it looks like nothing",
    ],
    slots: {
      period: spanning("fact_card_transaction", "event_time"),
      cut: CALENDAR_CUTS,
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
];
