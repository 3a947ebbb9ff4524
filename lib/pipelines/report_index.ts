/** `reports/index.md`: one page over all report folders. */
import { join } from "node:path";
import { ExecSummary } from "../contracts/summary.ts";
import { writeFileAtomic } from "../infra/files.ts";
import { type IndexEntry, indexPage } from "../report/index_page.ts";

/** Files of a report that the index links, in reading order; those that are there. */
const FILES = [
  "exec_summary.md",
  "exec_summary.json",
  "data_health.json",
  "data_health.csv",
  "themes.md",
  "themes.json",
  "qc/qc_summary.json",
  "qc/qc_checks.csv",
] as const;

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
    const there = await Promise.all(FILES.map((file) => exists(join(reports, folder, file))));
    entries.push({ folder, summary, files: FILES.filter((_, i) => there[i]) });
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

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(({ isFile }) => isFile, () => false);
}
