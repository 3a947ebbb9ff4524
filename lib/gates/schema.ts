import type { Table } from "../contracts/archetype.ts";
import { UserError } from "../core/errors.ts";
import type { Duck } from "../infra/duck.ts";
import { ENGINE_TYPE, type FileColumn, fileColumns } from "../infra/parquet.ts";
import { type Check, exact } from "./check.ts";
import { gate } from "./gate.ts";

/** Columns of a table's file, or why they cannot be read. */
export type FileColumns = readonly FileColumn[] | { readonly fault: string };

/** Reads the columns of a table's file; what keeps it from being read is a finding. */
export async function readColumns(duck: Duck, path: string): Promise<FileColumns> {
  const info = await Deno.stat(path).catch(() => undefined);
  if (info === undefined) return { fault: "no file" };
  try {
    return await fileColumns(duck, path);
  } catch (error) {
    if (error instanceof UserError) return { fault: "not readable as Parquet" };
    throw error;
  }
}

/** A column that a file must have, with the engine's name of its type. */
export interface WantedColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * One check of how many wanted columns there are, then one of each column's type; a single failed one of a file that is
 * none.
 */
export function columnChecks(table: string, wanted: readonly WantedColumn[], found: FileColumns): Check[] {
  if ("fault" in found) return [exact({ check: table, expected: "a Parquet file", observed: found.fault })];
  const typeOf = new Map(found.map((column) => [column.name, column.type]));
  const declared = new Set(wanted.map((column) => column.name));
  const more = found.filter((column) => !declared.has(column.name)).map((column) => column.name);
  const missing = wanted.filter((column) => !typeOf.has(column.name)).length;
  return [
    exact({
      check: table,
      expected: wanted.length,
      observed: wanted.length - missing,
      unit: "columns",
      reason: more.length === 0 ? "" : `not declared, and never read: ${more.join(", ")}`,
    }),
    ...wanted.map(({ name, type }) =>
      exact({ check: `${table}.${name}`, expected: type, observed: typeOf.get(name) ?? "no such column" })
    ),
  ];
}

function checksOf({ name, columns }: Table, found: FileColumns): Check[] {
  return columnChecks(name, columns.map((column) => ({ name: column.name, type: ENGINE_TYPE[column.type] })), found);
}

/** Every declared table has its file, with every declared column in its type. */
export const schema = gate(
  "schema",
  "Schema presence and types",
  ["archetype", "columns"],
  ({ archetype, columns }) => archetype.tables.flatMap((table) => checksOf(table, columns.get(table.name)!)),
);
