import type { Kpi } from "../contracts/archetype.ts";
import type { Measure, Metric } from "../contracts/health.ts";
import { capitalised } from "../core/capitals.ts";
import { compact, dollars, duration, percent } from "../core/quantity.ts";

/** A kind of check in plain words. */
export interface CheckWords {
  readonly title: string;
  readonly meaning: string;
  /** A measured figure as a sentence; names between backquotes. */
  sentence(value: string, table: string, column: string): string;
}

/** Kinds of checks that have a target, in reading order. */
export const CHECKS: Readonly<Partial<Record<Metric, CheckWords>>> = {
  key_null_pct: {
    title: "Empty keys",
    meaning: "rows that lack an identifier they need",
    sentence: (value, table, column) => `${value} of \`${table}\` rows have no \`${column}\``,
  },
  orphan_pct: {
    title: "Broken links",
    meaning: "rows that name a record which is missing, or younger than they are",
    sentence: (value, table, column) => `${value} of \`${table}\` rows match no valid record by their \`${column}\``,
  },
  dup_key_pct: {
    title: "Duplicates",
    meaning: "rows that repeat an earlier one, and are counted twice",
    sentence: (value, table) => `${value} of \`${table}\` rows repeat an earlier one`,
  },
  lag_p95_min: {
    title: "Late data",
    meaning: "time from an event until 95% of its rows have arrived",
    sentence: (value, table) => `95% of \`${table}\` rows take up to ${value} to arrive`,
  },
};

/** A measured figure with its unit. */
export function measureText(value: number | null, unit: Measure["unit"]): string {
  if (value === null) return "not measured";
  return unit === "%" ? percent(value) : duration(value);
}

/** A key figure with its unit; a ratio in percent. */
export function kpiText(value: number | null, unit: Kpi["unit"]): string {
  if (value === null) return "no data";
  if (unit === "cents") return dollars(value);
  return unit === "ratio" ? percent(100 * value) : compact(value);
}

const ABBREVIATIONS: Readonly<Record<string, string>> = { dup: "duplicate", p95: "95th percentile", p50: "median" };

/** A guardrail's metric, such as `p95_payment_lag_min`, in words. */
export function metricTitle(metric: string): string {
  return capitalised(metric.replace(/_(pct|min)$/, "").split("_").map((word) => ABBREVIATIONS[word] ?? word).join(" "));
}

/** A guardrail's value: minutes where its name ends with `_min`, else percent. */
export function metricText(metric: string, value: number | null): string {
  return measureText(value, metric.endsWith("_min") ? "min" : "%");
}
