import { CALENDAR_CUTS, lately, numbers, spoken, values } from "../../../../infra/lately.ts";
import type { Asked } from "./asked.ts";

export const schemaRequests: readonly Asked[] = [
  {
    id: "gift_flag",
    tables: ["fact_order"],
    columns: ["fact_order.currency"],
    sql:
      "SELECT date_trunc({cut}, order_time), count(*) FROM fact_order WHERE order_time > {period} AND currency = {currency} GROUP BY 1",
    wordings: [
      "{currency} orders by gift flag per {cut} {period}",
      "gift or not? {currency} orders per {cut} {period}",
      "do we store if an order is a present? {currency}, {cut} {period}",
      "{currency} gift orders by {cut} {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "personalisation",
    tables: ["dim_listing"],
    columns: ["dim_listing.status", "dim_listing.price_cents"],
    sql: "SELECT status, count(*) FROM dim_listing WHERE created_at > {period} AND price_cents > {floor} GROUP BY 1",
    wordings: [
      "listings with personalisation by status {period}, over {floor}",
      "personalised listings {period} above {floor}, by status",
      "is a personalisable flag kept on listings {period}? price over {floor}",
      "listings {period} over {floor} that offer engraving, per status",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "refund_reason",
    tables: ["fact_payment"],
    columns: [],
    sql:
      "SELECT date_trunc({cut}, captured_at), count(*) FROM fact_payment WHERE captured_at > {period} AND buyer_paid_cents > {floor} GROUP BY 1",
    wordings: [
      "refund reason split per {cut} {period}, payments over {floor}",
      "why are payments over {floor} refunded {period}? by {cut}",
      "refunds by reason and {cut} {period} above {floor}",
      "reason code of refunds {period}, {cut} view over {floor}",
    ],
    slots: {
      period: lately("fact_payment", "captured_at"),
      cut: CALENDAR_CUTS,
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "device_checkout",
    tables: ["fact_order"],
    columns: [],
    sql:
      "SELECT date_trunc({cut}, order_time), count(*) FROM fact_order WHERE order_time > {period} AND subtotal_cents > {floor} GROUP BY 1",
    wordings: [
      "orders by checkout device per {cut} {period}, above {floor}",
      "phone or desktop? orders over {floor} per {cut} {period}",
      "device of orders above {floor} by {cut} {period}",
      "{cut} orders over {floor} {period} with app or web, if kept",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "price_history",
    tables: ["dim_listing"],
    columns: ["dim_listing.price_cents", "dim_listing.status"],
    sql:
      "SELECT status, avg(price_cents) / 100.0 FROM dim_listing WHERE status = {status} AND created_at > {period} GROUP BY 1",
    wordings: [
      "price history of {status} listings from {period}",
      "is the old price of {status} listings kept? created {period}",
      "field for past prices of {status} listings {period}",
      "average price of {status} listings {period} on each day",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
      status: values("active", ["sold-out", "sold_out"], "expired", "removed"),
    },
  },
  {
    id: "stock_level",
    tables: ["snapshot_listing_daily"],
    columns: ["snapshot_listing_daily.status"],
    sql:
      "SELECT ds, count(*) FROM snapshot_listing_daily WHERE status = {status} AND ds > (SELECT max(ds) - {days} FROM snapshot_listing_daily) GROUP BY 1",
    wordings: [
      "stock level of {status} listings per snapshot day, {days} days",
      "quantity left field for {status} listings, last {days} days",
      "does the snapshot hold stock for {status} listings? {days} days",
      "daily stock of {status} listings over {days} days",
    ],
    slots: {
      status: values("active", ["sold-out", "sold_out"], "expired", "removed"),
      days: numbers(7, 10, 14, 28, 30, 60),
    },
  },
  {
    id: "vacation_dates",
    tables: ["dim_seller"],
    columns: ["dim_seller.shop_status", "dim_seller.country"],
    sql: "SELECT shop_status, count(*) FROM dim_seller WHERE shop_status = {status} AND country = {country} GROUP BY 1",
    wordings: [
      "do we record since when {country} sellers are {status}?",
      "{status} dates of {country} shops",
      "{country} sellers that are {status}: start and end date",
      "history of {status} periods for {country} shops",
    ],
    slots: {
      status: values("active", "closed", "suspended", ["vacationing", "vacation"]),
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
  {
    id: "carrier",
    tables: ["fact_order"],
    columns: ["fact_order.shipping_cents", "fact_order.currency"],
    sql:
      "SELECT date_trunc({cut}, order_time), avg(shipping_cents) / 100.0 FROM fact_order WHERE order_time > {period} AND currency = {currency} GROUP BY 1",
    wordings: [
      "shipping cost by carrier per {cut} {period}, {currency} orders",
      "which courier took {currency} orders {period}? shipping by {cut}",
      "{currency} shipping per {cut} {period} with carrier name",
      "carrier field on {currency} orders, else average shipping by {cut} {period}",
    ],
    slots: {
      period: lately("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "variation",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.qty", "fact_order_item.item_price_cents"],
    sql:
      "SELECT qty, count(*) FROM fact_order_item WHERE loaded_at > {period} AND item_price_cents > {floor} GROUP BY 1",
    wordings: [
      "order lines by variation chosen {period}, items over {floor}",
      "size and colour of lines {period} above {floor}",
      "which variation sells {period}? lines over {floor} by quantity",
      "per-line options {period}, price above {floor}",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
      floor: spoken(["$5", "500"], ["$10", "1000"], ["$25", "2500"], ["$50", "5000"], ["$100", "10000"]),
    },
  },
  {
    id: "marketing_consent",
    tables: ["dim_buyer"],
    columns: ["dim_buyer.country", "dim_buyer.created_at"],
    sql: "SELECT country, count(*) FROM dim_buyer WHERE created_at > {period} AND country = {country} GROUP BY 1",
    wordings: [
      "{country} buyers with marketing consent, joined {period}",
      "consent flag for {country} buyers {period}",
      "how many {country} buyers {period} agreed to mail?",
      "{country} newcomers {period} by consent, if we keep it",
    ],
    slots: {
      period: lately("dim_buyer", "created_at"),
      country: values(["US", "US"], ["UK", "GB"], ["German", "DE"], ["French", "FR"], ["Canadian", "CA"], [
        "Australian",
        "AU",
      ]),
    },
  },
];
