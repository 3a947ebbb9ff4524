import type { Kpi } from "../../contracts/archetype.ts";

/** The seed's key figures; all count captured payments only, duplicates removed. */
export const kpis: readonly Kpi[] = [
  { id: "gmv", title: "GMV", unit: "cents", over: "sum" },
  { id: "net_revenue", title: "Net revenue", unit: "cents", over: "sum" },
  { id: "take_rate", title: "Take rate", unit: "ratio", over: "ratio" },
  { id: "orders", title: "Orders", unit: "count", over: "sum" },
  { id: "aov", title: "Average order value", unit: "cents", over: "ratio" },
  { id: "active_buyers_30d", title: "Active buyers (30 days)", unit: "count", over: "last" },
  { id: "active_sellers_30d", title: "Active sellers (30 days)", unit: "count", over: "last" },
  { id: "live_listings", title: "Live listings", unit: "count", over: "last" },
];
