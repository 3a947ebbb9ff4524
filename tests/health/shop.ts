/** A small company written by hand: every defect stands where a comment says so, and every figure is counted by hand. */
import { z } from "zod";
import type { Archetype, Column, Table } from "../../lib/contracts/archetype.ts";
import { openDuck } from "../../lib/infra/duck.ts";

function columns(list: string): Column[] {
  return list.split(", ").map((item) => {
    const [name, type] = item.split(" ");
    return { name: name!, type: type as Column["type"] };
  });
}

const storeKey = { parent: "dim_store", parentKey: "store_id", notBefore: "opened_at", required: true, defects: true };

export const tables: readonly Table[] = [
  {
    name: "dim_store",
    kind: "dimension",
    columns: columns("store_id BIGINT, opened_at TIMESTAMPTZ, parent_id BIGINT"),
    businessKey: ["store_id"],
    foreignKeys: [
      { column: "parent_id", parent: "dim_store", parentKey: "store_id", required: false, defects: false },
    ],
    eventTime: { column: "opened_at" },
    loaded: false,
  },
  {
    name: "dim_channel",
    kind: "dimension",
    columns: columns("channel_id INTEGER, code VARCHAR"),
    businessKey: ["channel_id"],
    foreignKeys: [],
    loaded: false,
  },
  {
    name: "fact_visit",
    kind: "fact",
    columns: columns(
      "visit_id BIGINT, store_id BIGINT, channel_id INTEGER, visited_at TIMESTAMPTZ, loaded_at TIMESTAMPTZ",
    ),
    businessKey: ["visit_id"],
    foreignKeys: [
      { column: "store_id", ...storeKey },
      { column: "channel_id", parent: "dim_channel", parentKey: "channel_id", required: true, defects: true },
    ],
    eventTime: { column: "visited_at" },
    loaded: true,
  },
  {
    name: "fact_line",
    kind: "fact",
    columns: columns("visit_id BIGINT, line_no INTEGER, loaded_at TIMESTAMPTZ"),
    businessKey: ["visit_id", "line_no"],
    foreignKeys: [
      { column: "visit_id", parent: "fact_visit", parentKey: "visit_id", required: true, defects: true },
    ],
    eventTime: { column: "visited_at", through: "visit_id" },
    loaded: true,
  },
  {
    name: "snapshot_store_daily",
    kind: "snapshot",
    columns: columns("ds DATE, store_id BIGINT, status VARCHAR"),
    businessKey: ["ds", "store_id"],
    foreignKeys: [{ column: "store_id", ...storeKey }],
    eventTime: { column: "ds" },
    loaded: false,
  },
  {
    name: "fact_bill",
    kind: "fact",
    columns: columns("bill_id BIGINT, store_id BIGINT, period_start DATE, loaded_at TIMESTAMPTZ"),
    businessKey: ["bill_id"],
    foreignKeys: [{ column: "store_id", ...storeKey }],
    eventTime: { column: "period_start" },
    loaded: true,
  },
  {
    name: "fact_void",
    kind: "fact",
    columns: columns("void_id BIGINT, store_id BIGINT, voided_at TIMESTAMPTZ, loaded_at TIMESTAMPTZ"),
    businessKey: ["void_id"],
    foreignKeys: [{ column: "store_id", ...storeKey }],
    eventTime: { column: "voided_at" },
    loaded: true,
  },
];

export const shop: Archetype = {
  id: "shop",
  title: "Shop",
  tables,
  generator: { arrivals: [], references: [], sizes: { fast: {}, evaluation: {}, large: {} }, statements: [] },
  volumes: {},
  kpis: [
    { id: "visits", title: "Visits", unit: "count", over: "sum" },
    { id: "lines_per_visit", title: "Lines per visit", unit: "ratio", over: "ratio" },
  ],
  kpiSql: `SELECT 'visits' AS kpi, local_day(visited_at) AS ds, count(*) AS numerator, NULL::BIGINT AS denominator
      FROM first_fact_visit WHERE visited_at IS NOT NULL GROUP BY 2
    UNION ALL
    SELECT 'lines_per_visit', local_day(visited_at), count(l.line_no), count(DISTINCT v.visit_id)
      FROM first_fact_visit v LEFT JOIN first_fact_line l USING (visit_id)
      WHERE visited_at IS NOT NULL AND visit_id IS NOT NULL GROUP BY 2`,
  guardrails: [{
    id: "channel_cover",
    title: "Channel cover",
    table: "fact_visit",
    sql: `SELECT 'covered_pct' AS metric, NULL::DATE AS ds, count(channel_id) AS numerator, count(*) AS denominator,
        100.0 * count(channel_id) / count(*) AS value
      FROM fact_visit WHERE local_day(visited_at) BETWEEN getvariable('window_from') AND getvariable('window_to')
        AND getvariable('least_covered_pct') = 90`,
    limits: () => [{ metric: "covered_pct", kind: "min", limit: 90 }],
    variables: () => ({ least_covered_pct: 90 }),
    contract: z.strictObject({ covered_pct: z.number().nullable(), passed: z.boolean().nullable() }),
    present: ({ metrics, passed }) => ({ covered_pct: metrics[0]?.value ?? null, passed }),
    byTable: true,
  }],
};

