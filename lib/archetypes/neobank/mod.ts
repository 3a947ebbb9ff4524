/** A consumer neobank: cards, card payments, and a premium subscription. */
import type { Archetype, Generator } from "../../contracts/archetype.ts";
import { cardArrivals } from "./curves.ts";
import cardsSql from "./generate/cards.sql" with { type: "text" };
import merchantsSql from "./generate/merchants.sql" with { type: "text" };
import peopleSql from "./generate/people.sql" with { type: "text" };
import subscriptionsSql from "./generate/subscriptions.sql" with { type: "text" };
import { checks, checkSql } from "./checks.ts";
import { guardrails } from "./guardrails.ts";
import kpiSql from "./kpis.sql" with { type: "text" };
import { kpis } from "./kpis.ts";
import { revenue } from "./revenue.ts";
import { tables } from "./schema.ts";
import { mccReference, planReference } from "./taxonomy.ts";
import { talk } from "./talk/mod.ts";
import { vocabulary } from "./vocabulary.ts";

const generator: Generator = {
  arrivals: [cardArrivals],
  references: [mccReference, planReference],
  sizes: {
    fast: { customers: 1_200, merchants: 600 },
    evaluation: { customers: 12_000, merchants: 6_000 },
    large: { customers: 120_000, merchants: 20_000 },
  },
  statements: [peopleSql, merchantsSql, cardsSql, subscriptionsSql],
};

export const neobank: Archetype = {
  id: "neobank",
  title: "Neobank",
  tables,
  generator,
  // Accounts: 92 % of customers are verified, 28 % of those save too. Cards: 1.15 a checking account. Those who join
  // shortly before the end have no card yet.
  volumes: {
    dim_customer: { fast: 1_200, evaluation: 12_000, large: 120_000 },
    dim_account: { fast: 1_380, evaluation: 13_800, large: 138_000 },
    dim_card: { fast: 1_240, evaluation: 12_400, large: 124_000 },
    dim_merchant: { fast: 600, evaluation: 6_000, large: 20_000 },
    dim_plan: { fast: 3, evaluation: 3, large: 3 },
    fact_card_transaction: { fast: 335_000, evaluation: 3_350_000, large: 33_500_000 },
    fact_subscription_invoice: { fast: 1_310, evaluation: 13_100, large: 131_000 },
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
