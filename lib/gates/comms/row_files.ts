import type { RowTable } from "../../contracts/row_table.ts";
import { EXIT, UserError } from "../../core/errors.ts";
import type { Duck } from "../../infra/duck.ts";
import { readRows } from "../../infra/row_table.ts";
import { type Check, exact } from "../check.ts";
import { columnChecks, type FileColumns, readColumns } from "../schema.ts";

/** A file of communications or labels. */
export interface RowFile {
  readonly table: RowTable;
  readonly columns: FileColumns;
  /** The first value that its column does not allow; null where all fit, or the columns do not. */
  readonly stray: string | null;
}

/** Reads a file's columns and, where they fit, every value; what is wrong with it is a finding. */
export async function readRowFile(duck: Duck, path: string, table: RowTable): Promise<RowFile> {
  const columns = await readColumns(duck, path);
  const fits = columnChecks(table.name, wantedOf(table), columns).every(({ status }) => status === "pass");
  return { table, columns, stray: fits ? await strayValue(duck, path, table) : null };
}

async function strayValue(duck: Duck, path: string, table: RowTable): Promise<string | null> {
  try {
    await readRows(duck, path, table);
    return null;
  } catch (error) {
    if (error instanceof UserError && error.exitCode === EXIT.badData) return error.message.replace(`${path}, `, "");
    throw error;
  }
}

function wantedOf({ columns }: RowTable): { name: string; type: string }[] {
  return Object.entries(columns).map(([name, { type }]) => ({ name, type }));
}

/** Checks of the columns, and of the values where the columns fit. */
export function rowFileChecks({ table, columns, stray }: RowFile): Check[] {
  const checks = columnChecks(table.name, wantedOf(table), columns);
  if (checks.some(({ status }) => status === "fail")) return checks;
  const expected = "as its columns allow";
  return [...checks, exact({ check: `${table.name} values`, expected, observed: stray ?? expected })];
}
