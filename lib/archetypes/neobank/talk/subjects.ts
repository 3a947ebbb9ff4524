/** What of the schema each theme is about. */
import type { Theme } from "../../../contracts/demand.ts";
import type { TalkSubject } from "../../../contracts/talk.ts";

type Named = readonly [table: string, column?: string, parent?: string];

const BY_THEME: Readonly<Record<Theme, readonly Named[]>> = {
  metric_definition_mismatch: [
    ["fact_card_transaction", "auth_result"],
    ["fact_card_transaction", "amount_cents"],
    ["fact_card_transaction", "event_time"],
    ["fact_card_transaction", "channel"],
    ["fact_card_transaction"],
    ["dim_customer", "kyc_status"],
    ["dim_customer", "created_at"],
    ["dim_account", "status"],
    ["dim_account", "type"],
    ["dim_card", "status"],
    ["fact_subscription_invoice", "period_start"],
    ["fact_subscription_invoice", "paid_at"],
    ["fact_subscription_invoice"],
  ],
  join_keys_orphans: [
    ["fact_card_transaction", "merchant_id", "dim_merchant"],
    ["fact_card_transaction", "card_id", "dim_card"],
    ["dim_card", "account_id", "dim_account"],
    ["dim_account", "customer_id", "dim_customer"],
    ["fact_subscription_invoice", "customer_id", "dim_customer"],
    ["fact_subscription_invoice", "plan_id", "dim_plan"],
  ],
  freshness_ingest_lag: [
    ["fact_card_transaction", "loaded_at"],
    ["fact_card_transaction"],
    ["fact_subscription_invoice", "loaded_at"],
    ["fact_subscription_invoice"],
    ["dim_customer"],
    ["dim_account"],
    ["dim_card"],
    ["dim_merchant"],
  ],
  duplicates_dedup: [
    ["fact_card_transaction", "txn_id"],
    ["fact_card_transaction"],
    ["fact_subscription_invoice", "invoice_id"],
    ["fact_subscription_invoice"],
    ["dim_customer", "customer_id"],
    ["dim_merchant", "merchant_id"],
  ],
  access_permissions_pii: [
    ["dim_customer"],
    ["dim_customer", "kyc_status"],
    ["dim_account"],
    ["dim_card"],
    ["fact_card_transaction", "amount_cents"],
    ["fact_card_transaction"],
    ["fact_subscription_invoice"],
    ["fact_subscription_invoice", "amount_cents"],
  ],
  new_field_schema_request: [
    ["fact_card_transaction"],
    ["dim_customer"],
    ["dim_account"],
    ["dim_card"],
    ["dim_merchant"],
    ["dim_plan"],
    ["fact_subscription_invoice"],
  ],
  revenue_coverage_mapping: [
    ["fact_card_transaction", "interchange_bps"],
    ["fact_card_transaction", "channel"],
    ["dim_merchant", "mcc"],
    ["fact_subscription_invoice", "amount_cents"],
    ["fact_subscription_invoice", "plan_id"],
    ["dim_plan", "price_cents"],
    ["dim_plan", "cadence"],
  ],
  attribution_funnel_gaps: [
    ["dim_customer"],
    ["dim_customer", "created_at"],
    ["dim_customer", "kyc_status"],
    ["dim_account", "created_at"],
    ["dim_card", "activated_at"],
    ["fact_subscription_invoice"],
  ],
};

export const subjects: readonly TalkSubject[] = Object.entries(BY_THEME).flatMap(([theme, named]) =>
  named.map(([table, column = null, parent = null]) => ({ theme: theme as Theme, table, column, parent }))
);
