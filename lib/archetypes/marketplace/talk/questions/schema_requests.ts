import { CALENDAR_CUTS, lately, numbers, spanning, values } from "../../../../infra/question_slots.ts";
import type { Asked } from "./asked.ts";

export const schemaRequests: readonly Asked[] = [
  {
    id: "gift_flag",
    tables: ["fact_order"],
    columns: ["fact_order.currency"],
    sql:
      "SELECT date_trunc({cut}, order_time), count(*) FROM fact_order WHERE order_time > {period} AND currency = {currency} GROUP BY 1",
    wordings: [
      "do we store whether an order is a gift? {currency} orders per {cut} {period}",
      "{currency} orders per {cut} {period} split into gifts and the rest, is that kept anywhere?",
      "can we start recording gifts? for now {currency} orders per {cut} {period}",
      "which {currency} orders per {cut} {period} were presents? I find no column for it",
    ],
    slots: {
      period: spanning("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "personalisation",
    tables: ["dim_listing"],
    columns: ["dim_listing.status"],
    sql: "SELECT status, count(*) FROM dim_listing WHERE created_at > {period} GROUP BY 1",
    wordings: [
      "is there a field for listings that can be personalised? {period} by status",
      "do we keep whether a listing offers engraving? listings {period} by status",
      "please add whether a listing is customisable, listings {period} by status meanwhile",
      "how many listings {period} can be personalised, by status, if anything tells us?",
    ],
    slots: {
      period: lately("dim_listing", "created_at"),
    },
  },
  {
    id: "refund_reason",
    tables: ["fact_payment"],
    columns: [],
    sql: "SELECT date_trunc({cut}, captured_at), count(*) FROM fact_payment WHERE captured_at > {period} GROUP BY 1",
    wordings: [
      "why were payments refunded per {cut} {period}, is the reason kept anywhere?",
      "refunds per {cut} {period} by reason, we don't seem to save one",
      "can we store a refund reason? payments per {cut} {period} until then",
      "refund reason per {cut} {period}, which column would that be?",
    ],
    slots: {
      period: spanning("fact_payment", "captured_at"),
      cut: CALENDAR_CUTS,
    },
  },
  {
    id: "device_checkout",
    tables: ["fact_order"],
    columns: [],
    sql: "SELECT date_trunc({cut}, order_time), count(*) FROM fact_order WHERE order_time > {period} GROUP BY 1",
    wordings: [
      "orders per {cut} {period} by phone or desktop, do we record that?",
      "was it the app or the web? orders per {cut} {period}, if the device is saved",
      "can the checkout device be added to orders? per {cut} {period}",
      "checkout device of orders per {cut} {period}, I can't find such a column",
    ],
    slots: {
      period: spanning("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
    },
  },
  {
    id: "price_history",
    tables: ["dim_listing"],
    columns: ["dim_listing.price_cents", "dim_listing.status"],
    sql:
      "SELECT status, avg(price_cents) / 100.0 FROM dim_listing WHERE status = {status} AND created_at > {period} GROUP BY 1",
    wordings: [
      "what did {status} listings created {period} cost before, is the old price kept?",
      "do we keep past prices of {status} listings created {period}?",
      "price changes of {status} listings {period}, or do we only have today's price?",
      "please keep a history of prices, first {status} listings created {period}",
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
      "how many pieces were left of {status} listings each day, {days} days, do we keep stock?",
      "is stock level stored in the snapshot? {status} listings, last {days} days",
      "could the snapshot carry quantity left? {status} listings, {days} days",
      "stock of {status} listings over {days} days, no such column that I see",
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
      "since when are these {country} shops {status}? we only store today's state",
      "do we record the date a {country} shop became {status}?",
      "start and end of {status} periods for {country} shops, is that kept?",
      "when were {country} sellers {status} before? I only see the state of today",
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
      "which courier took the {currency} orders per {cut} {period}, do we save it?",
      "shipping cost per {cut} {period} by carrier for {currency}, if there is a carrier field",
      "can we add the carrier to orders? {currency} shipping per {cut} {period} meanwhile",
      "carrier name for {currency} orders per {cut} {period}, I see only the cost",
    ],
    slots: {
      period: spanning("fact_order", "order_time"),
      cut: CALENDAR_CUTS,
      currency: values("USD", "GBP", "EUR", "CAD", "AUD"),
    },
  },
  {
    id: "variation",
    tables: ["fact_order_item"],
    columns: ["fact_order_item.qty"],
    sql: "SELECT qty, count(*) FROM fact_order_item WHERE loaded_at > {period} GROUP BY 1",
    wordings: [
      "which size or colour sold {period}, do order lines keep that?",
      "order lines {period} by variation chosen, I only see quantity",
      "could order lines carry the option the buyer picked? lines {period} by quantity for now",
      "variation per order line {period}, is it recorded at all?",
    ],
    slots: {
      period: lately("fact_order_item", "loaded_at"),
    },
  },
  {
    id: "marketing_consent",
    tables: ["dim_buyer"],
    columns: ["dim_buyer.country", "dim_buyer.created_at"],
    sql: "SELECT country, count(*) FROM dim_buyer WHERE created_at > {period} AND country = {country} GROUP BY 1",
    wordings: [
      "did {country} buyers who joined {period} agree to marketing mail, do we store that?",
      "is there a consent field for {country} buyers {period}?",
      "{country} newcomers {period} who opted in, or isn't it saved?",
      "please add marketing consent to buyers, {country} sign-ups {period} first",
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
