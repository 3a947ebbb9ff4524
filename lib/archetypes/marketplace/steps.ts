/** How the marketplace is made: sizes, curves, reference data, and the statements in order. */
import type { Generator } from "../../contracts/archetype.ts";
import { orders } from "./curves.ts";
import buyerSql from "./generate/buyer.sql" with { type: "text" };
import categorySql from "./generate/category.sql" with { type: "text" };
import creationSql from "./generate/creation.sql" with { type: "text" };
import listingSql from "./generate/listing.sql" with { type: "text" };
import orderSql from "./generate/order.sql" with { type: "text" };
import orderItemSql from "./generate/order_item.sql" with { type: "text" };
import paymentSql from "./generate/payment.sql" with { type: "text" };
import saleSql from "./generate/sale.sql" with { type: "text" };
import sellerSql from "./generate/seller.sql" with { type: "text" };
import snapshotSql from "./generate/snapshot.sql" with { type: "text" };
import wheelsSql from "./generate/wheels.sql" with { type: "text" };
import { categoryTable, countryTable } from "./taxonomy.ts";

/** More days than any period has: the whole period is kept. */
const WHOLE_PERIOD = 36_500;

export const generator: Generator = {
  arrivals: [orders],
  references: [categoryTable(), countryTable()],
  sizes: {
    fast: { buyers: 6_000, sellers: 800, listings: 20_000, snapshot_days: WHOLE_PERIOD },
    evaluation: { buyers: 60_000, sellers: 8_000, listings: 200_000, snapshot_days: WHOLE_PERIOD },
    large: { buyers: 600_000, sellers: 80_000, listings: 2_000_000, snapshot_days: 90 },
  },
  statements: [
    wheelsSql,
    creationSql,
    buyerSql,
    sellerSql,
    categorySql,
    listingSql,
    saleSql,
    orderItemSql,
    orderSql,
    paymentSql,
    snapshotSql,
  ],
};
