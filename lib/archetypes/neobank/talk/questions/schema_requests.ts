import { CALENDAR_CUTS, lately, numbers, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const schemaRequests: readonly Asked[] = [
  {
    id: "decline_reason",
    tables: ["fact_card_transaction"],
    columns: ["fact_card_transaction.auth_result"],
    sql:
      "SELECT {by}, count(*) FROM fact_card_transaction WHERE event_time > {period} AND auth_result = 'declined' GROUP BY 1",
    wordings: [
      "do we keep a decline reason? else declines per {by} {period}",
      "why were swipes declined {period}? at least split by {by}, no reason is stored",
      "can we start saving the decline reason? until then declines by {by} {period}",
      "declines {period} by reason, or by {by} if there is no such column",
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
      "is the wallet recorded for {channel} swipes? per {cut} {period}",
      "phone or plastic? {channel} swipes per {cut} {period} if we store it",
      "could {channel} swipes carry the wallet type? counts per {cut} {period} for now",
      "wallet on {channel} swipes per {cut} {period}, I can't find a column for it",
    ],
    slots: {
      period: spanning("fact_card_transaction", "event_time"),
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
      "do we save the phone people sign up with? new customers per {cut} {period}",
      "sign-ups per {cut} {period} by device, is that kept anywhere?",
      "can the sign-up device be added to customers? per {cut} {period}",
      "which device did they register on? customers per {cut} {period}, no column that I see",
    ],
    slots: { period: spanning("dim_customer", "created_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "account_history",
    tables: ["dim_account"],
    columns: ["dim_account.status", "dim_account.type"],
    sql: "SELECT status, count(*) FROM dim_account WHERE type = {type} AND created_at > {period} GROUP BY 1",
    wordings: [
      "what was the status of {type} accounts {period} day by day, is that kept?",
      "is the past status of {type} accounts stored? opened {period}",
      "month-end status of {type} accounts opened {period}, or do we only hold today's?",
      "please keep a history of status for {type} accounts, opened {period} first",
    ],
    slots: { period: lately("dim_account", "created_at"), type: values("checking", "savings") },
  },
  {
    id: "cancel_reason",
    tables: ["fact_subscription_invoice"],
    columns: ["fact_subscription_invoice.paid_at", "fact_subscription_invoice.plan_id"],
    sql:
      "SELECT plan_id, count(*) FROM fact_subscription_invoice WHERE paid_at IS NULL AND period_start > {period} GROUP BY 1",
    wordings: [
      "why did people stop premium {period}, is the reason stored? unpaid by plan",
      "is there a cancel reason for unpaid invoices {period}? by plan",
      "can we capture why a subscription lapsed? unpaid by plan {period} until then",
      "unpaid invoices {period} by plan and cancel reason, I find no such field",
    ],
    slots: {
      period: lately("fact_subscription_invoice", "period_start"),
    },
  },
  {
    id: "merchant_city",
    tables: ["dim_merchant"],
    columns: [],
    sql: "SELECT mcc, count(*) FROM dim_merchant WHERE mcc {codes} GROUP BY 1 ORDER BY 2 DESC LIMIT {top}",
    wordings: [
      "do merchants {codes} have a city or region? first {top}",
      "top {top} cities of merchants {codes}, is the location kept?",
      "could we add the city to merchants {codes}? {top} largest groups for now",
      "where are merchants {codes} located? {top} rows, I see no address column",
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
      "are {status} cards activated {period} virtual or physical, do we store that?",
      "{status} cards {period} by design, if it is recorded",
      "can card type be added? {status} cards activated {period} meanwhile",
      "which of the {status} cards {period} are virtual? there is no column for it",
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
      "are last year's prices of {cadence} plans over {floor} stored?",
      "since when do {cadence} plans cost more than {floor}? we only hold today's price",
      "can we keep valid-from dates for {cadence} plan prices over {floor}?",
      "what did {cadence} plans above {floor} cost before, is that kept?",
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
      "when were cards mailed? not stored I think, delay to activation by {cut} {period}",
      "do we record the day a card ships? days to activation per {cut} {period}",
      "card delivery time per {cut} {period}, or from account opening if no ship date is kept",
      "could cards carry a mail date? activations per {cut} {period} until then",
    ],
    slots: { period: spanning("dim_card", "activated_at"), cut: CALENDAR_CUTS },
  },
];
