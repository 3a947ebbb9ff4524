/** Text tables for terminals. */

/** What a terminal would obey instead of showing: control characters, and marks that turn text around. */
// deno-lint-ignore no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** `text` with those shown as spaces, so that data can neither colour nor clear a terminal, nor pass for other text. */
export function printable(text: string): string {
  return text.replace(CONTROL, " ");
}

/**
 * Rows in columns as wide as their widest cell, two spaces apart; the first row is the head. Cells that are numbers in
 * every row below the head stand to the right.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(table([["table", "rows"], ["visits", "1200"], ["shops", "7"]]), [
 *   "table   rows",
 *   "visits  1200",
 *   "shops      7",
 * ]);
 * ```
 */
export function table(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map((row) => (row[i] ?? "").length)));
  const right = widths.map((_, i) => cells.length > 1 && cells.slice(1).every((row) => isNumber(row[i] ?? "")));
  return cells.map((row) =>
    row.map((cell, i) => right[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)).join("  ").trimEnd()
  );
}

function isNumber(cell: string): boolean {
  return /^[-−+]?[\d,]+(\.\d+)?%?$/.test(cell);
}
