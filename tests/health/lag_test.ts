import assert from "node:assert/strict";
import { z } from "zod";
import { generator } from "../../lib/core/seeds.ts";
import { foldTable } from "../../lib/health/cells.ts";
import { readExtent } from "../../lib/health/extent.ts";
import { lagQuantiles } from "../../lib/health/lag.ts";
import { tableSql } from "../../lib/health/table_sql.ts";
import { parquet } from "../../lib/infra/dialect.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { shop, tables, writeTable } from "./shop.ts";

const Quantiles = z.object({ day: z.number().nullable(), p50: z.number(), p95: z.number(), p99: z.number() });
const byDay = (a: { day: number | null }, b: { day: number | null }) => (a.day ?? 0) - (b.day ?? 0);

Deno.test("lagQuantiles() are the order statistics of whole minutes, by day, window and period", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const visit = tables.find(({ name }) => name === "fact_void")!;
    const draw = generator(5, "lags");
    const rows = Array.from({ length: 700 }, (_, i) => {
      const event = Date.UTC(2026, 2, 1) + Math.floor(draw() * 9 * 86_400) * 1000;
      const loaded = event + Math.floor(60_000 * Math.exp(9 * draw() - 1)) - 30_000;
      const text = (ms: number) => `'${Temporal.Instant.fromEpochMilliseconds(ms).toString().slice(0, 19)}+00'`;
      return `(${i}, 1, ${text(event)}, ${draw() < 0.02 ? "NULL" : text(loaded)})`;
    });
    await writeTable(folder, visit, rows.join(", "));
    const path = `${folder}/fact_void.parquet`;
    await using duck = await openDuck();
    const table = { ...visit, foreignKeys: [] };
    const extent = await readExtent(duck, table, path);
    const clock = [{ fromUs: 0, offsetUs: -8 * 3_600_000_000 }];
    const archetype = { ...shop, tables: [table] };
    await foldTable(duck, tableSql(table, archetype, extent, new Map(), clock), parquet(path), archetype, 90);
    const window = { from: 20_515, to: 20_518 };
    const found = await lagQuantiles(duck, table, window.from, window.to);

    const ordered = (where: string, day: string) =>
      duck.rows(
        `SELECT ${day} AS day, quantile_disc(lag, 0.50) AS p50, quantile_disc(lag, 0.95) AS p95,
            quantile_disc(lag, 0.99) AS p99
          FROM (SELECT date_diff('day', DATE '1970-01-01', CAST(voided_at - INTERVAL 8 HOUR AS DATE)) AS day,
            CAST(floor(epoch(loaded_at - voided_at) / 60) AS BIGINT) AS lag FROM ${parquet(path)})
          WHERE lag IS NOT NULL AND ${where} GROUP BY ALL`,
        Quantiles,
      );
    assert.deepEqual(
      [...found.days].map(([day, { p50, p95, p99 }]) => ({ day, p50, p95, p99 })).sort(byDay),
      (await ordered("true", "day")).sort(byDay),
    );
    const plain = (q: { p50: number; p95: number; p99: number } | null) => q && { p50: q.p50, p95: q.p95, p99: q.p99 };
    assert.deepEqual([{ day: null, ...plain(found.period) }], await ordered("true", "NULL"));
    assert.deepEqual(
      [{ day: null, ...plain(found.window) }],
      await ordered(`day BETWEEN ${window.from} AND ${window.to}`, "NULL"),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
