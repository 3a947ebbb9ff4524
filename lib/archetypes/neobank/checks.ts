/** What makes the neobank credible. Bands: seed, "Monetization constants"; domain reference 1.1 to 1.3. */
import type { SanityCheck } from "../../contracts/archetype.ts";
import { literal } from "../../infra/sql.ts";
import sql from "./checks.sql" with { type: "text" };
import { MCCS } from "./taxonomy.ts";

const taxonomy = { gate: "taxonomy", unit: "" } as const;

export const checks: readonly SanityCheck[] = [
  { ...taxonomy, id: "mcc_codes", title: "Merchant category codes with a merchant", min: 40, max: 40 },
  { ...taxonomy, id: "mcc_sectors", title: "Sectors with a merchant", min: 8, max: 8 },
  { ...taxonomy, id: "unknown_mcc_merchants", title: "Merchants with a code outside the taxonomy", min: 0, max: 0 },
  {
    id: "interchange_out_of_caps",
    title: "Payments whose interchange is neither 0 nor 20 to 300 basis points",
    ...taxonomy,
    unit: "rows",
    min: 0,
    max: 0,
  },
  {
    id: "interchange_bps",
    title: "Interchange over captured spend",
    gate: "monetization",
    unit: "basis points",
    min: 135,
    max: 165,
  },
  {
    id: "captured_pct",
    title: "Payments that were captured",
    gate: "monetization",
    unit: "%",
    min: 95.5,
    max: 97.5,
  },
  {
    id: "mean_ticket_cents",
    title: "Mean captured payment",
    gate: "monetization",
    unit: "cents",
    min: 3300,
    max: 4100,
  },
  {
    id: "premium_attach_pct",
    title: "Premium subscribers of verified customers",
    gate: "monetization",
    unit: "%",
    min: 6,
    max: 10,
  },
  {
    id: "premium_price_cents",
    title: "Monthly price of premium",
    gate: "monetization",
    unit: "cents",
    min: 999,
    max: 999,
  },
  {
    id: "billed_at_price_pct",
    title: "Invoices for the price of their plan",
    gate: "monetization",
    unit: "%",
    min: 100,
    max: 100,
  },
];

const mccs = MCCS.map(([code, , sector]) => `(${literal(code)}, ${literal(sector)})`).join(", ");

export const checkSql: string = sql.replace("VALUES {mccs}", () => `VALUES ${mccs}`);
