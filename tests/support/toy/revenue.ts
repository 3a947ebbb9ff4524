/** Fares, paid where one boards; a line earns what its stops do. */
import type { RevenueModel } from "../../../lib/contracts/revenue.ts";

const FARES = "SELECT CAST(coalesce(sum(t.fare_cents), 0) AS BIGINT) FROM window_fact_ride AS t";

export const revenue: RevenueModel = {
  dailySql: `SELECT local_day(ridden_at) AS ds, CAST(sum(fare_cents) AS BIGINT) AS cents FROM first_fact_ride
    WHERE ridden_at >= getvariable('revenue_start') GROUP BY local_day(ridden_at)`,
  sources: [
    {
      table: "fact_ride",
      sql: "SELECT w.*, coalesce(w.fare_cents, 0) AS revenue_cents FROM window_fact_ride AS w",
    },
    { table: "dim_stop", from: [{ table: "fact_ride", column: "stop_id" }] },
    { table: "dim_line", from: [{ table: "dim_stop", column: "line_id" }] },
  ],
  keys: [{ table: "fact_ride", column: "stop_id" }],
  coverage: [],
  attribution: [],
  kpis: [{
    title: "Fares",
    table: "fact_ride",
    definitions: [
      { title: "each ride once", sql: `${FARES} WHERE t.copy = 1` },
      { title: "repeated loads included", sql: FARES },
    ],
  }],
};
