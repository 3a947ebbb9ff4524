import { z } from "zod";
import type { ColumnType, Table } from "../contracts/archetype.ts";
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

/**
 * Holds a Parquet file against its table's declaration.
 *
 * @returns Columns that the table does not declare.
 * @throws {UserError} (exit 3) where the file is missing or unreadable, or a declared column is missing or of another
 * type.
 */
export async function checkColumns(duck: Duck, path: string, table: Table): Promise<string[]> {
  const info = await Deno.stat(path).catch(() => undefined);
  if (info?.isFile !== true) {
    throw new UserError(`table ${table.name} is missing: there is no file ${path}`, {
      exitCode: EXIT.badData,
      hint: "each table is one Parquet file; a table without rows is a file without rows",
    });
  }
  const columns = await fileColumns(duck, path);
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  for (const { name, type } of table.columns) {
    const found = typeOf.get(name);
    if (found === ENGINE_TYPE[type]) continue;
    throw new UserError(
      `column ${table.name}.${name} does not fit: ${path} has ${found ?? "no such column"}, wanted ${
        ENGINE_TYPE[type]
      }`,
      { exitCode: EXIT.badData, hint: "write the file again with that column in that type" },
    );
  }
  const declared = new Set(table.columns.map(({ name }) => name));
  return columns.map(({ name }) => name).filter((name) => !declared.has(name));
}
