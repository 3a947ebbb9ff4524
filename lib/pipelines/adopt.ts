/** Takes in Parquet files made elsewhere: checks them against their declared tables, then writes the manifest. */
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Archetype, ColumnType, Table } from "../contracts/archetype.ts";
import { COMMS_TABLES, commsUsers, emailMessages, nlqQueries, slackMessages } from "../contracts/comms.ts";
import type { FileEntry } from "../contracts/manifest.ts";
import type { Context } from "../core/context.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { plural } from "../core/quantity.ts";
import type { Duck } from "../infra/duck.ts";
import { fileEntry, writeManifest } from "../infra/files.ts";
import { checkColumns, checkRowTable, readable } from "../infra/parquet.ts";
import { ident, literal } from "../infra/sql.ts";
import { readComms } from "./comms_folder.ts";
import { withEngine } from "./engine.ts";

export interface AdoptOptions {
  readonly archetype: Archetype;
  /** Folder with one `<table>.parquet` for each table of its kind. */
  readonly folder: string;
  /** Time zone and last local day of the data, recorded for the commands that read it. */
  readonly tz: string;
  readonly asOf: string;
}

export interface AdoptResult {
  readonly folder: string;
  readonly files: readonly FileEntry[];
  /** Columns that no table declares: they are left in place and never read. */
  readonly warnings: readonly string[];
}

/** What a folder was found to hold: rows by file, and the columns that no table declares. */
interface Found {
  readonly rows: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

/**
 * Every table must be there with every column in its declared type; a table may be empty.
 *
 * @throws {UserError} on a missing folder (exit 2), and naming the first file or column that does not fit (exit 3).
 */
export function adoptWarehouse(context: Context, options: AdoptOptions): Promise<AdoptResult> {
  const { tables, id } = options.archetype;
  return adopt(context, "warehouse", options, async (duck, dir) => {
    const rows: Record<string, number> = {};
    const warnings: string[] = [];
    for (const [index, table] of tables.entries()) {
      context.progress.stage(`checking ${table.name}`);
      const file = `${table.name}.parquet`;
      const extra = await checkColumns(duck, join(dir, file), table);
      warnings.push(...unknownColumns(file, extra, id));
      rows[file] = await readRows(duck, join(dir, file), table);
      context.progress.advance(index + 1, tables.length);
    }
    return { rows, warnings };
  });
}

/**
 * Every file of communications must be there with every column in its type, and every value of a closed list must be
 * one of it; a file may be empty.
 *
 * @throws {UserError} on a missing folder (exit 2), and naming the first file or column that does not fit (exit 3).
 */
export function adoptComms(context: Context, options: AdoptOptions): Promise<AdoptResult> {
  return adopt(context, "comms", options, async (duck, dir) => {
    const warnings: string[] = [];
    for (const table of COMMS_TABLES) {
      const file = `${table.name}.parquet`;
      const extra = await checkRowTable(duck, join(dir, file), table);
      warnings.push(...unknownColumns(file, extra, "dnr"));
    }
    context.progress.stage("checking values");
    const { slack, email, users, nlq } = await readComms(duck, dir);
    const rows = {
      [`${slackMessages.name}.parquet`]: slack.length,
      [`${emailMessages.name}.parquet`]: email.length,
      [`${commsUsers.name}.parquet`]: users.length,
      [`${nlqQueries.name}.parquet`]: nlq.length,
    };
    return { rows, warnings };
  });
}

async function adopt(
  context: Context,
  kind: "warehouse" | "comms",
  { archetype, folder, tz, asOf }: AdoptOptions,
  check: (duck: Duck, dir: string) => Promise<Found>,
): Promise<AdoptResult> {
  const dir = resolve(context.cwd, folder);
  await requireFolder(dir, folder);
  const { rows, warnings } = await withEngine(context, join(dir, ".spill"), (duck) => check(duck, dir));
  const files: FileEntry[] = [];
  for (const [file, count] of Object.entries(rows)) files.push(await fileEntry(dir, file, count));
  await writeManifest(dir, {
    schema_version: "1.0",
    kind,
    archetype: archetype.id,
    version: context.version,
    adopted: true,
    seed: null,
    parameters: { tz, as_of: asOf },
    files,
  });
  return { folder, files, warnings };
}

function unknownColumns(file: string, columns: readonly string[], whom: string): string[] {
  return columns.map((column) => `${file} has column ${column}, which ${whom} does not know`);
}

async function requireFolder(dir: string, named: string): Promise<void> {
  const folder = await Deno.stat(dir).catch(() => undefined);
  if (folder?.isDirectory === true) return;
  throw new UserError(`cannot read folder ${named}: ${folder === undefined ? "there is none" : "it is a file"}`);
}

/** First and last value of each type that holds times: of the years that a calendar day is written with four digits. */
const TIMES: Readonly<Partial<Record<ColumnType, readonly [first: string, last: string]>>> = {
  DATE: ["0001-01-01", "9999-12-31"],
  TIMESTAMPTZ: ["0001-01-01 00:00:00+00", "9999-12-31 23:59:59.999999+00"],
};

const Scan = z.strictObject({ rows: z.int(), zeros: z.int(), strays: z.array(z.int()) });

/**
 * Counts the rows of a file, and reads all of it: hashing every value makes the engine decode every page, so that a
 * file cut short inside is found here.
 *
 * @throws {UserError} (exit 3) on such a file, and on a time that is infinite or outside the years 1 to 9999.
 */
async function readRows(duck: Duck, path: string, table: Table): Promise<number> {
  const all = table.columns.map((column) => ident(column.name)).join(", ");
  const times = table.columns.flatMap(({ name, type }) => {
    const range = TIMES[type];
    return range === undefined ? [] : [{ name, type, range }];
  });
  const strays = times.map(({ name, type, range: [first, last] }) =>
    `count(*) FILTER (${ident(name)} NOT BETWEEN ${type} ${literal(first)} AND ${type} ${literal(last)})`
  );
  const scan = `SELECT count(*) AS rows, count(*) FILTER (hash(${all}) = 0) AS zeros, ` +
    `[${strays.join(", ")}]::BIGINT[] AS strays FROM read_parquet(${literal(path)})`;
  const found = await readable(path, () => duck.row(scan, Scan));
  times.forEach(({ name }, i) => {
    const count = found.strays[i]!;
    if (count === 0) return;
    throw new UserError(
      `column ${table.name}.${name} does not fit: ${plural(count, "row")} of ${path} ${
        count === 1 ? "has" : "have"
      } a time that is infinite or outside the years 1 to 9999`,
      { exitCode: EXIT.badData, hint: "write the file again with null where the time is not known" },
    );
  });
  return found.rows;
}
