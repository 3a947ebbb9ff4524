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

function checksOf({ name, columns }: Table, found: FileColumns): Check[] {
  if ("fault" in found) return [exact({ check: name, expected: "a Parquet file", observed: found.fault })];
  const typeOf = new Map(found.map((column) => [column.name, column.type]));
  const declared = new Set(columns.map((column) => column.name));
  const more = found.filter((column) => !declared.has(column.name)).map((column) => column.name);
  const missing = columns.filter((column) => !typeOf.has(column.name)).length;
  return [
    exact({
      check: name,
      expected: columns.length,
      observed: columns.length - missing,
      unit: "columns",
      reason: more.length === 0 ? "" : `not declared, and never read: ${more.join(", ")}`,
    }),
    ...columns.map((column) =>
      exact({
        check: `${name}.${column.name}`,
        expected: ENGINE_TYPE[column.type],
        observed: typeOf.get(column.name) ?? "no such column",
      })
    ),
  ];
}

/** Every declared table has its file, with every declared column in its type. */
export const schema = gate(
  "schema",
  "Schema presence and types",
  ["archetype", "columns"],
  ({ archetype, columns }) => archetype.tables.flatMap((table) => checksOf(table, columns.get(table.name)!)),
);
