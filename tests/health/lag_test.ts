import assert from "node:assert/strict";
import { z } from "zod";
import { generator } from "../../lib/core/seeds.ts";
import { foldTable } from "../../lib/health/cells.ts";
import { readExtent } from "../../lib/health/extent.ts";
import { type LagQuantiles, lagQuantiles } from "../../lib/health/lag.ts";
import { tableSql } from "../../lib/health/table_sql.ts";
import { parquet } from "../../lib/infra/dialect.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { shop, tables, writeTable } from "./shop.ts";

const Quantiles = z.object({ day: z.number().nullable(), p50: z.number(), p95: z.number(), p99: z.number() });

Deno.test("lagQuantiles() interpolate between order statistics, by day, window and period", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const visit = tables.find(({ name }) => name === "fact_void")!;
    const draw = generator(5, "lags");
    const rows = Array.from({ length: 700 }, (_, i) => {
      const event = Date.UTC(2026, 2, 1) + Math.floor(draw() * 9 * 86_400) * 1000;
      const loaded = event + Math.floor(60_000 * Math.exp(9 * draw() - 1)) - 200_000;
      const text = (ms: number) => `'${Temporal.Instant.fromEpochMilliseconds(ms).toString().replace("Z", "+00")}'`;
      return `(${i}, 1, ${text(event)}, ${draw() < 0.02 ? "NULL" : text(loaded)})`;
    });
    await writeTable(folder, visit, rows.join(", "));
    const path = `${folder}/fact_void.parquet`;
    await using duck = await openDuck();
    const table = { ...visit, foreignKeys: [] };
    const extent = await readExtent(duck, table, path);
    const clock = [{ fromUs: 0, offsetUs: -8 * 3_600_000_000 }];
    const archetype = { ...shop, tables: [table] };
    const sql = tableSql(table, archetype, extent, new Map(), clock);
    await foldTable(duck, sql, parquet(path), archetype, 90);
    const window = { from: 20_515, to: 20_518 };
    const found = await lagQuantiles(duck, sql, parquet(path), window);

    // The engine's own quantiles, over all rows of a scope at once; rounding may tip the sixth decimal.
    const same = async (ours: readonly (LagQuantiles & { day: number | null })[], where: string, day: string) => {
      const theirs = await duck.rows(
        `SELECT ${day} AS day, ${[50, 95, 99].map((p) => `quantile_cont(lag, ${p / 100}) / 60e6 AS p${p}`).join(", ")}
          FROM (SELECT date_diff('day', DATE '1970-01-01', CAST(voided_at - INTERVAL 8 HOUR AS DATE)) AS day,
            CAST(epoch_us(loaded_at) - epoch_us(voided_at) AS DOUBLE) AS lag FROM ${parquet(path)})
          WHERE lag IS NOT NULL AND ${where} GROUP BY ALL ORDER BY day`,
        Quantiles,
      );
      assert.deepEqual(ours.map((q) => q.day), theirs.map((q) => q.day));
      for (const [i, q] of ours.entries()) {
        for (const p of ["p50", "p95", "p99"] as const) {
          assert.ok(Math.abs(q[p] - theirs[i]![p]) < 1e-6, `${q.day} ${p}`);
        }
      }
    };
    await same([...found.days].map(([day, q]) => ({ ...q, day })).sort((a, b) => a.day - b.day), "true", "day");
    await same([{ ...found.period!, day: null }], "true", "NULL");
    await same([{ ...found.window!, day: null }], `day BETWEEN ${window.from} AND ${window.to}`, "NULL");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
