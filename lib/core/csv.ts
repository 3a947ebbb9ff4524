/** Comma-separated values (RFC 4180), safe to open in a spreadsheet. */

/** What a cell may hold; null is the empty cell. */
export type CsvValue = string | number | boolean | null;

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
export function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A header of the column names, then one line per row, ended by line feeds. */
export function csv<K extends string>(columns: readonly K[], rows: readonly Readonly<Record<K, CsvValue>>[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}
