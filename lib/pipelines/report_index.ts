/** `reports/index.md`: one page over all report folders. */
import { join } from "node:path";
import { ExecSummary } from "../contracts/summary.ts";
import { writeFileAtomic } from "../infra/files.ts";
import { type IndexEntry, indexPage } from "../report/index_page.ts";

/** Files of a report that the index links, in reading order; those that are there. */
const FILES = [
  "exec_summary.html",
  "exec_summary.md",
  "exec_summary.json",
  "data_health.json",
  "data_health.csv",
  "themes.md",
  "themes.json",
  "budget.json",
  "qc/qc_summary.json",
  "qc/qc_checks.csv",
] as const;

/** Below `reports`, of the run with that id: what `dnr eval-labels` and `dnr eval-findings` made of it in `dnr quickstart`. */
function evaluationsOf(runId: string): string[] {
  return [`eval/${runId}/summary.md`, `eval/${runId}/summary.json`, `eval/findings-${runId}/findings.json`];
}

/**
 * Writes the index of the report folders in `reports`, by name; folders without a readable summary are left out.
 *
 * @returns Path of the index.
 */
export async function writeReportIndex(reports: string): Promise<string> {
  const folders = (await Array.fromAsync(Deno.readDir(reports)))
    .filter(({ isDirectory, name }) => isDirectory && !name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  const entries: IndexEntry[] = [];
  for (const folder of folders) {
    const summary = await readSummary(join(reports, folder, "exec_summary.json"));
    if (summary === undefined) continue;
    entries.push({
      folder,
      summary,
      files: await existing(join(reports, folder), FILES),
      evaluations: await existing(reports, evaluationsOf(summary.run_id)),
    });
  }
  const path = join(reports, "index.md");
  await writeFileAtomic(path, indexPage(entries));
  return path;
}

async function readSummary(path: string): Promise<ExecSummary | undefined> {
  try {
    return ExecSummary.parse(JSON.parse(await Deno.readTextFile(path)));
  } catch {
    return undefined;
  }
}

async function existing(dir: string, files: readonly string[]): Promise<string[]> {
  const there = await Promise.all(
    files.map((file) => Deno.stat(join(dir, file)).then(({ isFile }) => isFile, () => false)),
  );
  return files.filter((_, i) => there[i]);
}
