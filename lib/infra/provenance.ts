import { createHash } from "node:crypto";
import { join } from "node:path";
import { Run } from "../contracts/run.ts";
import { writeJson } from "./files.ts";

/** Names a run by all that decides it: the same again lands in the same place. 16 hex digits of a SHA-256. */
export function runIdOf(run: unknown): string {
  return createHash("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 16);
}

/** Writes `run.json` into `dir`, with the time of the clock: the one place where dnr reads it. */
export async function writeRun(dir: string, run: Omit<Run, "schema_version" | "started_at">): Promise<void> {
  // deno-lint-ignore dnr/repeatable -- provenance is what this file is for
  const started_at = Temporal.Now.instant().toString({ smallestUnit: "second" });
  await writeJson(join(dir, "run.json"), Run, { schema_version: "1.0", ...run, started_at });
}
