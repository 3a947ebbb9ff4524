import { CALENDAR_CUTS, lately, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const attribution: readonly Asked[] = [
  {
    id: "signups_by_source",
    tables: ["dim_customer"],
    columns: ["dim_customer.created_at", "dim_customer.kyc_status"],
    sql:
      "SELECT date_trunc({cut}, created_at), count(*) FROM dim_customer WHERE created_at > {period} AND kyc_status = {status} GROUP BY 1",
    wordings: [
      "where do {status} sign-ups come from? per {cut} {period}",
      "{status} sign-ups per {cut} {period} with no known origin",
      "which campaign brought the {status} customers? per {cut} {period}",
      "did podcasts bring us any {status} sign-ups? per {cut} {period}",
    ],
    slots: {
      period: spanning("dim_customer", "created_at"),
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
      "drop-off from card activation to the first {channel} swipe {period}",
      "how many cards activated {period} make it to a {channel} swipe?",
      "where do we lose people between activating a card and a {channel} purchase? {period}",
      "activated {period} and then used in {channel}, share that gets there",
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
      "how many new accounts ever get to the card step? per {cut} {period}",
      "from opened account to card per {cut} {period}, share that gets there",
      "where do people stop after opening an account? per {cut} {period}",
      "account to card conversion per {cut} {period}",
    ],
    slots: { period: spanning("dim_account", "created_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "premium_conversion",
    tables: ["dim_customer", "fact_subscription_invoice"],
    columns: ["dim_customer.created_at"],
    sql:
      "SELECT date_trunc({cut}, c.created_at), count(DISTINCT i.customer_id) * 1.0 / count(DISTINCT c.customer_id) FROM dim_customer c LEFT JOIN fact_subscription_invoice i USING (customer_id) WHERE c.created_at > {period} GROUP BY 1",
    wordings: [
      "what share of newcomers goes premium, per sign-up {cut} {period}, and which ads brought them?",
      "premium conversion by sign-up {cut} {period}, credited to a campaign if known",
      "which sign-up {cut} {period} turned into the most premium users?",
      "path from sign-up to premium, share by {cut} {period}, source unknown so far",
    ],
    slots: { period: spanning("dim_customer", "created_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "kyc_step",
    tables: ["dim_customer"],
    columns: ["dim_customer.kyc_status"],
    sql:
      "SELECT kyc_status, count(*) * 1.0 / sum(count(*)) OVER () FROM dim_customer WHERE created_at > {period} AND kyc_status <> {not} GROUP BY 1",
    wordings: [
      "where do sign-ups {period} stop on the way through KYC? leave out {not}",
      "share of newcomers {period} who make it past verification, {not} left out",
      "KYC drop-off {period} without {not}",
      "who never finished verification {period}? shares, {not} left out",
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
      "more {type} accounts opened than people signed up? per {cut} {period}",
      "{type} openings per {cut} {period} to compare with the sign-up step",
      "is the sign-up event firing? {type} accounts opened per {cut} {period} look too many",
      "which step comes before a {type} account opening? openings per {cut} {period}",
    ],
    slots: { period: spanning("dim_account", "created_at"), cut: CALENDAR_CUTS, type: values("checking", "savings") },
  },
  {
    id: "activation_delay",
    tables: ["dim_card", "dim_account"],
    columns: ["dim_account.created_at", "dim_card.activated_at"],
    sql:
      "SELECT quantile_cont(date_diff('day', a.created_at, c.activated_at), {q}) FROM dim_card c JOIN dim_account a USING (account_id) WHERE c.activated_at > {period}",
    wordings: [
      "{q} days from account opening to card activation {period}, where do they hang?",
      "how long from opening an account to switching the card on? {q}, {period}",
      "time between the account step and the card step {period}, {q} days",
      "{q} days on the way to activation {period}, the steps in between aren't tracked",
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
      "which sign-up {cut} do the cards used {period} go back to?",
      "cards active {period} by sign-up {cut}, and what first brought those people",
      "who gets the credit for cards active {period}? by sign-up {cut}",
      "active cards {period} traced back to sign-up {cut}, channel unknown",
    ],
    slots: { period: spanning("fact_card_transaction", "event_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "never_used",
    tables: ["dim_card", "fact_card_transaction"],
    columns: ["dim_card.status"],
    sql:
      "SELECT c.status, count(*) FROM dim_card c LEFT JOIN fact_card_transaction t USING (card_id) WHERE t.card_id IS NULL AND c.activated_at > {period} AND c.status = {status} GROUP BY 1",
    wordings: [
      "{status} cards activated {period} that never got to a first swipe",
      "how many {status} cards {period} get stuck between activation and first use?",
      "{status} cards switched on {period} that drop out before paying anything",
      "{status} cards {period} that end the journey unused",
    ],
    slots: { period: lately("dim_card", "activated_at"), status: values("active", "inactive", "blocked", "replaced") },
  },
];
