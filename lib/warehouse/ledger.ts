import { z } from "zod";
import type { Quality } from "../contracts/archetype.ts";
import { Ledger, type LedgerEntry } from "../contracts/ledger.ts";
import { literal } from "../infra/sql.ts";
import { affectedRows, brokenRows } from "./emit.ts";
import type { DefectPlan, PlannedDefect } from "./plan.ts";
import type { World } from "./world.ts";

const iso = (us: number): string => new Date(us / 1000).toISOString().replace(".000Z", "Z");
const idOf = (defect: PlannedDefect): string => `d${String(defect.code).padStart(3, "0")}`;

/** Writes `defect_rows.parquet` (entry, defect, table, column, key): one line for each defect of each affected row. */
export async function writeDefectRows(world: World, plan: DefectPlan, path: string): Promise<void> {
  const { duck } = world;
  await duck.run(
    `CREATE TABLE entries (code USMALLINT, entry VARCHAR, defect VARCHAR, "table" VARCHAR, "column" VARCHAR)`,
  );
  const entries = plan.defects.map((d) =>
    `(${[d.code, idOf(d), d.defect, d.table, d.column].map(literal).join(", ")})`
  );
  if (entries.length > 0) await duck.run(`INSERT INTO entries VALUES ${entries.join(", ")}`);
  const parts = plan.tables.map(affectedRows).filter((sql) => sql !== null);
  const rows = parts.length === 0
    ? "SELECT 0::USMALLINT AS code, 0 AS row, NULL::VARCHAR AS key WHERE FALSE"
    : parts.map((sql) => `(${sql})`).join(" UNION ALL ");
  const sql = `COPY (
    SELECT e.entry, e.defect, e."table", e."column", r.key FROM (${rows}) r JOIN entries e ON e.code = r.code
    ORDER BY r.code, r.row
  ) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`;
  await world.run(sql);
}

const EntryCount = z.strictObject({ entry: z.string(), n: z.int() });
const RowCount = z.strictObject({ n: z.int() });

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
    const table = plan.tables.find((t) => t.table.name === defect.table)!;
    let ofRows = rowsOf.get(defect.table)!;
    if (defect.days !== null) {
      const days = defect.days.map((d) => period.days[d]!);
      const within = days.map((d) => `_at >= ${d.startUs} AND _at < ${d.endUs}`).join(" OR ");
      const source = `(SELECT * FROM ${table.keys} WHERE ${within})`;
      const sql = `SELECT count(*) AS n FROM (${brokenRows(table, source)})`;
      await world.prepare(sql);
      ofRows = (await duck.row(sql, RowCount)).n;
    }
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
