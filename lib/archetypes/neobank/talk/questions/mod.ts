import { THEMES } from "../../../../contracts/demand.ts";
import type { Question } from "../../../../contracts/talk.ts";

export const questions: readonly Question[] = THEMES.map((theme) => ({
  id: theme,
  theme,
  tables: ["fact_card_transaction"],
  columns: [],
  sql:
    "SELECT count(*) FROM fact_card_transaction WHERE event_time >= (SELECT max(event_time) - INTERVAL {period} FROM fact_card_transaction)",
  wordings: [
    "how many transactions {period}",
    "count of transactions {period}",
    "number of transactions {period}?",
    "transactions {period} in total",
  ],
  slots: { period: [{ said: "this week", sql: "7 DAY" }, { said: "in the last 30 days", sql: "30 DAY" }] },
}));
