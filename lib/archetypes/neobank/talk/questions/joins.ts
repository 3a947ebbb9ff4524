import { CALENDAR_CUTS, lately, numbers, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const joins: readonly Asked[] = [
  {
    id: "swipes_without_merchant",
    tables: ["fact_card_transaction", "dim_merchant"],
    columns: ["fact_card_transaction.merchant_id"],
    sql:
      "SELECT count(*) FROM fact_card_transaction t LEFT JOIN dim_merchant m USING (merchant_id) WHERE m.merchant_id IS NULL AND t.event_time > {period} AND t.channel = {channel}",
    wordings: [
      "{channel} transactions {period} with no matching merchant",
      "how many {channel} swipes {period} have a merchant nobody knows?",
      "{channel} swipes {period} whose merchant id isn't in the merchant list",
      "where did the merchant go? {channel} swipes {period} that lead to none",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
  {
    id: "null_merchant",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.merchant_id"],
    sql:
      "SELECT date_trunc({cut}, event_time), avg((merchant_id IS NULL)::INT) FROM fact_card_transaction WHERE event_time > {period} GROUP BY 1",
    wordings: [
      "share of swipes with an empty merchant id per {cut} {period}",
      "how often is the merchant missing on swipes? per {cut} {period}",
      "is merchant id blank more often lately? per {cut} {period}",
      "swipes without any merchant id on them per {cut} {period}",
    ],
    slots: { period: spanning("fact_card_transaction", "event_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "null_card",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.card_id", "fact_card_transaction.channel"],
    sql:
      "SELECT count(*) FROM fact_card_transaction WHERE event_time > {period} AND card_id IS NULL AND channel = {channel}",
    wordings: [
      "{channel} transactions {period} that came without a card id",
      "how many {channel} swipes {period} can't be tied to a card because the id is empty?",
      "card id missing on {channel} swipes {period}",
      "{channel} swipes {period} with the card id blank",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
  {
    id: "cards_without_account",
    tables: ["dim_card", "dim_account"],
    columns: ["dim_card.account_id"],
    sql:
      "SELECT c.status, count(*) FROM dim_card c LEFT JOIN dim_account a USING (account_id) WHERE a.account_id IS NULL AND c.activated_at > {period} GROUP BY 1",
    wordings: [
      "cards activated {period} whose account [doesn't exist|can't be found], by status",
      "which cards activated {period} lead to no account?",
      "cards {period} pointing at an account that was [deleted|purged]",
      "how many cards activated {period} [hang in the air|are left] without an account?",
    ],
    slots: { period: lately("dim_card", "activated_at") },
  },
  {
    id: "swipe_before_activation",
    tables: ["fact_card_transaction", "dim_card"],
    columns: ["fact_card_transaction.event_time", "dim_card.activated_at"],
    sql:
      "SELECT count(*) FROM fact_card_transaction t JOIN dim_card c USING (card_id) WHERE t.event_time < c.activated_at - INTERVAL {slack} AND t.event_time > {period}",
    wordings: [
      "swipes {period} dated more than {slack} before the card was activated",
      "how can a card pay {slack} before it was switched on? swipes {period}",
      "impossible dates, swipes {period} over {slack} ahead of activation",
      "transactions {period} that are {slack} older than their own card",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      slack: spoken(["an hour", "1 HOUR"], ["a day", "1 DAY"], ["a week", "7 DAY"], ["a month", "30 DAY"]),
    },
  },
  {
    id: "invoices_without_customer",
    tables: ["fact_subscription_invoice", "dim_customer"],
    columns: ["fact_subscription_invoice.customer_id"],
    sql:
      "SELECT count(*) FROM fact_subscription_invoice i LEFT JOIN dim_customer c USING (customer_id) WHERE c.customer_id IS NULL AND i.period_start > {period} AND i.amount_cents > {floor}",
    wordings: [
      "invoices {period} above {floor} with no customer behind them",
      "how many bills over {floor} {period} point to a customer we don't have?",
      "invoices over {floor} {period} that lose their customer on the way",
      "bills above {floor} {period} whose customer id leads nowhere",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "period_start"),
      floor: spoken(["zero", "0"], ["$5", "500"], ["$9", "900"], ["$50", "5000"]),
    },
  },
  {
    id: "invoices_unknown_plan",
    tables: ["fact_subscription_invoice", "dim_plan"],
    columns: ["fact_subscription_invoice.plan_id"],
    sql:
      "SELECT i.plan_id, count(*) FROM fact_subscription_invoice i LEFT JOIN dim_plan p USING (plan_id) WHERE p.plan_id IS NULL AND i.period_start > {period} GROUP BY 1 ORDER BY 2 DESC LIMIT {top}",
    wordings: [
      "top {top} plan ids on invoices {period} that no plan has",
      "which {top} plan ids on bills {period} don't resolve?",
      "invoices {period} pointing to plans that don't exist, first {top}",
      "{top} most frequent dead plan ids on invoices {period}",
    ],
    slots: { period: lately("fact_subscription_invoice", "period_start"), top: numbers(5, 8, 10, 15, 20, 25, 50) },
  },
  {
    id: "accounts_before_customer",
    tables: ["dim_account", "dim_customer"],
    columns: ["dim_account.created_at", "dim_customer.created_at"],
    sql:
      "SELECT count(*) FROM dim_account a JOIN dim_customer c USING (customer_id) WHERE a.created_at < c.created_at AND a.type = {type} AND a.created_at > {period}",
    wordings: [
      "{type} accounts {period} created before the customer existed",
      "how many {type} accounts {period} predate their owner's sign-up?",
      "impossible dates, {type} accounts opened {period} before their customer joined",
      "{type} accounts older than their own customer, opened {period}",
    ],
    slots: { period: lately("dim_account", "created_at"), type: values("checking", "savings") },
  },
  {
    id: "match_rate_card",
    tables: ["fact_card_transaction", "dim_card"],
    columns: ["fact_card_transaction.card_id"],
    sql:
      "SELECT date_trunc({cut}, t.event_time), avg((c.card_id IS NOT NULL)::INT) FROM fact_card_transaction t LEFT JOIN dim_card c USING (card_id) WHERE t.event_time > {period} GROUP BY 1",
    wordings: [
      "what share of swipes finds its card? per {cut} {period}",
      "match rate of transactions to cards per {cut} {period}",
      "swipes that can't be tied to any card, share per {cut} {period}",
      "how many swipes lose their card on the way? share by {cut} {period}",
    ],
    slots: { period: spanning("fact_card_transaction", "event_time"), cut: CALENDAR_CUTS },
  },
  {
    id: "full_chain",
    tables: ["fact_card_transaction", "dim_card", "dim_account", "dim_customer"],
    columns: [],
    sql:
      "SELECT count(*) FROM fact_card_transaction t JOIN dim_card c USING (card_id) JOIN dim_account a USING (account_id) LEFT JOIN dim_customer k USING (customer_id) WHERE k.customer_id IS NULL AND t.event_time > {period} AND t.channel = {channel}",
    wordings: [
      "{channel} swipes {period} that reach an account but no customer",
      "where does the chain from {channel} swipe to customer break {period}?",
      "{channel} swipes {period} with card and account whose customer is unknown",
      "how many {channel} swipes {period} end at an account that belongs to nobody?",
    ],
    slots: {
      period: lately("fact_card_transaction", "event_time"),
      channel: values("ecommerce", ["card present", "card_present"], ["ATM", "atm"]),
    },
  },
];
