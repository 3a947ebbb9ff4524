import { CALENDAR_CUTS, lately, numbers, spanning, spoken, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const attribution: readonly Asked[] = [
  {
    id: "first_orders_by_channel",
    tables: ["dim_buyer", "fact_order"],
    columns: ["dim_buyer.created_at", "dim_buyer.country"],
    sql:
      "SELECT date_trunc({cut}, b.created_at), count(DISTINCT o.buyer_id) FROM dim_buyer b LEFT JOIN fact_order o USING (buyer_id) WHERE b.created_at > {period} AND b.country = {country} GROUP BY 1",
    wordings: [
      "{country} sign-ups with a first order per {cut} {period}, and where they came from",
      "which channel brought the {country} buyers who ordered? per {cut} {period}",
      "first orders by {country} newcomers per {cut} {period}, who gets the credit?",
      "{country} sign-up to first order per {cut} {period}, and which ads led there",
    ],
    slots: {
      period: spanning("dim_buyer", "created_at"),
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
    sql: "SELECT count(*) FROM fact_order WHERE order_time > {period} AND currency = {currency}",
    wordings: [
      "{currency} orders {period} that nobody can trace to a campaign",
      "how many {currency} orders {period} came in with no source on them?",
      "which {currency} orders {period} did the newsletter bring in, and how many are unknown?",
      "{currency} orders {period} that look direct because the tag got lost",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "repeat_by_first",
    tables: ["fact_order"],
    columns: ["fact_order.buyer_id"],
    sql:
      "SELECT count(*) FROM (SELECT buyer_id FROM fact_order WHERE order_time > {period} GROUP BY 1 HAVING count(*) >= {times})",
    wordings: [
      "where did buyers with {times}+ orders {period} first come from?",
      "which first touch gets the credit for buyers who ordered {times} times or more {period}?",
      "buyers with {times} or more orders {period} by the ad that first brought them, unknown included",
      "did referrals bring the buyers who came back {times}+ times {period}?",
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
      "{q} days {country} people take from sign-up to order {period}, and where we lose sight of them",
      "{q} days between sign-up and order, {country}, {period}, to find where they drop off",
      "{country} path from sign-up to order {period}, {q} days, with the steps we don't track",
      "{country} conversion time {period}, {q} days from joining to buying, by what brought them",
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
      "{country} shops per {cut} {period} that opened but never got to a first listing",
      "where do new {country} sellers drop off between opening and first listing? per {cut} {period}",
      "of {country} shops opened per {cut} {period}, how many made it to the listing step?",
      "shop opening to first listing conversion, {country}, per {cut} {period}",
    ],
    slots: {
      period: spanning("dim_seller", "created_at"),
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
      "SELECT l.status, count(DISTINCT l.listing_id), count(DISTINCT i.listing_id) FROM dim_listing l LEFT JOIN fact_order_item i USING (listing_id) WHERE l.created_at > {period} GROUP BY 1",
    wordings: [
      "how many listings put up {period} ever lead to a sale, and which visits led there?",
      "from listing to sale {period}, share that makes it, by status",
      "listings {period} that got sold, and what traffic sold them",
      "listing to order conversion {period} by status, we don't record the views in between",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
    },
  },
  {
    id: "buyers_never_ordered",
    tables: ["dim_buyer", "fact_order"],
    columns: ["dim_buyer.created_at"],
    sql:
      "SELECT date_trunc({cut}, b.created_at), count(*) FROM dim_buyer b LEFT JOIN fact_order o USING (buyer_id) WHERE o.buyer_id IS NULL AND b.created_at > {period} AND b.country = {country} GROUP BY 1",
    wordings: [
      "{country} sign-ups per {cut} {period} that stopped before the first order, from which campaign?",
      "where do {country} newcomers get stuck before buying? per {cut} {period}",
      "drop-off between joining and buying, {country}, per {cut} {period}",
      "{country} people who joined and never bought, per {cut} {period}, by source if we had it",
    ],
    slots: {
      period: spanning("dim_buyer", "created_at"),
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
      "how many {currency} checkouts reach the payment step per {cut} {period}?",
      "more {currency} paid than placed per {cut} {period}? one of the steps can't be firing",
      "checkout drop-off for {currency} per {cut} {period}, placed and then paid",
      "share of {currency} checkouts that end in a payment, per {cut} {period}",
    ],
    slots: {
      period: spanning("fact_order", "order_time"),
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
      "where do our {country} sign-ups come from? per {cut} {period}",
      "{country} sign-ups per {cut} {period} split by the ad or partner that brought them",
      "did the gift campaign bring {country} sign-ups? per {cut} {period}",
      "{country} newcomers per {cut} {period} with no known origin",
    ],
    slots: {
      period: spanning("dim_buyer", "created_at"),
      cut: CALENDAR_CUTS,
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
];
