import { ident, literal } from "../infra/sql.ts";
import { percentOf, windowRows } from "./candidate.ts";

/** SQL of the share of a local day's rows without a column, in per cent: what a null spike is told with. `ds` lies in the window. */
export function nullRateSql(table: string, column: string, ds: string): string {
  return percentOf(`${windowRows(table)}\nWHERE r.counted_ds = DATE ${literal(ds)}`, `r.${ident(column)} IS NULL`);
}
