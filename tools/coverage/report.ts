/** Line coverage as text: by folder, then file by file where most is left uncovered. */
import { table } from "../../lib/core/format.ts";
import { domainOf } from "../lint/layers.ts";
import type { FileCoverage } from "./lcov.ts";

/**
 * Lines as ranges.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(ranges([3, 4, 5, 9]), "3-5 9");
 * ```
 */
export function ranges(lines: readonly number[]): string {
  const starts = lines.filter((line, i) => lines[i - 1] !== line - 1);
  const ends = lines.filter((line, i) => lines[i + 1] !== line + 1);
  return starts.map((start, i) => start === ends[i] ? `${start}` : `${start}-${ends[i]}`).join(" ");
}

function cells(name: string, files: readonly FileCoverage[]): string[] {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
  return [name, String(lines), String(missed), lines === 0 ? "-" : `${(100 * (1 - missed / lines)).toFixed(1)}%`];
}

/**
 * Coverage of each layer's folder, then of all, then the `most` files with most uncovered lines, those lines named.
 * Paths are relative to the project's root; a file outside the layers is left out.
 */
export function report(coverage: readonly FileCoverage[], most: number): string[] {
  const files = coverage.filter(({ path }) => domainOf(path) !== undefined);
  const folders = Map.groupBy(files, ({ path }) => domainOf(path)!);
  const worst = files.filter(({ missed }) => missed.length > 0)
    .sort((a, b) => b.missed.length - a.missed.length || (a.path < b.path ? -1 : 1)).slice(0, most);
  return [
    ...table([
      ["folder", "lines", "missed", "covered"],
      ...[...folders].sort(([a], [b]) => a < b ? -1 : 1).map(([folder, of]) => cells(folder, of)),
      cells("all", files),
    ]),
    "",
    ...table([
      ["file", "lines", "missed", "covered", "which"],
      ...worst.map((file) => [...cells(file.path, [file]), ranges(file.missed)]),
    ]),
  ];
}
