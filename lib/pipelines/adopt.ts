/** Takes in Parquet files made elsewhere: checks them against an archetype's tables, then writes the manifest. */
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Archetype, ColumnType, Table } from "../contracts/archetype.ts";
import type { FileEntry, Manifest } from "../contracts/manifest.ts";
import type { Context } from "../core/context.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { plural } from "../core/quantity.ts";
import type { Duck } from "../infra/duck.ts";
import { fileEntry, writeManifest } from "../infra/files.ts";
import { checkColumns, readable } from "../infra/parquet.ts";
import { ident, literal } from "../infra/sql.ts";
import { withEngine } from "./engine.ts";

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
  const files: FileEntry[] = [];
  const warnings: string[] = [];
  await withEngine(context, join(dir, ".spill"), async (duck) => {
    for (const [index, table] of archetype.tables.entries()) {
      context.progress.stage(`checking ${table.name}`);
      const file = `${table.name}.parquet`;
      const extra = await checkColumns(duck, join(dir, file), table);
      warnings.push(
        ...extra.map((column) => `${file} has column ${column}, which ${archetype.id} does not know`),
      );
      files.push(await fileEntry(dir, file, await readRows(duck, join(dir, file), table)));
      context.progress.advance(index + 1, archetype.tables.length);
    }
  });
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
