/** Everything that is asked of a pack. */
import { catalogProblems } from "./catalog.ts";
import { freshnessProblems } from "./freshness.ts";
import { integrityProblems } from "./integrity.ts";
import { lineageProblems } from "./lineage.ts";
import { messageProblems } from "./messages.ts";
import type { Problem } from "./problem.ts";
import { type ReadPack, readPack } from "./read.ts";
import type { PackBytes, PackSchemas } from "./reader.ts";

export type { Problem } from "./problem.ts";
export type { PackBytes, PackSchemas } from "./reader.ts";

export interface Checked {
  readonly pack: ReadPack;
  /** By file and line. */
  readonly problems: readonly Problem[];
}

/**
 * Holds a pack against its schemas and against itself, and tells all that is wrong, whatever is.
 *
 * @param bytes The files of a pack that are there, by path.
 * @param strays What else lies in its folder.
 */
export function checkPack(bytes: PackBytes, strays: readonly string[], schemas: PackSchemas): Checked {
  const pack = readPack(bytes, schemas);
  const problems = [
    ...pack.problems,
    ...catalogProblems(pack),
    ...lineageProblems(pack),
    ...freshnessProblems(pack),
    ...messageProblems(pack),
    ...integrityProblems(pack, bytes, strays),
  ];
  const byPlace = (a: Problem, b: Problem): number =>
    a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1;
  return { pack, problems: problems.toSorted(byPlace) };
}
