/** Takes in Parquet files made elsewhere: checks them against an archetype's tables, then writes the manifest. */
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Archetype, Table } from "../contracts/archetype.ts";
import type { FileEntry, Manifest } from "../contracts/manifest.ts";
import type { Context } from "../core/context.ts";
import { UserError } from "../core/errors.ts";
import { type Duck, openDuck } from "../infra/duck.ts";
import { fileEntry, writeManifest } from "../infra/files.ts";
import { checkColumns, readable } from "../infra/parquet.ts";
import { ident, literal } from "../infra/sql.ts";

export interface AdoptOptions {
  readonly archetype: Archetype;
  /** Folder with one `<table>.parquet` for each table. */
  readonly warehouse: string;
  /** Time zone and last local day of the data, recorded for the commands that read it. */
  readonly tz: string;
  readonly asOf: string;
}

export interface AdoptResult {
  readonly warehouse: string;
  readonly files: readonly FileEntry[];
  /** Columns that no table declares: they are left in place and never read. */
  readonly warnings: readonly string[];
}

/**
 * Every table must be there with every column in its declared type; a table may be empty.
 *
 * @throws {UserError} on a missing folder (exit 2), and naming the first file or column that does not fit (exit 3).
 */
export async function adopt(context: Context, options: AdoptOptions): Promise<AdoptResult> {
  const { archetype, warehouse } = options;
  const dir = resolve(context.cwd, warehouse);
  await requireFolder(dir, warehouse);
  await using duck = await openDuck({ memoryLimit: context.resources.memoryLimit });
  const files: FileEntry[] = [];
  const warnings: string[] = [];
  for (const [index, table] of archetype.tables.entries()) {
    context.signal.throwIfAborted();
    context.progress.stage(`checking ${table.name}`);
    const file = `${table.name}.parquet`;
    const extra = await checkColumns(duck, join(dir, file), table);
    warnings.push(
      ...extra.map((column) => `${file} has column ${column}, which ${archetype.id} does not know`),
    );
    files.push(await fileEntry(dir, file, await countRows(duck, join(dir, file), table)));
    context.progress.advance(index + 1, archetype.tables.length);
  }
  await writeManifest(dir, manifestOf(context, options, files));
  return { warehouse, files, warnings };
}

function manifestOf(context: Context, { archetype, tz, asOf }: AdoptOptions, files: FileEntry[]): Manifest {
  return {
    schema_version: "1.0",
    kind: "warehouse",
    archetype: archetype.id,
    version: context.version,
    adopted: true,
    seed: null,
    parameters: { tz, as_of: asOf },
    files,
  };
}

async function requireFolder(dir: string, named: string): Promise<void> {
  const folder = await Deno.stat(dir).catch(() => undefined);
  if (folder?.isDirectory === true) return;
  throw new UserError(`cannot read folder ${named}: ${folder === undefined ? "there is none" : "it is a file"}`);
}

const Count = z.object({ rows: z.int() });

/** Hashes every value, which makes the engine decode every page: a file cut short inside is found here. */
async function countRows(duck: Duck, path: string, table: Table): Promise<number> {
  const all = table.columns.map((column) => ident(column.name)).join(", ");
  const scan = `SELECT count(*) AS rows, count(*) FILTER (hash(${all}) = 0) AS zeros FROM read_parquet(${
    literal(path)
  })`;
  return (await readable(path, () => duck.row(scan, Count))).rows;
}