/**
 * Times are UTC. Los Angeles is at UTC−8 until 2026-03-08 10:00Z and at UTC−7 from then on. The window of five days to
 * 2026-03-10 starts on 2026-03-06.
 */
const ROWS: Readonly<Record<string, string>> = {
  // Keys 1, 2, 3, 5 are no run of integers. Store 2 is there twice: its first opening counts. Parent 9 is missing.
  dim_store: `(1, '2026-03-01 08:00Z', NULL), (2, '2026-03-05 08:00Z', 1), (3, '2026-03-08 20:00Z', 9),
    (5, '2026-03-01 08:00Z', 1), (2, '2026-03-09 08:00Z', 1)`,
  dim_channel: `(1, 'web'), (2, 'app'), (3, 'desk')`,
  fact_visit: `
    (1, 1, 1, '2026-03-06 20:00Z', '2026-03-06 20:30Z'),
    (2, NULL, 2, '2026-03-06 21:00Z', '2026-03-06 22:00Z'),        -- null key
    (3, 4, 4, '2026-03-07 20:00Z', '2026-03-07 21:40Z'),           -- no store 4, no channel 4; 100 minutes late
    (4, 3, 3, '2026-03-08 19:59Z', '2026-03-08 20:09Z'),           -- a minute before store 3 opened
    (5, 3, NULL, '2026-03-08 20:00Z', '2026-03-08 20:20Z'),        -- null key
    (6, 2, 1, '2026-03-09 06:59Z', '2026-03-09 07:29Z'),           -- last minute of local 8 March
    (7, 2, 1, '2026-03-09 07:00Z', '2026-03-09 07:40Z'),           -- first minute of local 9 March; a copy, see below
    (-65, 2, 1, '2026-03-08 07:59Z', '2026-03-08 08:49Z'),         -- last minute of local 7 March
    (-1, 1, 1, '2026-03-01 09:00Z', '2026-03-01 09:05Z'),          -- before the window
    (10, 1, 1, NULL, '2026-03-09 12:00Z'),                         -- no event time: counts for the day of its load
    (1, 1, 1, '2026-03-06 20:00Z', '2026-03-06 20:45Z'),           -- copy of 1
    (1, 1, 1, '2026-03-06 20:00Z', '2026-03-06 20:40Z'),           -- and another
    (7, 2, 1, '2026-03-09 07:00Z', '2026-03-09 07:20Z'),           -- the first load of 7
    (NULL, 1, 1, '2026-03-10 20:00Z', '2026-03-10 20:15Z'),        -- two rows without a key are no copies
    (NULL, 1, 1, '2026-03-10 20:00Z', '2026-03-10 20:15Z')`,
  fact_line: `
    (1, 1, '2026-03-06 20:10Z'), (1, 2, '2026-03-06 20:20Z'),
    (1, 1, '2026-03-06 20:30Z'),                                   -- copy
    (777, 1, '2026-03-07 20:00Z'),                                 -- no visit 777, so no event time
    (NULL, 1, '2026-03-07 21:00Z'),                                -- null key
    (10, 1, '2026-03-09 13:00Z')                                   -- visit 10 has no time`,
  snapshot_store_daily: `
    ('2026-03-07', 1, 'open'),
    ('2026-03-07', 3, 'open'),                                     -- the day before store 3 opened
    ('2026-03-08', 3, 'open'), ('2026-03-08', 1, 'open'),
    ('2026-03-08', 1, 'open'),                                     -- copy
    ('2026-03-08', 4, 'open'),                                     -- no store 4
    ('2026-03-09', NULL, 'open')                                   -- null key`,
  // Local midnight is at 08:00Z on 5 March and at 07:00Z on 9 March: lags of 60 and 30 minutes.
  fact_bill: `(1, 2, '2026-03-05', '2026-03-05 09:00Z'), (2, 2, '2026-03-09', '2026-03-09 07:30Z')`,
  fact_void: "",
};

/** Writes a table's rows (SQL values) as Parquet, with its declared types. */
export async function writeTable(folder: string, table: Table, values: string): Promise<void> {
  await using duck = await openDuck();
  const typed = table.columns.map(({ name, type }) => `CAST("${name}" AS ${type}) AS "${name}"`).join(", ");
  const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
  const rows = values === ""
    ? `(SELECT ${table.columns.map(({ name }) => `NULL AS "${name}"`).join(", ")} WHERE false)`
    : `(VALUES ${values.replaceAll(/(\d\d:\d\d)Z/g, "$1:00Z")}\n) AS v (${names})`;
  await duck.run(`COPY (SELECT ${typed} FROM ${rows}) TO '${folder}/${table.name}.parquet' (FORMAT parquet)`);
}

/** Writes the shop into a folder. */
export async function writeShop(folder: string, rows: Readonly<Record<string, string>> = ROWS): Promise<void> {
  for (const table of tables) await writeTable(folder, table, rows[table.name] ?? "");
}
