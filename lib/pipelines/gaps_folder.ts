/** A gaps report as it was written, read back by those that check it. */
import { join } from "node:path";
import type { z } from "zod";
import { Backlog, Clusters, GapRecord, GapsBudget, GapsManifest } from "../contracts/backlog.ts";
import { parseJson, readJson, readText } from "../infra/json_file.ts";
import { settled } from "../infra/staging.ts";

export interface GapsFolder {
  readonly manifest: GapsManifest;
  readonly backlog: Backlog;
  readonly clusters: Clusters;
  readonly records: readonly GapRecord[];
  readonly budget: GapsBudget;
}

const HINT = "write the report again with: dnr gaps gen";

/** One JSON file of a report. @throws {UserError} where it is missing (exit 2) or does not fit its schema (exit 3). */
export async function readGapsFile<T>(dir: string, name: string, contract: z.ZodType<T>): Promise<T> {
  await settled(dir);
  return await readJson(join(dir, name), contract, { hint: HINT });
}

/** `gaps.jsonl`. @throws {UserError} as {@link readGapsFile}, naming the line. */
export async function readGapRecords(dir: string): Promise<GapRecord[]> {
  const path = join(dir, "gaps.jsonl");
  const lines = (await readText(path, { hint: HINT })).split("\n");
  return lines.flatMap((line, i) =>
    line === "" ? [] : [parseJson(line, GapRecord, { named: `${path}:${i + 1}`, hint: HINT })]
  );
}

/** @throws {UserError} as {@link readGapsFile}. */
export async function readGapsFolder(dir: string): Promise<GapsFolder> {
  return {
    manifest: await readGapsFile(dir, "manifest.json", GapsManifest),
    backlog: await readGapsFile(dir, "backlog.json", Backlog),
    clusters: await readGapsFile(dir, "clusters.json", Clusters),
    records: await readGapRecords(dir),
    budget: await readGapsFile(dir, "budget.json", GapsBudget),
  };
}
