/** Interchange of card payments, and the premium subscription. */
import type { DefinedKpi, RevenueModel } from "../../contracts/revenue.ts";
import dailySql from "./revenue/daily.sql" with { type: "text" };
import invoiceSql from "./revenue/invoice.sql" with { type: "text" };
import transactionSql from "./revenue/transaction.sql" with { type: "text" };

/** Sum of what was captured among some rows of payments, half up to the cent once. */
function interchange(rows: string): string {
  return `SELECT (CAST(coalesce(sum(t.amount_cents * t.interchange_bps), 0) AS BIGINT) + 5000) // 10000 FROM ${rows}`;
}

function invoiced(rows: string): string {
  return `SELECT CAST(coalesce(sum(t.amount_cents), 0) AS BIGINT) FROM ${rows}`;
}

/** Bounds on stored times, so that an engine skips most of the file. */
const inWindow = (time: string) => `${time} >= getvariable('window_start') AND ${time} < getvariable('window_end')`;
const inUtcDays = (time: string) => `${time} >= getvariable('utc_start') AND ${time} < getvariable('utc_end')`;
const payments = "window_fact_card_transaction AS t WHERE";
const invoices = "window_fact_subscription_invoice AS t WHERE";

const interchangeRevenue: DefinedKpi = {
  title: "Interchange revenue",
  table: "fact_card_transaction",
  definitions: [
    { title: "captured, each payment once", sql: interchange(`${payments} t.copy = 1 AND t.auth_result = 'captured'`) },
    { title: "captured, repeated loads included", sql: interchange(`${payments} t.auth_result = 'captured'`) },
    { title: "gross: declined and reversed payments included", sql: interchange(`${payments} t.copy = 1`) },
    {
      title: "captured, by UTC day",
      sql: interchange(`first_fact_card_transaction AS t
  WHERE t.auth_result = 'captured' AND ${inUtcDays("t.event_time")}`),
    },
    {
      title: "captured, by the day of the load",
      sql: interchange(`first_fact_card_transaction AS t
  WHERE t.auth_result = 'captured' AND ${inWindow("t.loaded_at")}`),
    },
  ],
};

const subscriptionRevenue: DefinedKpi = {
  title: "Subscription revenue",
  table: "fact_subscription_invoice",
  definitions: [
    { title: "paid, by the start of the period", sql: invoiced(`${invoices} t.copy = 1 AND t.paid_at IS NOT NULL`) },
    { title: "paid, repeated loads included", sql: invoiced(`${invoices} t.paid_at IS NOT NULL`) },
    { title: "billed, paid or not", sql: invoiced(`${invoices} t.copy = 1`) },
    {
      title: "paid, by the day of payment",
      sql: invoiced(`first_fact_subscription_invoice AS t WHERE ${inWindow("t.paid_at")}`),
    },
    {
      title: "paid, by UTC day",
      sql: invoiced(`first_fact_subscription_invoice AS t
  WHERE t.paid_at IS NOT NULL AND ${inUtcDays("t.period_start")}`),
    },
  ],
};

/** True of a payment whose merchant is known and has a sector (merchant category code). */
const HAS_SECTOR = `EXISTS (SELECT 1 FROM dim_merchant AS m WHERE m.merchant_id = r.merchant_id AND m.mcc IS NOT NULL)`;

export const revenue: RevenueModel = {
  dailySql,
  sources: [
    { table: "fact_card_transaction", sql: transactionSql },
    { table: "fact_subscription_invoice", sql: invoiceSql },
    { table: "dim_card", from: [{ table: "fact_card_transaction", column: "card_id" }] },
    { table: "dim_merchant", from: [{ table: "fact_card_transaction", column: "merchant_id" }] },
    { table: "dim_account", from: [{ table: "dim_card", column: "account_id" }] },
    { table: "dim_plan", from: [{ table: "fact_subscription_invoice", column: "plan_id" }] },
    {
      table: "dim_customer",
      from: [
        { table: "dim_account", column: "customer_id" },
        { table: "fact_subscription_invoice", column: "customer_id" },
      ],
    },
  ],
  keys: [
    { table: "fact_card_transaction", column: "card_id" },
    { table: "fact_card_transaction", column: "merchant_id" },
    { table: "fact_subscription_invoice", column: "customer_id" },
    { table: "fact_subscription_invoice", column: "plan_id" },
  ],
  coverage: [{
    table: "fact_subscription_invoice",
    column: "paid_at",
    title: "invoices unpaid at the end of the window",
    low: "r.paid_at IS NULL AND r.counted_ds <= getvariable('window_to') - 7",
    mid: "r.paid_at IS NULL",
    high: "(r.paid_at IS NULL OR r.paid_at > r.period_start + INTERVAL 3 DAY)",
    basis:
      "low: unpaid for a week, when the last retry is over; mid: unpaid; high: also paid more than three days late",
  }],
  attribution: [{
    table: "fact_card_transaction",
    column: "merchant_id",
    title: "payments without a merchant sector",
    low: "r.merchant_id IS NULL",
    mid: `NOT ${HAS_SECTOR}`,
    high: `(NOT ${HAS_SECTOR} OR r.channel IS NULL)`,
    basis:
      "low: no merchant stands in the row; mid: nor does one with a sector stand behind it; high: also payments without a channel",
  }],
  kpis: [interchangeRevenue, subscriptionRevenue],
};
