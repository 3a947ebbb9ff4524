/** The folder of communications that a report reads. */
import { join } from "node:path";
import { z } from "zod";
import type { Archetype } from "../contracts/archetype.ts";
import { commsUsers, emailMessages, nlqQueries, slackMessages } from "../contracts/comms.ts";
import type { Manifest } from "../contracts/manifest.ts";
import type { Row, RowTable } from "../contracts/row_table.ts";
import { EXIT, UserError } from "../core/errors.ts";
import type { Duck } from "../infra/duck.ts";
import { readManifest, verifyFiles } from "../infra/files.ts";
import { fileColumns } from "../infra/parquet.ts";
import { readRows } from "../infra/row_table.ts";
import type { Correspondence } from "../triage/items.ts";

/**
 * The manifest of a folder that holds the correspondence of `archetype`, its files held against it.
 *
 * @throws {UserError} where the folder is missing or incomplete (exit 2), holds something else or is damaged (exit 3).
 */
export async function openComms(folder: string, archetype: Archetype): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (manifest.kind !== "comms" || manifest.archetype !== archetype.id) {
    throw new UserError(
      `communications do not fit the warehouse: ${folder} holds ${manifest.kind} of ${manifest.archetype}, wanted comms of ${archetype.id}`,
      { exitCode: EXIT.badData, hint: "name the communications of the same company" },
    );
  }
  await verifyFiles(folder, manifest);
  return manifest;
}

/** The rows of its four files. @throws {UserError} (exit 3) naming the file and column that do not fit. */
export async function readComms(duck: Duck, folder: string): Promise<Correspondence> {
  return {
    slack: await readTable(duck, folder, slackMessages),
    email: await readTable(duck, folder, emailMessages),
    users: await readTable(duck, folder, commsUsers),
    nlq: await readTable(duck, folder, nlqQueries),
  };
}

async function readTable<T extends RowTable>(duck: Duck, folder: string, table: T): Promise<Row<T>[]> {
  const path = join(folder, `${table.name}.parquet`);
  const info = await Deno.stat(path).catch(() => undefined);
  if (info?.isFile !== true) throw unfit(`table ${table.name} is missing: there is no file ${path}`);
  const types = new Map((await fileColumns(duck, path)).map(({ name, type }) => [name, type]));
  for (const [name, { type }] of Object.entries(table.columns)) {
    const found = types.get(name);
    if (found !== type) {
      throw unfit(
        `column ${table.name}.${name} does not fit: ${path} has ${found ?? "no such column"}, wanted ${type}`,
      );
    }
  }
  try {
    return await readRows(duck, path, table);
  } catch (cause) {
    if (!(cause instanceof z.ZodError)) throw cause;
    const { path: [column], message } = cause.issues[0]!;
    throw unfit(
      `column ${table.name}.${String(column)} does not fit: a value in ${path} is not valid (${message})`,
      cause,
    );
  }
}

function unfit(message: string, cause?: unknown): UserError {
  return new UserError(message, { exitCode: EXIT.badData, hint: "write the file again as the columns want it", cause });
}
