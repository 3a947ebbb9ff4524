import { z } from "zod";
import type { Quality } from "../contracts/archetype.ts";
import { Ledger, type LedgerEntry } from "../contracts/ledger.ts";
import { copyToParquet } from "../infra/parquet.ts";
import { ident, literal } from "../infra/sql.ts";
import { affectedRows } from "./emit.ts";
import type { DefectPlan } from "./plan.ts";
import type { PlannedDefect } from "./planned_defects.ts";
import type { World } from "./world.ts";

const iso = (us: number): string => new Date(us / 1000).toISOString().replace(".000Z", "Z");
const idOf = (defect: PlannedDefect): string => `d${String(defect.code).padStart(3, "0")}`;

/** A text for each code, chosen without a join: that would lose the order of the rows. */
function textOf(defects: readonly PlannedDefect[], text: (defect: PlannedDefect) => string | null): string {
  return `CASE code ${defects.map((d) => `WHEN ${d.code} THEN ${literal(text(d))}`).join(" ")} END::VARCHAR`;
}

/** Writes `defect_rows.parquet` (entry, defect, table, column, key): one line for each defect of each affected row. */
export async function writeDefectRows(world: World, plan: DefectPlan, path: string): Promise<void> {
  const parts = plan.tables.flatMap((table) => {
    const rows = affectedRows(table);
    const defects = plan.defects.filter((d) => d.table === table.table.name);
    return rows === null
      ? []
      : [`(SELECT ${textOf(defects, idOf)} AS entry, ${textOf(defects, (d) => d.defect)} AS defect,
      ${literal(table.table.name)} AS "table", ${textOf(defects, (d) => d.column)} AS "column", key FROM (${rows}))`];
  });
  const none = `SELECT ${
    ["entry", "defect", "table", "column", "key"].map((c) => `'' AS ${ident(c)}`).join(", ")
  } WHERE FALSE`;
  await world.run(copyToParquet(parts.length === 0 ? none : parts.join(" UNION ALL "), path));
}

const EntryCount = z.strictObject({ entry: z.string(), n: z.int() });

/** What was planned beside what the files came to hold, counted from `defect_rows.parquet` and the tables' files. */
export async function makeLedger(
  world: World,
  plan: DefectPlan,
  quality: Quality,
  defectRows: string,
  rowsOf: ReadonlyMap<string, number>,
): Promise<Ledger> {
  const { duck, period } = world;
  const counted = await duck.rows(
    `SELECT entry, count(*) AS n FROM read_parquet(${literal(defectRows)}) GROUP BY entry ORDER BY entry`,
    EntryCount,
  );
  const hits = new Map(counted.map((row) => [row.entry, row.n]));
  const entries: LedgerEntry[] = [];
  for (const defect of plan.defects) {
    const { rowsOfDay } = plan.tables.find((t) => t.table.name === defect.table)!;
    const ofRows = defect.days === null
      ? rowsOf.get(defect.table)!
      : defect.days.reduce((sum, day) => sum + (rowsOfDay.get(day) ?? 0), 0);
    const rows = hits.get(idOf(defect)) ?? 0;
    entries.push({
      id: idOf(defect),
      defect: defect.defect,
      table: defect.table,
      column: defect.column,
      days: defect.days?.map((d) => period.days[d]!.ds) ?? null,
      from: defect.fromUs === null ? null : iso(defect.fromUs),
      to: defect.toUs === null ? null : iso(defect.toUs),
      planned_rate: defect.rate,
      realised_rate: ofRows === 0 ? null : rows / ofRows,
      rows,
      of_rows: ofRows,
    });
  }
  return Ledger.parse({
    schema_version: "1.0",
    archetype: world.archetype.id,
    seed: world.seed,
    quality,
    tz: period.tz,
    tables: [...rowsOf].map(([table, rows]) => ({ table, rows })),
    entries,
  });
}
