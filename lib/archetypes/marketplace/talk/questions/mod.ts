import { THEMES } from "../../../../contracts/demand.ts";
import type { Question } from "../../../../contracts/talk.ts";

export const questions: readonly Question[] = THEMES.map((theme) => ({
  id: theme,
  theme,
  tables: ["fact_order"],
  columns: [],
  sql:
    "SELECT count(*) FROM fact_order WHERE order_time >= (SELECT max(order_time) - INTERVAL {period} FROM fact_order)",
  wordings: [
    "how many orders {period}",
    "count of orders {period}",
    "number of orders {period}?",
    "orders {period} in total",
  ],
  slots: { period: [{ said: "this week", sql: "7 DAY" }, { said: "in the last 30 days", sql: "30 DAY" }] },
}));
