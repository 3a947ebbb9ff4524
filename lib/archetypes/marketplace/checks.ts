/** What makes the marketplace credible. Bands: seed, "Monetization constants"; domain reference 2.2 to 2.5. */
import type { SanityCheck } from "../../contracts/archetype.ts";

export { default as checkSql } from "./checks.sql" with { type: "text" };

const taxonomy = { gate: "taxonomy", unit: "" } as const;
/** Identities that hold for every order. */
const identity = { gate: "monetization", unit: "orders", min: 0, max: 0 } as const;

export const checks: readonly SanityCheck[] = [
  { ...taxonomy, id: "top_categories", title: "Top-level categories", min: 10, max: 10 },
  { ...taxonomy, id: "fewest_leaves", title: "Fewest leaves of a top-level category", min: 8, max: 8 },
  { ...taxonomy, id: "most_leaves", title: "Most leaves of a top-level category", min: 8, max: 8 },
  { ...taxonomy, id: "listings_outside_leaves", title: "Listings filed under no leaf", min: 0, max: 0 },
  {
    id: "weekend_factor",
    title: "Orders of a weekend day over those of a weekday",
    gate: "seasonality",
    unit: "times",
    min: 1.15,
    max: 1.45,
  },
  {
    id: "take_rate_pct",
    title: "Platform fees over the value of items",
    gate: "monetization",
    unit: "%",
    min: 11,
    max: 13,
  },
  {
    id: "order_value_cents",
    title: "Mean value of an order's items",
    gate: "monetization",
    unit: "cents",
    min: 4800,
    max: 6400,
  },
  {
    id: "captured_on_order_day_pct",
    title: "Payments captured on the local day of their order",
    gate: "monetization",
    unit: "%",
    min: 100,
    max: 100,
  },
  { ...identity, id: "several_seller_orders", title: "Orders with lines of several sellers" },
  { ...identity, id: "wrong_buyer_paid", title: "Buyer paid other than items − discount + shipping + tax" },
  { ...identity, id: "wrong_seller_earnings", title: "Seller earns other than paid − tax − platform fee" },
  { ...identity, id: "lines_over_subtotal", title: "Orders whose lines cost more than their subtotal" },
];
