/** How many rows of a window were broken on purpose: for evaluations alone, never for a report. */
import { z } from "zod";
import type { Archetype } from "../contracts/archetype.ts";
import { type Defect, DEFECTS } from "../contracts/ledger.ts";
import { parquet } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { ident, literal } from "../infra/sql.ts";

export interface PlantedRows {
  readonly defect: Defect;
  readonly table: string;
  readonly column: string | null;
  /** Rows of `window_T` that the ledger lists for the defect. */
  readonly rows: number;
}

const Counted = z.strictObject({ defect: z.enum(DEFECTS), column: z.string().nullable(), rows: z.int() });

/**
 * Rows of the window that `defect_rows.parquet` lists, by defect, table and column; a key stands there as text, its parts
 * joined by `/`. Snapshots are left out: no revenue stands behind them, so nothing ranks by them.
 *
 * @param duck A session that {@link "./session.ts".openEvidence} has prepared.
 */
export async function plantedRows(duck: Duck, archetype: Archetype, defectRows: string): Promise<PlantedRows[]> {
  const found: PlantedRows[] = [];
  for (const { name, businessKey } of archetype.tables.filter(({ kind }) => kind !== "snapshot")) {
    const key = businessKey.map((column) => `CAST(${ident(column)} AS VARCHAR)`).join(" || '/' || ");
    const rows = await duck.rows(
      `SELECT d.defect, d."column", count(*) AS rows FROM ${parquet(defectRows)} AS d
      JOIN (SELECT DISTINCT ${key} AS "key" FROM ${ident(`window_${name}`)}) AS w ON w."key" = d."key"
      WHERE d."table" = ${literal(name)} GROUP BY d.defect, d."column" ORDER BY d.defect, d."column"`,
      Counted,
    );
    found.push(...rows.map((row) => ({ ...row, table: name })));
  }
  return found;
}
