/** The folder of a company's communications, and beside it the labels of what they were planned to say. */
import { join } from "node:path";
import { Budget } from "../contracts/budget.ts";
import {
  type CommsUser,
  commsUsers,
  type EmailMessage,
  emailMessages,
  nlqQueries,
  type NlqQuery,
  type SlackMessage,
  slackMessages,
} from "../contracts/comms.ts";
import { type Source, SOURCES } from "../contracts/demand.ts";
import { type Label, labelTables } from "../contracts/labels.ts";
import type { FileEntry, Manifest } from "../contracts/manifest.ts";
import type { Row, RowTable } from "../contracts/row_table.ts";
import type { Context } from "../core/context.ts";
import type { Duck } from "../infra/duck.ts";
import { digest, fileEntries, stageFolder, takeTurn, writeJson, writeManifest } from "../infra/files.ts";
import { writeRows } from "../infra/row_table.ts";
import { claimStaging, sweep } from "../infra/staging.ts";
import { withEngine } from "./engine.ts";

export interface CommsFiles {
  readonly slack: readonly SlackMessage[];
  readonly email: readonly EmailMessage[];
  readonly nlq: readonly NlqQuery[];
  readonly users: readonly CommsUser[];
  readonly labels: Readonly<Record<Source, readonly Label[]>>;
  readonly budget: Budget;
  /** But for the files, and the digests of the labels, which are added. */
  readonly manifest: Omit<Manifest, "files">;
}

/**
 * Writes both: the folder appears whole, and each file of labels does. All are complete beside their places before the
 * first takes its own, so that a kill in between leaves a pair that does not match for as long as the next run takes;
 * until then the digests of the labels in the manifest tell.
 */
export async function writeComms(
  context: Context,
  out: string,
  meta: string,
  files: CommsFiles,
): Promise<FileEntry[]> {
  await using folder = await stageFolder(out);
  await using claims = new AsyncDisposableStack();
  const rows: Record<string, number> = {};
  const labels = await withEngine(context, join(folder.dir, ".spill"), async (duck) => {
    const write = async <T extends RowTable>(table: T, content: readonly Row<T>[]): Promise<void> => {
      await writeRows(duck, join(folder.dir, `${table.name}.parquet`), table, content);
      rows[`${table.name}.parquet`] = content.length;
    };
    await write(slackMessages, files.slack);
    await write(emailMessages, files.email);
    await write(commsUsers, files.users);
    await write(nlqQueries, files.nlq);
    return await stageLabels(duck, meta, files.labels, claims);
  });
  await writeJson(join(folder.dir, "budget.json"), Budget, files.budget);
  const entries = await fileEntries(folder.dir, rows);
  const digests = Object.fromEntries(labels.map(({ source, sha256 }) => [`labels.${source}`, sha256]));
  const parameters = { ...files.manifest.parameters, ...digests };
  await writeManifest(folder.dir, { ...files.manifest, parameters, files: entries });
  await using _turn = await takeTurn(out);
  await folder.commit();
  for (const { path, target } of labels) await Deno.rename(path, target);
  return entries;
}

interface StagedFile {
  readonly source: Source;
  readonly path: string;
  readonly target: string;
  readonly sha256: string;
}

/** Writes the labels beside their places. */
async function stageLabels(
  duck: Duck,
  meta: string,
  labels: CommsFiles["labels"],
  claims: AsyncDisposableStack,
): Promise<StagedFile[]> {
  const staged: StagedFile[] = [];
  for (const source of SOURCES) {
    const table = labelTables[source];
    const target = join(meta, `${table.name}.parquet`);
    await sweep(target);
    const { path } = claims.use(await claimStaging(target));
    await writeRows(duck, path, table, labels[source]);
    staged.push({ source, path, target, sha256: await digest(path) });
  }
  return staged;
}
