import { CALENDAR_CUTS, lately, numbers, spanning, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const access: readonly Asked[] = [
  {
    id: "buyers_by_country",
    tables: ["dim_buyer"],
    columns: ["dim_buyer.country"],
    sql: "SELECT country, count(*) FROM dim_buyer WHERE created_at > {period} GROUP BY 1 HAVING count(*) >= {least}",
    wordings: [
      "am I allowed to see which country buyers signed up from {period}? only groups of {least} or more",
      "[who|which roles] can open buyer countries? sign-ups {period}, hide groups under {least}",
      "buyer countries {period} without exposing anyone, at least {least} people per group",
      "what can an outside agency see of our buyers {period}? countries with {least}+ people, nothing personal",
    ],
    slots: { period: lately("dim_buyer", "created_at"), least: numbers(5, 10, 20, 50, 100) },
  },
  {
    id: "payouts_finance_view",
    tables: ["fact_payment"],
    columns: ["fact_payment.seller_earnings_cents"],
    sql:
      "SELECT date_trunc({cut}, captured_at), sum(seller_earnings_cents) / 100.0 FROM fact_payment WHERE captured_at > {period} GROUP BY 1",
    wordings: [
      "can finance get seller payouts per {cut} {period} without seeing the shops?",
      "seller payouts per {cut} {period}, [the version|whatever] I can show without naming shops",
      "is the audit team allowed to look at seller earnings? {cut} sums {period}",
      "seller earnings are confidential, so just {cut} totals {period}",
    ],
    slots: { period: spanning("fact_payment", "captured_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "payouts_visible",
    tables: ["fact_payment"],
    columns: ["fact_payment.seller_earnings_cents"],
    sql:
      "SELECT count(*) FILTER (WHERE seller_earnings_cents IS NULL), count(*) FROM fact_payment WHERE captured_at > {period}",
    wordings: [
      "why are seller earnings greyed out for me {period}?",
      "which payments {period} have seller earnings hidden from my [login|role]?",
      "can I read seller earnings {period} or do I only get stars?",
      "how many payments {period} [hide|keep] the seller earnings from my role?",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
    },
  },
  {
    id: "suspended_shops",
    tables: ["dim_seller"],
    columns: ["dim_seller.shop_status", "dim_seller.country"],
    sql:
      "SELECT country, count(*) FROM dim_seller WHERE shop_status = {status} AND created_at > {period} GROUP BY 1 HAVING count(*) >= 5",
    wordings: [
      "who in support is allowed to look at {status} shops that joined {period}? by country",
      "can I share {status} shops per country {period} outside the trust team?",
      "{status} shops that joined {period}, counts by country, seller ids must stay hidden",
      "does my role cover {status} sellers? per country, joined {period}",
    ],
    slots: {
      period: lately("dim_seller", "created_at"),
      status: values("active", "closed", "suspended", ["vacationing", "vacation"]),
    },
  },
  {
    id: "order_amounts_rollup",
    tables: ["fact_order"],
    columns: ["fact_order.currency"],
    sql:
      "SELECT currency, count(*), sum(subtotal_cents) / 100.0 FROM fact_order WHERE order_time > {period} GROUP BY 1 HAVING count(DISTINCT buyer_id) >= {least}",
    wordings: [
      "order value by currency {period} I can hand to a partner, no group under {least} buyers",
      "may I send order totals by currency outside? {period}, min {least} buyers each",
      "order totals per currency {period} with small groups (under {least} buyers) blanked",
      "order amounts {period} by currency so that no single buyer can be recognised, {least}+ each",
    ],
    slots: { period: lately("fact_order", "order_time"), least: numbers(5, 10, 20, 50, 100) },
  },
  {
    id: "erasure_orders",
    tables: ["fact_order", "dim_buyer"],
    columns: ["dim_buyer.country"],
    sql:
      "SELECT count(*) FROM fact_order o JOIN dim_buyer b USING (buyer_id) WHERE b.country = {country} AND o.order_time > {period}",
    wordings: [
      "a {country} buyer wants to be forgotten, which orders {period} would that touch?",
      "how many orders {period} would we anonymise for {country} deletion requests?",
      "personal data of {country} buyers, which orders {period} still hold it?",
      "right to erasure, {country} buyers, orders {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
  {
    id: "seller_ids_exposed",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.seller_id"],
    sql: "SELECT count(DISTINCT seller_id) FROM fact_order_item WHERE loaded_at > {period}",
    wordings: [
      "how many seller ids can the ad agency see in order lines {period}?",
      "seller ids visible to outsiders in order lines loaded {period}",
      "should contractors really see seller ids? count in order lines {period}",
      "should an intern be able to see seller ids? number in order lines {period}",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
    },
  },
  {
    id: "listing_share",
    tables: ["dim_listing", "dim_seller"],
    columns: ["dim_seller.shop_status", "dim_listing.status"],
    sql:
      "SELECT l.status, count(DISTINCT l.seller_id) FROM dim_listing l JOIN dim_seller s USING (seller_id) WHERE s.shop_status = {status} AND l.created_at > {period} GROUP BY 1",
    wordings: [
      "a contractor needs listings of {status} shops {period}, what may I show them? counts by status",
      "is an intern permitted to open listings of {status} shops? {period}",
      "listings of {status} shops {period} by status for someone without shop-level rights",
      "is it ok to give an agency the listing counts of {status} shops {period}?",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
      status: values("active", "closed", "suspended", ["vacationing", "vacation"]),
    },
  },
  {
    id: "buyer_paid_masked",
    tables: ["fact_payment"],
    columns: ["fact_payment.buyer_paid_cents"],
    sql:
      "SELECT date_trunc({cut}, captured_at), count(buyer_paid_cents), count(*) FROM fact_payment WHERE captured_at > {period} GROUP BY 1",
    wordings: [
      "what buyers paid is starred out for me, since when? per {cut} {period}",
      "do I have rights to what buyers paid? per {cut} {period}",
      "payments per {cut} {period} where I'm not shown what the buyer paid",
      "is the buyer paid amount masked for analysts {period}? by {cut}",
    ],
    slots: { period: spanning("fact_payment", "captured_at"), cut: CALENDAR_CUTS },
  },
];
