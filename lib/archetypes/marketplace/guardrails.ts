import { z } from "zod";
import { type Guardrail, GuardrailCheck } from "../../contracts/guardrail.ts";
import eveningWindowSql from "./evening_window.sql" with { type: "text" };

const percent = z.number().nullable();

/** Of fewer payments a day, a share swings by chance across any limit: 300 put it within 3 points of the truth. */
const TELLING_PAYMENTS = 300;

/** Seed, section "Data-health metrics": the share of payments captured in the evening, overall and day by day. */
const eveningWindow: Guardrail = {
  id: "marketplace_evening_window",
  title: "Marketplace Evening Coverage",
  metricTitles: {
    overall_share_pct: "Payments captured from 5 to 10 pm",
    days_pct: `Days of ${TELLING_PAYMENTS} payments or more with enough of them from 5 to 10 pm`,
  },
  table: "fact_payment",
  sql: eveningWindowSql,
  variables: ({ marketplace: { evening_window } }) => ({
    evening_min_share_pct: evening_window.min_share_pct,
    evening_min_payments: TELLING_PAYMENTS,
  }),
  limits: ({ marketplace: { evening_window } }) => [
    { metric: "overall_share_pct", kind: "min", limit: evening_window.min_share_pct },
    { metric: "days_pct", kind: "min", limit: evening_window.min_days_pct },
  ],
  contract: z.strictObject({
    /** Share of each local day's payments, by `YYYY-MM-DD`. */
    daily_share_pct: z.record(z.string(), percent),
    overall_share_pct: percent,
    /** Share of the days with 300 payments or more that reach the minimum; null where there is no such day. */
    days_pct: percent,
    checks: z.array(GuardrailCheck),
    passed: z.boolean().nullable(),
  }),
  present: ({ metrics, daily, checks, passed }) => ({
    daily_share_pct: Object.fromEntries(daily.map(({ ds, value }) => [ds, value])),
    ...Object.fromEntries(metrics.map(({ metric, value }) => [metric, value])),
    checks,
    passed,
  }),
};

export const guardrails: readonly Guardrail[] = [eveningWindow];
