import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const attribution: readonly Asked[] = [
  {
    id: "first_orders_by_channel",
    tables: ["dim_buyer", "fact_order"],
    columns: ["dim_buyer.created_at", "dim_buyer.country"],
    sql:
      "SELECT date_trunc({cut}, b.created_at), count(DISTINCT o.buyer_id) FROM dim_buyer b LEFT JOIN fact_order o USING (buyer_id) WHERE b.created_at > {period} AND b.country = {country} GROUP BY 1",
    wordings: [
      "{country} sign-ups with a first order per {cut} {period}, by channel",
      "first orders of {country} buyers by signup {cut} {period}",
      "{country} sign-up to order conversion per {cut} {period}",
      "which {cut} of {country} sign-ups {period} turned into orders?",
    ],
    slots: {
      period: lately("dim_buyer", "created_at"),
      cut: CALENDAR_CUTS,
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
  {
    id: "untagged_orders",
    tables: ["fact_order"],
    columns: ["fact_order.currency"],
    sql:
      "SELECT count(*) FROM fact_order WHERE order_time > {period} AND currency = {currency} AND subtotal_cents > {floor}",
    wordings: [
      "untagged {currency} orders {period}, over {floor}",
      "{currency} orders {period} above {floor} without campaign",
      "how many {currency} orders over {floor} {period} have no source?",
      "{currency} orders from email {period}, above {floor}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "repeat_by_first",
    tables: ["fact_order"],
    columns: ["fact_order.buyer_id"],
    sql:
      "SELECT count(*) FROM (SELECT buyer_id FROM fact_order WHERE order_time > {period} GROUP BY 1 HAVING count(*) >= {times})",
    wordings: [
      "repeat buyers {period} with {times} or more orders, by first channel",
      "buyers who ordered {times}+ times {period} and how they came",
      "which channel brought buyers with {times} orders or more {period}?",
      "repeat buyers {period}, at least {times} orders, first source",
    ],
    slots: { period: lately("fact_order", "order_time"), times: numbers(2, 3, 4, 5, 6) },
  },
  {
    id: "signup_to_order_days",
    tables: ["dim_buyer", "fact_order"],
    columns: ["dim_buyer.created_at", "fact_order.order_time"],
    sql:
      "SELECT quantile_cont(date_diff('day', b.created_at, o.order_time), {q}) FROM dim_buyer b JOIN fact_order o USING (buyer_id) WHERE o.order_time > {period} AND b.country = {country}",
    wordings: [
      "{q} days from sign-up to order for {country} buyers {period}",
      "time between sign-up and order, {country} {period}, {q}",
      "how long do {country} buyers take to order {period}? {q}",
      "{country} funnel delay sign-up to order {period} at {q}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
      q: spoken(["median", "0.5"], ["p75", "0.75"], ["p90", "0.9"]),
    },
  },
  {
    id: "shop_to_listing",
    tables: ["dim_seller", "dim_listing"],
    columns: ["dim_seller.created_at", "dim_seller.country"],
    sql:
      "SELECT date_trunc({cut}, s.created_at), count(DISTINCT s.seller_id), count(DISTINCT l.seller_id) FROM dim_seller s LEFT JOIN dim_listing l USING (seller_id) WHERE s.created_at > {period} AND s.country = {country} GROUP BY 1",
    wordings: [
      "{country} shops opened and shops with a listing per {cut} {period}",
      "shop opening to first listing, {country} by {cut} {period}",
      "{country} sellers per {cut} {period} that stop before a listing",
      "{cut} funnel {period}: {country} shop to listing",
    ],
    slots: {
      period: lately("dim_seller", "created_at"),
      cut: CALENDAR_CUTS,
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
  {
    id: "listing_to_sale",
    tables: ["dim_listing", "fact_order_item"],
    columns: [],
    sql:
      "SELECT l.status, count(DISTINCT l.listing_id), count(DISTINCT i.listing_id) FROM dim_listing l LEFT JOIN fact_order_item i USING (listing_id) WHERE l.created_at > {period} AND l.price_cents > {floor} GROUP BY 1",
    wordings: [
      "listings {period} over {floor} and those ever sold, by status",
      "listing to sale conversion {period}, price above {floor}",
      "how many listings over {floor} {period} reach a sale?",
      "funnel listing to order line {period}, over {floor}",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "buyers_never_ordered",
    tables: ["dim_buyer", "fact_order"],
    columns: ["dim_buyer.created_at"],
    sql:
      "SELECT date_trunc({cut}, b.created_at), count(*) FROM dim_buyer b LEFT JOIN fact_order o USING (buyer_id) WHERE o.buyer_id IS NULL AND b.created_at > {period} AND b.country = {country} GROUP BY 1",
    wordings: [
      "{country} sign-ups that never ordered per {cut} {period}",
      "{country} buyers stuck before the first order by {cut} {period}",
      "{cut} drop-off before first order, {country} sign-ups {period}",
      "how many {country} buyers {period} end without an order, per {cut}?",
    ],
    slots: {
      period: lately("dim_buyer", "created_at"),
      cut: CALENDAR_CUTS,
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
  {
    id: "order_to_payment",
    tables: ["fact_order", "fact_payment"],
    columns: ["fact_order.currency"],
    sql:
      "SELECT date_trunc({cut}, o.order_time), count(*), count(p.order_id) FROM fact_order o LEFT JOIN fact_payment p USING (order_id) WHERE o.order_time > {period} AND o.currency = {currency} GROUP BY 1",
    wordings: [
      "{currency} orders placed against paid per {cut} {period}",
      "checkout to payment step, {currency} by {cut} {period}",
      "does paid exceed placed for {currency} orders per {cut} {period}?",
      "{cut} funnel {period}: {currency} order to payment",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "new_buyers_cut",
    tables: ["dim_buyer"],
    columns: ["dim_buyer.created_at", "dim_buyer.country"],
    sql:
      "SELECT date_trunc({cut}, created_at), count(*) FROM dim_buyer WHERE created_at > {period} AND country = {country} GROUP BY 1",
    wordings: [
      "{country} sign-ups by source per {cut} {period}",
      "where do {country} newcomers come from {period}? by {cut}",
      "{cut} count of {country} sign-ups {period}, per campaign if known",
      "{country} sign-ups {period} by {cut} and channel",
    ],
    slots: {
      period: lately("dim_buyer", "created_at"),
      cut: CALENDAR_CUTS,
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
];
