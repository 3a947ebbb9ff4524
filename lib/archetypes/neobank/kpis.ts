import type { Kpi } from "../../contracts/archetype.ts";

export const kpis: readonly Kpi[] = [
  { id: "active_customers_30d", title: "Active customers (30 days)", unit: "count", over: "last" },
  { id: "new_account_opens", title: "New account opens", unit: "count", over: "sum" },
  { id: "card_spend", title: "Card spend", unit: "cents", over: "sum" },
  { id: "interchange_revenue", title: "Interchange revenue", unit: "cents", over: "sum" },
  { id: "subscription_revenue", title: "Subscription revenue", unit: "cents", over: "sum" },
];
