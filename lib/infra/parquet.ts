import { z } from "zod";
import type { ColumnType, Table } from "../contracts/archetype.ts";
import type { RowTable } from "../contracts/row_table.ts";
import { EXIT, UserError } from "../core/errors.ts";
import type { Duck } from "./duck.ts";
import { literal } from "./sql.ts";

/** Names that the engine gives to the declared types. */
export const ENGINE_TYPE: Readonly<Record<ColumnType, string>> = {
  BIGINT: "BIGINT",
  INTEGER: "INTEGER",
  VARCHAR: "VARCHAR",
  DATE: "DATE",
  TIMESTAMPTZ: "TIMESTAMP WITH TIME ZONE",
};

/**
 * A statement that writes the rows of `query` as a Parquet file: with pages of version 2, and no dictionary where a row group
 * has more than 1,000 values of a column. Keys and times are then kept as differences, smaller and sooner written than by
 * a dictionary that fills up and is given up.
 */
export function copyToParquet(query: string, path: string): string {
  return `COPY (${query}) TO ${literal(path)}
    (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000)`;
}

const FileColumn = z.strictObject({ name: z.string(), type: z.string() });
export type FileColumn = z.infer<typeof FileColumn>;

/** What `read` returns; where the engine cannot read the file, a {@link UserError} (exit 3) that names it. */
export async function readable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new UserError(`cannot read ${path} as Parquet: ${(cause as Error).message.split("\n", 1)[0]}`, {
      exitCode: EXIT.badData,
      hint: "write the file again",
      cause,
    });
  }
}

/** Columns of a Parquet file, with the engine's names of their types. */
export async function fileColumns(duck: Duck, path: string): Promise<FileColumn[]> {
  const describe = `SELECT column_name AS name, column_type AS type FROM (DESCRIBE FROM read_parquet(${
    literal(path)
  }))`;
  return await readable(path, () => duck.rows(describe, FileColumn));
}

/** A column that a file must have, with the engine's name of its type. */
type WantedColumn = readonly [name: string, type: string];

/**
 * Holds a Parquet file against the columns that `table` must have.
 *
 * @returns Columns that the file has beside them.
 * @throws {UserError} (exit 3) where the file is missing or unreadable, or a column is missing or of another type.
 */
async function checkFile(duck: Duck, path: string, table: string, wanted: readonly WantedColumn[]): Promise<string[]> {
  const info = await Deno.stat(path).catch(() => undefined);
  if (info?.isFile !== true) {
    throw new UserError(`table ${table} is missing: there is no file ${path}`, {
      exitCode: EXIT.badData,
      hint: "each table is one Parquet file; a table without rows is a file without rows",
    });
  }
  const columns = await fileColumns(duck, path);
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  for (const [name, type] of wanted) {
    const found = typeOf.get(name);
    if (found === type) continue;
    throw new UserError(
      `column ${table}.${name} does not fit: ${path} has ${found ?? "no such column"}, wanted ${type}`,
      { exitCode: EXIT.badData, hint: "write the file again with that column in that type" },
    );
  }
  const declared = new Set(wanted.map(([name]) => name));
  return columns.map(({ name }) => name).filter((name) => !declared.has(name));
}

/** {@link checkFile} for a table of a warehouse. */
export async function checkColumns(duck: Duck, path: string, table: Table): Promise<string[]> {
  return await checkFile(duck, path, table.name, table.columns.map(({ name, type }) => [name, ENGINE_TYPE[type]]));
}

/** {@link checkFile} for a table of rows. */
export async function checkRowTable(duck: Duck, path: string, table: RowTable): Promise<string[]> {
  const wanted = Object.entries(table.columns).map(([name, { type }]) => [name, type] as const);
  return await checkFile(duck, path, table.name, wanted);
}
