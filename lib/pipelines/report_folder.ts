/** A report as it was written, read back by those that hold it against something. */
import { join } from "node:path";
import { z } from "zod";
import { archetypeById } from "../archetypes/mod.ts";
import type { HealthReport } from "../contracts/health.ts";
import { ExecSummary } from "../contracts/summary.ts";
import { healthContract } from "../health/measure.ts";
import { readJson } from "../infra/json_file.ts";
import { settled } from "../infra/staging.ts";

export interface ReadReport {
  readonly summary: ExecSummary;
  readonly report: HealthReport;
}

/**
 * `exec_summary.json` and `data_health.json` of a report folder.
 *
 * @throws {UserError} where one is missing (exit 2) or does not fit its schema (exit 3).
 */
export async function readReport(folder: string): Promise<ReadReport> {
  const summary = await readReportFile(folder, "exec_summary.json", ExecSummary);
  const contract = healthContract(archetypeById(summary.archetype));
  const report = await readReportFile(folder, "data_health.json", contract) as unknown as HealthReport;
  return { summary, report };
}

/** Whose report a folder holds. @throws {UserError} as {@link readReport}. */
export async function archetypeOfReport(folder: string): Promise<string> {
  return (await readReportFile(folder, "exec_summary.json", z.object({ archetype: z.string() }))).archetype;
}

/** One JSON file of a report folder. @throws {UserError} as {@link readReport}. */
export async function readReportFile<T>(folder: string, name: string, contract: z.ZodType<T>): Promise<T> {
  await settled(folder);
  return await readJson(join(folder, name), contract, { hint: "write the report with: dnr run-report" });
}
