/** A marketplace of handmade goods: sellers list, buyers order, one payment an order. */
import type { Archetype } from "../../contracts/archetype.ts";
import { checks, checkSql } from "./checks.ts";
import { guardrails } from "./guardrails.ts";
import kpiSql from "./kpis.sql" with { type: "text" };
import { kpis } from "./kpis.ts";
import { revenue } from "./revenue.ts";
import { tables } from "./schema.ts";
import { generator } from "./steps.ts";
import { talk } from "./talk/mod.ts";
import { vocabulary } from "./vocabulary.ts";

export const marketplace: Archetype = {
  id: "marketplace",
  title: "Marketplace",
  tables,
  generator,
  // An order has 1.37 lines. A listing has a row a day until it is removed: 386 days of the period, 64 of its last 90.
  volumes: {
    dim_buyer: { fast: 6_000, evaluation: 60_000, large: 600_000 },
    dim_seller: { fast: 800, evaluation: 8_000, large: 80_000 },
    dim_category: { fast: 90, evaluation: 90, large: 90 },
    dim_listing: { fast: 20_000, evaluation: 200_000, large: 2_000_000 },
    fact_order: { fast: 71_000, evaluation: 710_000, large: 7_100_000 },
    fact_order_item: { fast: 97_000, evaluation: 970_000, large: 9_700_000 },
    fact_payment: { fast: 71_000, evaluation: 710_000, large: 7_100_000 },
    snapshot_listing_daily: { fast: 7_700_000, evaluation: 77_000_000, large: 136_000_000 },
  },
  kpis,
  kpiSql,
  guardrails,
  checks,
  checkSql,
  revenue,
  talk,
  vocabulary,
};
