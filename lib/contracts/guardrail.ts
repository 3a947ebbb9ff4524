/** Rules of one archetype's own: how they are declared, measured and told. */
import { z } from "zod";

/** One threshold of a guardrail: `max` means the value may not exceed the limit. */
export interface GuardrailLimit {
  readonly metric: string;
  readonly kind: "max" | "min";
  readonly limit: number;
}

/** A measured metric of a guardrail; `value` is null when the denominator is 0. */
export interface GuardrailMetric {
  readonly metric: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A limit held against what was measured. */
export const GuardrailCheck = z.strictObject({
  metric: z.string(),
  kind: z.enum(["max", "min"]),
  limit: z.number(),
  value: z.number().nullable(),
  /** Null when there was nothing to measure. */
  passed: z.boolean().nullable(),
});
export type GuardrailCheck = Readonly<z.infer<typeof GuardrailCheck>>;

/** Rules of one archetype's own, reported under their own key of `data_health.json`. */
export interface Guardrail {
  /** Key of the block in `data_health.json`. */
  readonly id: string;
  readonly title: string;
  /** Its metrics in words for executives; a metric without is called by its name. */
  readonly metricTitles?: Readonly<Record<string, string>>;
  /** Tables that it reads; it is left out when one is absent. */
  readonly table: string;
  /**
   * SQL over the tables' views (see {@link "./archetype.ts".Archetype.kpiSql}), yielding `metric VARCHAR, ds DATE (null: the whole
   * window), numerator BIGINT, denominator BIGINT, value DOUBLE`.
   */
  readonly sql: string;
  /** Limits from the effective configuration. */
  limits(config: GuardrailConfig): readonly GuardrailLimit[];
  /** Limits that `sql` needs as variables, read with `getvariable('name')`. */
  readonly variables?: (config: GuardrailConfig) => Readonly<Record<string, number>>;
  /** Contract of the block in `data_health.json`; it holds at least `checks` and `passed`. */
  readonly contract: z.ZodType;
  /** The block, in the shape that {@link contract} names. */
  present(result: GuardrailResult): Record<string, unknown>;
  /** True when the metrics are also reported under `aggregates_by_table.<table>`. */
  readonly byTable?: boolean;
}

export interface GuardrailResult {
  readonly metrics: readonly GuardrailMetric[];
  readonly daily: readonly (GuardrailMetric & { readonly ds: string })[];
  readonly checks: readonly GuardrailCheck[];
  readonly passed: boolean | null;
}

/** The part of the configuration that guardrails read. */
export interface GuardrailConfig {
  readonly invoice_aggregates: {
    readonly slos: {
      readonly missing_pct: number;
      readonly on_time_pct: number;
      readonly dup_key_pct: number;
      readonly p95_payment_lag_min: number;
    };
  };
  readonly marketplace: {
    readonly evening_window: { readonly min_share_pct: number; readonly min_days_pct: number };
  };
}
