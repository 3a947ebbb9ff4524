/** Tables of the marketplace: the specification's, with keys, times and what may break. */
import type { Column, ColumnType, ForeignKey, Table } from "../../contracts/archetype.ts";

function columns(types: Readonly<Record<string, ColumnType>>): readonly Column[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}

/** A required key into a dimension whose rows have a creation time that facts must not precede. */
function toDimension(column: string, parent: string, temporal: NonNullable<ForeignKey["temporal"]>): ForeignKey {
  return { column, parent, parentKey: column, notBefore: "created_at", required: true, temporal, defects: true };
}

export const tables: readonly Table[] = [
  {
    name: "dim_buyer",
    kind: "dimension",
    columns: columns({ buyer_id: "BIGINT", created_at: "TIMESTAMPTZ", country: "VARCHAR" }),
    businessKey: ["buyer_id"],
    foreignKeys: [],
    eventTime: { column: "created_at" },
    loaded: false,
  },
  {
    name: "dim_seller",
    kind: "dimension",
    columns: columns({
      seller_id: "BIGINT",
      created_at: "TIMESTAMPTZ",
      country: "VARCHAR",
      shop_status: "VARCHAR",
    }),
    businessKey: ["seller_id"],
    foreignKeys: [],
    eventTime: { column: "created_at" },
    loaded: false,
  },
  {
    name: "dim_category",
    kind: "dimension",
    columns: columns({ category_id: "BIGINT", name: "VARCHAR", parent_id: "BIGINT" }),
    businessKey: ["category_id"],
    foreignKeys: [
      { column: "parent_id", parent: "dim_category", parentKey: "category_id", required: false, defects: false },
    ],
    loaded: false,
  },
  {
    name: "dim_listing",
    kind: "dimension",
    columns: columns({
      listing_id: "BIGINT",
      seller_id: "BIGINT",
      category_id: "BIGINT",
      created_at: "TIMESTAMPTZ",
      status: "VARCHAR",
      price_cents: "BIGINT",
    }),
    businessKey: ["listing_id"],
    foreignKeys: [
      toDimension("seller_id", "dim_seller", "later-parent"),
      { column: "category_id", parent: "dim_category", parentKey: "category_id", required: true, defects: true },
    ],
    eventTime: { column: "created_at" },
    loaded: false,
  },
  {
    name: "fact_order",
    kind: "fact",
    columns: columns({
      order_id: "BIGINT",
      buyer_id: "BIGINT",
      order_time: "TIMESTAMPTZ",
      currency: "VARCHAR",
      subtotal_cents: "BIGINT",
      tax_cents: "BIGINT",
      shipping_cents: "BIGINT",
      discount_cents: "BIGINT",
      loaded_at: "TIMESTAMPTZ",
    }),
    businessKey: ["order_id"],
    foreignKeys: [toDimension("buyer_id", "dim_buyer", "later-parent")],
    eventTime: { column: "order_time" },
    loaded: true,
    load: "stream",
    spikeColumns: ["buyer_id"],
    writeGap: true,
  },
  {
    name: "fact_order_item",
    kind: "fact",
    columns: columns({
      order_id: "BIGINT",
      line_id: "INTEGER",
      listing_id: "BIGINT",
      seller_id: "BIGINT",
      qty: "INTEGER",
      item_price_cents: "BIGINT",
      loaded_at: "TIMESTAMPTZ",
    }),
    businessKey: ["order_id", "line_id"],
    foreignKeys: [
      { column: "order_id", parent: "fact_order", parentKey: "order_id", required: true, defects: true },
      toDimension("listing_id", "dim_listing", "later-parent"),
      toDimension("seller_id", "dim_seller", "later-parent"),
    ],
    eventTime: { column: "order_time", through: "order_id" },
    loaded: true,
    load: "stream",
    spikeColumns: ["listing_id", "seller_id"],
  },
  {
    name: "fact_payment",
    kind: "fact",
    columns: columns({
      order_id: "BIGINT",
      captured_at: "TIMESTAMPTZ",
      buyer_paid_cents: "BIGINT",
      seller_earnings_cents: "BIGINT",
      platform_fee_cents: "BIGINT",
      loaded_at: "TIMESTAMPTZ",
    }),
    businessKey: ["order_id"],
    foreignKeys: [
      {
        column: "order_id",
        parent: "fact_order",
        parentKey: "order_id",
        notBefore: "order_time",
        required: true,
        temporal: "earlier-event",
        defects: true,
      },
    ],
    eventTime: { column: "captured_at" },
    loaded: true,
    load: "stream",
    writeGap: true,
  },
  {
    name: "snapshot_listing_daily",
    kind: "snapshot",
    columns: columns({ ds: "DATE", listing_id: "BIGINT", status: "VARCHAR" }),
    businessKey: ["ds", "listing_id"],
    foreignKeys: [toDimension("listing_id", "dim_listing", "early-rows")],
    eventTime: { column: "ds" },
    loaded: false,
  },
];
