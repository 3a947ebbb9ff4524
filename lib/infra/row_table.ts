/** Rows made in memory to Parquet, and back. */
import { join } from "node:path";
import { z } from "zod";
import { EXIT, UserError } from "../core/errors.ts";
import type { Row, RowColumn, RowTable } from "../contracts/row_table.ts";
import { epochUs, parquet, timestampOfUs } from "./dialect.ts";
import type { Duck } from "./duck.ts";
import { checkRowTable, copyToParquet, readable } from "./parquet.ts";
import { ident, literal } from "./sql.ts";

const TIMESTAMP = "TIMESTAMP WITH TIME ZONE";
/** Rows that travel in one statement. */
const BATCH = 5000;

function typeInJson({ type }: RowColumn): string {
  return type === "VARCHAR[]" ? '["VARCHAR"]' : type === TIMESTAMP ? '"BIGINT"' : JSON.stringify(type);
}

/** Writes `rows`, in their order, as the Parquet file of `table`. */
export async function writeRows<T extends RowTable>(
  duck: Duck,
  path: string,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  const columns = Object.entries(table.columns);
  const declared = columns.map(([name, { type }]) => `${ident(name)} ${type}`).join(", ");
  const structure = `[{${columns.map(([name, column]) => `${JSON.stringify(name)}:${typeInJson(column)}`).join(",")}}]`;
  const values = columns.map(([name, { type }]) =>
    type === TIMESTAMP ? timestampOfUs(`r.${ident(name)}`) : `r.${ident(name)}`
  );
  await duck.run(`CREATE OR REPLACE TEMP TABLE row_table (${declared})`);
  for (let from = 0; from < rows.length; from += BATCH) {
    await duck.run(
      `INSERT INTO row_table SELECT ${values.join(", ")}
       FROM (SELECT unnest(from_json($rows, ${literal(structure)})) AS r)`,
      { rows: JSON.stringify(rows.slice(from, from + BATCH)) },
    );
  }
  await duck.run(copyToParquet("FROM row_table", path));
  await duck.run("DROP TABLE row_table");
}

/**
 * The rows of a Parquet file in their order, as `table` declares them; times in µs. Check its columns first.
 *
 * @throws {UserError} (exit 3) on a value that the table does not allow, with its row.
 */
export async function readRows<T extends RowTable>(duck: Duck, path: string, table: T): Promise<Row<T>[]> {
  const columns = Object.entries(table.columns);
  const values = columns.map(([name, { type }]) =>
    `${type === TIMESTAMP ? epochUs(ident(name)) : ident(name)} AS ${ident(name)}`
  );
  const shape = z.object(Object.fromEntries(columns.map(([name, { schema }]) => [name, schema])));
  const rows = await readable(
    path,
    () => duck.rows(`SELECT ${values.join(", ")} FROM ${parquet(path)}`, z.record(z.string(), z.unknown())),
  );
  return rows.map((row, i) => {
    const parsed = shape.safeParse(row);
    if (parsed.success) return parsed.data as Row<T>;
    const [issue] = parsed.error.issues;
    throw new UserError(
      `a value of ${table.name} does not fit: ${path}, row ${i + 1}, ${issue!.path.join(".")}: ${issue!.message}`,
      {
        exitCode: EXIT.badData,
        hint: "mend the row, or write the file again",
      },
    );
  });
}

/**
 * The rows of a table's file in a folder, its columns checked.
 *
 * @throws {UserError} (exit 3) naming the file, column or row that does not fit.
 */
export async function readRowTable<T extends RowTable>(duck: Duck, folder: string, table: T): Promise<Row<T>[]> {
  const path = join(folder, `${table.name}.parquet`);
  await checkRowTable(duck, path, table);
  return await readRows(duck, path, table);
}
