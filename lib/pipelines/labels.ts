import type { Source } from "../contracts/demand.ts";
import { type Label, labelTables } from "../contracts/labels.ts";
import type { Duck } from "../infra/duck.ts";
import { readRowTable } from "../infra/row_table.ts";

/** What each item was planned to say. */
export type Labels = Readonly<Record<Source, readonly Label[]>>;

/** The labels of a folder. @throws {UserError} (exit 3) naming the file, column or row that does not fit. */
export async function readLabels(duck: Duck, folder: string): Promise<Labels> {
  return {
    slack: await readRowTable(duck, folder, labelTables.slack),
    email: await readRowTable(duck, folder, labelTables.email),
    nlq: await readRowTable(duck, folder, labelTables.nlq),
  };
}
