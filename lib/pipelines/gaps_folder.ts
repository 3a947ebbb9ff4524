/** A gaps report as it was written, read back by those that check it. */
import { join } from "node:path";
import { z } from "zod";
import { Backlog, Clusters, GapRecord, GapsBudget, GapsManifest } from "../contracts/backlog.ts";
import { EXIT, UserError } from "../core/errors.ts";

export interface GapsFolder {
  readonly manifest: GapsManifest;
  readonly backlog: Backlog;
  readonly clusters: Clusters;
  readonly records: readonly GapRecord[];
  readonly budget: GapsBudget;
}

const HINT = "write the report again with: dnr gaps gen";

async function textOf(dir: string, name: string): Promise<string> {
  try {
    return await Deno.readTextFile(join(dir, name));
  } catch (cause) {
    const why = cause instanceof Deno.errors.NotFound ? "there is none" : (cause as Error).message;
    throw new UserError(`cannot read ${join(dir, name)}: ${why}`, { hint: HINT, cause });
  }
}

function parsed<T>(where: string, contract: z.ZodType<T>, text: string): T {
  try {
    return contract.parse(JSON.parse(text));
  } catch (cause) {
    const what = cause instanceof z.ZodError
      ? `${cause.issues[0]!.path.join(".") || "its root"}: ${cause.issues[0]!.message}`
      : "it is not JSON";
    throw new UserError(`${where} does not fit its schema: ${what}`, { exitCode: EXIT.badData, hint: HINT, cause });
  }
}

/** One JSON file of a report. @throws {UserError} where it is missing (exit 2) or does not fit its schema (exit 3). */
export async function readGapsFile<T>(dir: string, name: string, contract: z.ZodType<T>): Promise<T> {
  return parsed(join(dir, name), contract, await textOf(dir, name));
}

/** `gaps.jsonl`. @throws {UserError} as {@link readGapsFile}, naming the line. */
export async function readGapRecords(dir: string): Promise<GapRecord[]> {
  const lines = (await textOf(dir, "gaps.jsonl")).split("\n");
  return lines.flatMap((line, i) =>
    line === "" ? [] : [parsed(`${join(dir, "gaps.jsonl")}:${i + 1}`, GapRecord, line)]
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
