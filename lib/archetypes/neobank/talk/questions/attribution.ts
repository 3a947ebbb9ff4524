import { CALENDAR_CUTS, lately, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const attribution: readonly Asked[] = [
  {
    id: "signups_by_source",
    tables: ["dim_customer"],
    columns: ["dim_customer.created_at", "dim_customer.kyc_status"],
    sql:
      "SELECT date_trunc({cut}, created_at), count(*) FROM dim_customer WHERE created_at > {period} AND kyc_status = {status} GROUP BY 1",
    wordings: [
      "{status} sign-ups by marketing source per {cut} {period}",
      "where do {status} customers come from {period}? by {cut}",
      "{cut} sign-ups with source, {status} ones {period}",
      "{status} newcomers per {cut} {period} by campaign",
    ],
    slots: {
      period: lately("dim_customer", "created_at"),
      cut: CALENDAR_CUTS,
      status: values("verified", "pending", "review", "rejected"),
    },
  },
  {
    id: "kyc_to_first_swipe",
    tables: ["dim_card", "fact_card_transaction"],
    columns: ["dim_card.activated_at"],
    sql:
      "SELECT count(DISTINCT c.card_id), count(DISTINCT t.card_id) FROM dim_card c LEFT JOIN fact_card_transaction t ON t.card_id = c.card_id AND t.channel = {channel} WHERE c.activated_at > {period}",
    wordings: [
      "drop-off from card activation to first {channel} swipe {period}",
      "activated {period} and ever used in {channel}: both counts",
      "how many cards activated {period} reach a {channel} swipe?",
      "activation to {channel} purchase conversion {period}",
    ],
    slots: {
      period: lately("dim_card", "activated_at"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
  {
    id: "account_to_card",
    tables: ["dim_account", "dim_card"],
    columns: [],
    sql:
      "SELECT date_trunc({cut}, a.created_at), count(DISTINCT a.account_id), count(DISTINCT c.account_id) FROM dim_account a LEFT JOIN dim_card c USING (account_id) WHERE a.created_at > {period} GROUP BY 1",
    wordings: [
      "account opening to card activation per {cut} {period}",
      "funnel account to card by {cut} {period}",
      "how many new accounts get a card, per {cut} {period}",
      "{cut} conversion from account to card {period}",
    ],
    slots: { period: lately("dim_account", "created_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "premium_conversion",
    tables: ["dim_customer", "fact_subscription_invoice"],
    columns: ["dim_customer.created_at"],
    sql:
      "SELECT date_trunc({cut}, c.created_at), count(DISTINCT i.customer_id) * 1.0 / count(DISTINCT c.customer_id) FROM dim_customer c LEFT JOIN fact_subscription_invoice i USING (customer_id) WHERE c.created_at > {period} GROUP BY 1",
    wordings: [
      "premium conversion by signup {cut} {period}",
      "share of newcomers per {cut} {period} that became premium",
      "premium conversion of {cut} cohorts {period}, by campaign if known",
      "which {cut} cohort {period} converts to premium best?",
    ],
    slots: { period: lately("dim_customer", "created_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "kyc_step",
    tables: ["dim_customer"],
    columns: ["dim_customer.kyc_status"],
    sql:
      "SELECT kyc_status, count(*) * 1.0 / sum(count(*)) OVER () FROM dim_customer WHERE created_at > {period} AND kyc_status <> {not} GROUP BY 1",
    wordings: [
      "where do sign-ups {period} stop in KYC? without {not}",
      "share of newcomers per KYC step {period}, {not} left out",
      "KYC drop-off {period} excluding {not}",
      "funnel of verification outcomes {period}, no {not}",
    ],
    slots: { period: lately("dim_customer", "created_at"), not: values("rejected", "pending", "review") },
  },
  {
    id: "step_exceeds_step",
    tables: ["dim_account"],
    columns: ["dim_account.created_at", "dim_account.type"],
    sql:
      "SELECT date_trunc({cut}, created_at), count(*) FROM dim_account WHERE created_at > {period} AND type = {type} GROUP BY 1",
    wordings: [
      "{type} accounts opened per {cut} {period}, to hold against sign-ups",
      "more {type} accounts than sign-ups {period}? by {cut}",
      "{type} openings by {cut} {period} for the funnel",
      "step count: {type} account opened, per {cut} {period}",
    ],
    slots: { period: lately("dim_account", "created_at"), cut: CALENDAR_CUTS, type: values("checking", "savings") },
  },
  {
    id: "activation_delay",
    tables: ["dim_card", "dim_account"],
    columns: ["dim_account.created_at", "dim_card.activated_at"],
    sql:
      "SELECT quantile_cont(date_diff('day', a.created_at, c.activated_at), {q}) FROM dim_card c JOIN dim_account a USING (account_id) WHERE c.activated_at > {period}",
    wordings: [
      "{q} days from account opening to activation {period}",
      "how long until the card is switched on, {q} {period}",
      "time between funnel steps account and card, {q} {period}",
      "{q} activation delay {period}",
    ],
    slots: {
      period: lately("dim_card", "activated_at"),
      q: spoken(["median", "0.5"], ["p75", "0.75"], ["p90", "0.9"], ["p95", "0.95"]),
    },
  },
  {
    id: "cohort_activity",
    tables: ["dim_customer", "dim_account", "dim_card", "fact_card_transaction"],
    columns: ["dim_customer.created_at"],
    sql:
      "SELECT date_trunc({cut}, k.created_at), count(DISTINCT t.card_id) FROM dim_customer k JOIN dim_account a USING (customer_id) JOIN dim_card c USING (account_id) JOIN fact_card_transaction t USING (card_id) WHERE t.event_time > {period} GROUP BY 1",
    wordings: [
      "active cards {period} by signup {cut}, first channel unknown",
      "cards used {period} per signup {cut} cohort",
      "which signup {cut} brings the active cards {period}?",
      "swiping cards {period} credited to signup {cut}",
    ],
    slots: { period: lately("fact_card_transaction", "event_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "never_used",
    tables: ["dim_card", "fact_card_transaction"],
    columns: ["dim_card.status"],
    sql:
      "SELECT c.status, count(*) FROM dim_card c LEFT JOIN fact_card_transaction t USING (card_id) WHERE t.card_id IS NULL AND c.activated_at > {period} AND c.status = {status} GROUP BY 1",
    wordings: [
      "{status} cards activated {period} that never had a swipe",
      "{status} cards {period} stuck before the first swipe",
      "how many {status} cards {period} end the funnel unused?",
      "unused {status} cards, activated {period}",
    ],
    slots: { period: lately("dim_card", "activated_at"), status: values("active", "inactive", "blocked", "replaced") },
  },
];
