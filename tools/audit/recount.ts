/**
 * Rates of a warehouse counted from its Parquet files in plain SQL, with the engine's own time zones and joins: nothing
 * here is shared with the generator or with the product's metrics but the declarations of tables.
 */
import { z } from "zod";
import type { ForeignKey, Table } from "../../lib/contracts/archetype.ts";
import type { Duck } from "../../lib/infra/duck.ts";

export interface KeyCount {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
  readonly nulls: number;
  readonly missing: number;
  readonly temporal: number;
}

export interface TableCount {
  readonly table: string;
  readonly rows: number;
  readonly duplicates: number;
  /** Minutes. */
  readonly p95: number;
  /** Shares of table-days whose p95 lag lies in 30–180 and in 240–720 minutes. */
  readonly usualDays: number;
  readonly incidentDays: number;
  readonly days: number;
}

const file = (folder: string, table: string): string => `read_parquet('${folder}/${table}.parquet')`;

/** A table with the time of each row as `t`; rows whose parent is lost have none. */
function timed(folder: string, table: Table, tables: readonly Table[], tz: string): string {
  const { eventTime } = table;
  if (eventTime === undefined) return `(SELECT *, NULL::TIMESTAMPTZ AS t FROM ${file(folder, table.name)})`;
  if (eventTime.through !== undefined) {
    const fk = table.foreignKeys.find((k) => k.column === eventTime.through)!;
    return `(SELECT c.*, p.t FROM ${file(folder, table.name)} c LEFT JOIN (
      SELECT ${fk.parentKey} AS key, min(${eventTime.column}) AS t FROM ${file(folder, fk.parent)} GROUP BY 1
    ) p ON p.key = c.${fk.column})`;
  }
  const column = table.columns.find((c) => c.name === eventTime.column)!;
  const t = column.type === "DATE" ? `timezone('${tz}', ${column.name}::TIMESTAMP)` : column.name;
  return `(SELECT *, ${t} AS t FROM ${file(folder, tables.find((x) => x.name === table.name)!.name)})`;
}

async function countKey(
  duck: Duck,
  folder: string,
  table: Table,
  fk: ForeignKey,
  tables: readonly Table[],
  tz: string,
): Promise<KeyCount> {
  const since = fk.notBefore === undefined ? "NULL::TIMESTAMPTZ" : `min(${fk.notBefore})`;
  const byDate = table.columns.find((c) => c.name === table.eventTime?.column)?.type === "DATE";
  const late = byDate ? `(p.since AT TIME ZONE '${tz}')::DATE > (c.t AT TIME ZONE '${tz}')::DATE` : "p.since > c.t";
  const row = await duck.row(
    `SELECT count(*) AS rows, count(*) FILTER (c.${fk.column} IS NULL) AS nulls,
      count(*) FILTER (c.${fk.column} IS NOT NULL AND p.key IS NULL) AS missing, count(*) FILTER (${late}) AS temporal
    FROM ${timed(folder, table, tables, tz)} c
    LEFT JOIN (SELECT ${fk.parentKey} AS key, ${since} AS since FROM ${file(folder, fk.parent)} GROUP BY 1) p
      ON p.key = c.${fk.column}`,
    z.strictObject({ rows: z.int(), nulls: z.int(), missing: z.int(), temporal: z.int() }),
  );
  return { table: table.name, column: fk.column, ...row };
}

async function countTable(
  duck: Duck,
  folder: string,
  table: Table,
  tables: readonly Table[],
  tz: string,
): Promise<TableCount> {
  const key = table.businessKey.join(", ");
  const counts = await duck.row(
    `SELECT count(*) AS rows, count(*) - (SELECT count(*) FROM (SELECT DISTINCT ${key} FROM ${
      file(folder, table.name)
    })) AS duplicates FROM ${file(folder, table.name)}`,
    z.strictObject({ rows: z.int(), duplicates: z.int() }),
  );
  const lag = table.loaded
    ? await duck.row(
      `WITH lags AS (
        SELECT (t AT TIME ZONE '${tz}')::DATE AS day, date_diff('second', t, loaded_at) / 60.0 AS minutes
        FROM ${timed(folder, table, tables, tz)} WHERE t IS NOT NULL
      ), days AS (SELECT day, quantile_cont(minutes, 0.95) AS p95 FROM lags GROUP BY day)
      SELECT (SELECT quantile_cont(minutes, 0.95) FROM lags)::DOUBLE AS p95, count(*) AS days,
        count(*) FILTER (p95 BETWEEN 30 AND 180) / count(*) AS "usualDays",
        count(*) FILTER (p95 BETWEEN 240 AND 720) / count(*) AS "incidentDays"
      FROM days`,
      z.strictObject({ p95: z.number(), days: z.int(), usualDays: z.number(), incidentDays: z.number() }),
    )
    : { p95: NaN, days: 0, usualDays: NaN, incidentDays: NaN };
  return { table: table.name, ...counts, ...lag };
}

export async function recount(
  duck: Duck,
  folder: string,
  tables: readonly Table[],
  tz: string,
): Promise<{ keys: KeyCount[]; tables: TableCount[] }> {
  const keys: KeyCount[] = [];
  const counts: TableCount[] = [];
  for (const table of tables) {
    counts.push(await countTable(duck, folder, table, tables, tz));
    for (const fk of table.foreignKeys) keys.push(await countKey(duck, folder, table, fk, tables, tz));
  }
  return { keys, tables: counts };
}

/** Rows by defect, table and column in `defect_rows.parquet`; a null column is written as the empty string. */
export async function recountManifest(duck: Duck, meta: string): Promise<Map<string, number>> {
  const rows = await duck.rows(
    `SELECT defect || '/' || "table" || '/' || coalesce("column", '') AS name, count(*) AS n
    FROM read_parquet('${meta}/defect_rows.parquet') GROUP BY 1`,
    z.strictObject({ name: z.string(), n: z.int() }),
  );
  return new Map(rows.map((row) => [row.name, row.n]));
}
