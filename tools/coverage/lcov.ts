/** Line coverage out of a tracefile of `deno coverage --lcov` (its format: geninfo(1), section FILES). */

/** One source file's lines that hold code, and those of them that no test ran, from 1, ascending. */
export interface FileCoverage {
  path: string;
  lines: number;
  missed: readonly number[];
}

/**
 * One entry per record of `tracefile`, paths as they stand there.
 *
 * @throws {Error} where a record does not end: the tracefile was cut short.
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const tracefile = "SF:/dnr/main.ts\nDA:1,4\nDA:2,0\nDA:4,1\nLH:2\nLF:3\nend_of_record\n";
 * assert.deepEqual(parseLcov(tracefile), [{ path: "/dnr/main.ts", lines: 3, missed: [2] }]);
 * ```
 */
export function parseLcov(tracefile: string): FileCoverage[] {
  const files: FileCoverage[] = [];
  let path: string | undefined;
  let hits: [line: number, hits: number][] = [];
  for (const row of tracefile.split("\n")) {
    const [key, value = ""] = row.split(/:(.*)/);
    if (key === "SF") [path, hits] = [value, []];
    if (key === "DA") hits.push(value.split(",").map(Number) as [number, number]);
    if (row !== "end_of_record" || path === undefined) continue;
    files.push({ path, lines: hits.length, missed: hits.filter(([, count]) => count === 0).map(([line]) => line) });
    path = undefined;
  }
  if (path !== undefined) throw new Error(`cannot read coverage: the record of ${path} does not end`);
  return files;
}
