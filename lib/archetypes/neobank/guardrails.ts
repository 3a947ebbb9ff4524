import { z } from "zod";
import { type Guardrail, GuardrailCheck } from "../../contracts/guardrail.ts";
import invoiceAggregatesSql from "./invoice_aggregates.sql" with { type: "text" };

const value = z.number().nullable();

/** Seed, section "Data-health metrics": bills missing their payment, paid on time, stored twice, and their p95 lag. */
const invoiceAggregates: Guardrail = {
  id: "invoice_aggregates",
  title: "Invoice Aggregates",
  metricTitles: {
    missing_pct: "Invoices without a payment, of all so far",
    on_time_pct: "Invoices paid within three days, of all so far",
    dup_key_pct: "Invoices stored twice, of all so far",
    p95_payment_lag_min: "Time by which 95 of 100 paid invoices were paid",
  },
  table: "fact_subscription_invoice",
  sql: invoiceAggregatesSql,
  limits: ({ invoice_aggregates: { slos } }) => [
    { metric: "missing_pct", kind: "max", limit: slos.missing_pct },
    { metric: "on_time_pct", kind: "min", limit: slos.on_time_pct },
    { metric: "dup_key_pct", kind: "max", limit: slos.dup_key_pct },
    { metric: "p95_payment_lag_min", kind: "max", limit: slos.p95_payment_lag_min },
  ],
  contract: z.strictObject({
    metrics: z.strictObject({
      missing_pct: value,
      on_time_pct: value,
      dup_key_pct: value,
      p95_payment_lag_min: value,
    }),
    checks: z.array(GuardrailCheck),
    passed: z.boolean().nullable(),
  }),
  present: ({ metrics, checks, passed }) => ({
    metrics: Object.fromEntries(metrics.map((m) => [m.metric, m.value])),
    checks,
    passed,
  }),
  byTable: true,
};

export const guardrails: readonly Guardrail[] = [invoiceAggregates];
