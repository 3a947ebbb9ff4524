import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const access: readonly Asked[] = [
  {
    id: "buyers_by_country",
    tables: ["dim_buyer"],
    columns: ["dim_buyer.country"],
    sql: "SELECT country, count(*) FROM dim_buyer WHERE created_at > {period} GROUP BY 1 HAVING count(*) >= {least}",
    wordings: [
      "buyers per country {period}, groups of {least} or more, no ids",
      "which tables may I query for buyer country? totals {period}, min {least}",
      "shareable buyer totals by country {period}, at least {least} each",
      "buyer country counts {period} hiding groups below {least}",
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
      "seller payouts per {cut} {period}, finance view without shops",
      "payout totals by {cut} {period}, no seller ids",
      "may finance see seller earnings per {cut} {period}?",
      "aggregate seller earnings by {cut} {period} for the audit",
    ],
    slots: { period: lately("fact_payment", "captured_at"), cut: CALENDAR_CUTS },
  },
  {
    id: "payouts_visible",
    tables: ["fact_payment"],
    columns: ["fact_payment.seller_earnings_cents"],
    sql:
      "SELECT count(*) FILTER (WHERE seller_earnings_cents IS NULL), count(*) FROM fact_payment WHERE captured_at > {period} AND buyer_paid_cents > {floor}",
    wordings: [
      "are seller earnings hidden for me on payments over {floor} {period}?",
      "can I read seller earnings {period} above {floor}",
      "masked seller earnings {period}, payments over {floor}",
      "who sees seller earnings {period}? rows above {floor}",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "suspended_shops",
    tables: ["dim_seller"],
    columns: ["dim_seller.shop_status", "dim_seller.country"],
    sql:
      "SELECT country, count(*) FROM dim_seller WHERE shop_status = {status} AND created_at > {period} GROUP BY 1 HAVING count(*) >= 5",
    wordings: [
      "who may open {status} shops? totals by country, joined {period}",
      "{status} shops per country {period}, no seller ids",
      "can trust share {status} shop counts by country {period}?",
      "{status} sellers {period} by country without names",
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
      "order amounts by currency {period}, at least {least} buyers each",
      "orders per currency {period} I can send out, min {least} buyers",
      "aggregated order value {period}, no groups under {least} buyers",
      "privacy-safe order totals {period} by currency, {least}+ buyers",
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
      "orders {period} of {country} buyers, for erasure requests",
      "how many orders {period} would we strip for {country} buyers who ask to be forgotten?",
      "{country} buyers: orders {period} that hold personal data",
      "rows {period} linked to {country} buyers, privacy check",
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
    columns: ["fact_order_item.seller_id", "fact_order_item.item_price_cents"],
    sql:
      "SELECT count(DISTINCT seller_id) FROM fact_order_item WHERE loaded_at > {period} AND item_price_cents > {floor}",
    wordings: [
      "how many seller ids would an agency see on lines over {floor} {period}?",
      "seller ids exposed in order lines {period}, items above {floor}",
      "distinct seller ids {period} on lines above {floor}, sharing review",
      "order lines over {floor} {period}: number of visible seller ids",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "listing_share",
    tables: ["dim_listing", "dim_seller"],
    columns: ["dim_seller.shop_status", "dim_listing.status"],
    sql:
      "SELECT l.status, count(DISTINCT l.seller_id) FROM dim_listing l JOIN dim_seller s USING (seller_id) WHERE s.shop_status = {status} AND l.created_at > {period} GROUP BY 1",
    wordings: [
      "listings of {status} shops {period} for a contractor, counts only",
      "may a contractor see listings of {status} shops? totals {period}",
      "{status} shops: sellers per listing status {period}, without ids",
      "listing status totals {period} limited to {status} shops",
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
      "is what buyers paid readable for me? per {cut} {period}",
      "visible buyer paid values by {cut} {period}",
      "buyer paid: plain or masked, {cut} check {period}",
      "do I have rights on buyer paid amounts {period}? by {cut}",
    ],
    slots: { period: lately("fact_payment", "captured_at"), cut: CALENDAR_CUTS },
  },
];
