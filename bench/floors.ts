/** The least that the engine could take for the same files: what generation and metrics are held against. */
import { join } from "node:path";
import type { Archetype, Column, ColumnType, Table } from "../lib/contracts/archetype.ts";
import type { Ledger } from "../lib/contracts/ledger.ts";
import type { Manifest } from "../lib/contracts/manifest.ts";
import type { Duck } from "../lib/infra/duck.ts";
import { ident, literal } from "../lib/infra/sql.ts";

const TRIVIAL: Readonly<Record<ColumnType, string>> = {
  BIGINT: "i",
  INTEGER: "(i % 1000)::INTEGER",
  VARCHAR: "CASE WHEN i % 3 = 0 THEN 'yes' ELSE 'no' END",
  DATE: "DATE '2025-01-01' + (i % 546)::INTEGER",
  TIMESTAMPTZ: "make_timestamptz(1735718400000000 + i)",
};

/** The columns of `defect_rows.parquet`, which generation writes beside the tables. */
const DEFECT_ROWS: readonly Column[] = ["entry", "defect", "table", "column", "key"].map((name) => ({
  name,
  type: "VARCHAR",
}));

async function writeTrivial(duck: Duck, path: string, columns: readonly Column[], rows: number): Promise<void> {
  const values = columns.map((c) => `${TRIVIAL[c.type]} AS ${ident(c.name)}`).join(", ");
  await duck.run(
    `COPY (SELECT ${values} FROM range(${rows}) t(i)) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
  );
}

/** Writes files of the same rows and columns as a generated warehouse and its ledger, from trivial expressions. */
export async function writeFloor(
  duck: Duck,
  archetype: Archetype,
  manifest: Manifest,
  ledger: Ledger,
  dir: string,
): Promise<void> {
  for (const table of archetype.tables) {
    const rows = manifest.files.find((f) => f.path === `${table.name}.parquet`)!.rows!;
    await writeTrivial(duck, join(dir, `${table.name}.parquet`), table.columns, rows);
  }
  const affected = ledger.entries.reduce((sum, entry) => sum + entry.rows, 0);
  await writeTrivial(duck, join(dir, "defect_rows.parquet"), DEFECT_ROWS, affected);
}

/** Columns of a table that the metrics read: keys, times, and what the archetype's own SQL names. */
export function neededColumns(archetype: Archetype, table: Table): string[] {
  const own = [archetype.kpiSql, ...archetype.guardrails.map((g) => g.sql)].filter((sql) => sql.includes(table.name))
    .join("\n");
  const parents = archetype.tables.flatMap((t) => t.foreignKeys.filter((fk) => fk.parent === table.name));
  const keys = new Set([
    ...table.businessKey,
    ...table.foreignKeys.map((fk) => fk.column),
    ...parents.flatMap((fk) => fk.notBefore ?? []),
    table.eventTime?.column,
    ...(table.loaded ? ["loaded_at"] : []),
  ]);
  return table.columns.map((c) => c.name).filter((name) => keys.has(name) || new RegExp(`\\b${name}\\b`).test(own));
}

/** One scan of every column that the metrics need, each value touched once. */
export async function scanFloor(duck: Duck, archetype: Archetype, dir: string): Promise<void> {
  for (const table of archetype.tables) {
    const columns = neededColumns(archetype, table).map((name) => `bit_xor(hash(${ident(name)}))`).join(", ");
    await duck.run(`SELECT ${columns} FROM read_parquet(${literal(join(dir, `${table.name}.parquet`))})`);
  }
}
