import { z } from "zod";
import { DEFECTS } from "../contracts/ledger.ts";
import type { Duck } from "../infra/duck.ts";
import { literal } from "../infra/sql.ts";

const DefectCount = z.strictObject({
  defect: z.enum(DEFECTS),
  table: z.string(),
  column: z.string().nullable(),
  rows: z.int(),
});
/** How many rows a defect hit, of a column or of the whole table. */
export type DefectCount = z.infer<typeof DefectCount>;

/** Counts the list of affected rows that lies beside the ledger, `defect_rows.parquet`. */
export async function countDefectRows(duck: Duck, path: string): Promise<DefectCount[]> {
  return await duck.rows(
    `SELECT defect, "table", "column", count(*) AS "rows" FROM read_parquet(${
      literal(path)
    }) GROUP BY ALL ORDER BY ALL`,
    DefectCount,
  );
}
