import type { HealthRow } from "../contracts/health.ts";

/** Columns of `data_health.csv`, in order (specification, section 6). */
export const CSV_COLUMNS = [
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

/**
 * A cell as RFC 4180 wants it. Text that a spreadsheet would run as a formula gets a leading apostrophe (CWE-1236).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(csvCell("=1+1"), "'=1+1");
 * assert.equal(csvCell(-0.5), "-0.5");
 * assert.equal(csvCell(null), "");
 * ```
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** `data_health.csv`: a header, then one line per row, ended by line feeds. */
export function healthCsv(rows: readonly HealthRow[]): string {
  const lines = rows.map((row) => CSV_COLUMNS.map((column) => csvCell(row[column])).join(","));
  return [CSV_COLUMNS.join(","), ...lines, ""].join("\n");
}
