import type { HealthRow } from "../contracts/health.ts";
import { csv } from "../core/csv.ts";

/** Columns of `data_health.csv`, in order (specification, section 6). */
const CSV_COLUMNS = [
  "archetype",
  "table",
  "column",
  "metric",
  "grain",
  "ds",
  "value",
  "numerator",
  "denominator",
  "ci_low",
  "ci_high",
  "slo",
  "passed",
] as const satisfies readonly (keyof HealthRow)[];

/** `data_health.csv`: a header, then one line per row, ended by line feeds. */
export function healthCsv(rows: readonly HealthRow[]): string {
  return csv(CSV_COLUMNS, rows);
}
