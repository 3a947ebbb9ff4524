/** Comma-separated values (RFC 4180) with the line that each record starts on. */

export interface CsvRecord {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvText {
  readonly records: readonly CsvRecord[];
  /** Line of a quoted cell that is never closed, or goes on after its closing quote; null where there is none. */
  readonly brokenAt: number | null;
}

/** A cell, quoted or bare, and what ends it. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/**
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(readCsv('a,b\n"1,5",\n').records, [
 *   { line: 1, cells: ["a", "b"] },
 *   { line: 2, cells: ["1,5", ""] },
 * ]);
 * ```
 */
export function readCsv(text: string): CsvText {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let [line, start] = [1, 1];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length || cells.length > 0) {
    const match = CELL.exec(text);
    if (match === null) return { records, brokenAt: line };
    const [whole, quotedCell, bare, end] = match;
    cells.push(quotedCell?.replaceAll('""', '"') ?? bare!);
    line += whole.split("\n").length - 1;
    if (end === ",") continue;
    records.push({ line: start, cells });
    [cells, start] = [[], line];
  }
  return { records, brokenAt: null };
}
