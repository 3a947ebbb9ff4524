/** A warehouse that the generator never made: every figure of the report equals the one counted by hand. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypeById } from "../../lib/archetypes/mod.ts";
import { HealthCore, type Measure } from "../../lib/contracts/health.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { dnr } from "../cli/world.ts";
import neobankSql from "./neobank.sql" with { type: "text" };

async function run(cwd: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await dnr(args, cwd);
  assert.equal(code, 0, stderr);
}

async function writeByHand(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await using duck = await openDuck();
  await duck.run(neobankSql);
  for (const { name } of archetypeById("neobank").tables) {
    await duck.run(`COPY ${name} TO '${folder}/${name}.parquet' (FORMAT parquet)`);
  }
}

type Counts = readonly [table: string, column: string | null, metric: string, numerator: number, denominator: number];

/** 1 to 30 June, local: rows 2 and 4 to 10 of the payments (and the second 4), accounts 5 and 6, card 4, customer 5. */
const WINDOW: readonly Counts[] = [
  ["dim_account", "customer_id", "key_null_pct", 0, 2],
  ["dim_account", "customer_id", "orphan_pct", 2, 2],
  ["dim_account", "customer_id", "orphan_missing_pct", 1, 2],
  ["dim_account", "customer_id", "orphan_temporal_pct", 1, 2],
  ["dim_card", "account_id", "orphan_pct", 0, 1],
  ["fact_card_transaction", "card_id", "key_null_pct", 1, 9],
  ["fact_card_transaction", "card_id", "fk_success_pct", 6, 9],
  ["fact_card_transaction", "card_id", "orphan_pct", 2, 9],
  ["fact_card_transaction", "card_id", "orphan_missing_pct", 1, 9],
  ["fact_card_transaction", "card_id", "orphan_temporal_pct", 1, 9],
  ["fact_card_transaction", "merchant_id", "key_null_pct", 1, 9],
  ["fact_card_transaction", "merchant_id", "orphan_pct", 1, 9],
  ["fact_card_transaction", "merchant_id", "orphan_temporal_pct", 0, 9],
  ["fact_card_transaction", "txn_id", "dup_key_pct", 1, 9],
  ["fact_subscription_invoice", "customer_id", "orphan_temporal_pct", 1, 4],
  ["fact_subscription_invoice", "customer_id", "orphan_missing_pct", 0, 4],
  ["fact_subscription_invoice", "plan_id", "orphan_missing_pct", 1, 4],
  ["fact_subscription_invoice", "invoice_id", "dup_key_pct", 0, 4],
];

const PERIOD: readonly Counts[] = [
  ["dim_account", "customer_id", "key_null_pct", 1, 6],
  ["dim_account", "customer_id", "orphan_missing_pct", 1, 6],
  ["dim_account", "customer_id", "orphan_temporal_pct", 1, 6],
  ["dim_account", "customer_id", "fk_success_pct", 3, 6],
  ["fact_card_transaction", "card_id", "fk_success_pct", 8, 11],
  ["fact_card_transaction", "txn_id", "dup_key_pct", 1, 11],
];

function find(measures: readonly Measure[], table: string, column: string | null, metric: string): Measure {
  const found = measures.filter((m) => m.table === table && m.column === column && m.metric === metric);
  assert.equal(found.length, 1, `${table}.${column} ${metric} stands ${found.length} times`);
  return found[0]!;
}

Deno.test("dnr adopt and run-report find in a hand-written warehouse what was counted by hand", async (t) => {
  const root = await Deno.makeTempDir({ prefix: "dnr-by-hand-" });
  await writeByHand(join(root, "bank"));
  await run(root, "adopt", "--archetype", "neobank", "--warehouse", "bank");
  await run(root, "run-report", "--warehouse", "bank", "--out", "report", "--no-llm");
  const text = await Deno.readTextFile(join(root, "report/data_health.json"));
  const report = HealthCore.loose().parse(JSON.parse(text));

  await t.step("counts and rates", () => {
    for (const [grain, counts] of [["window", WINDOW], ["period", PERIOD]] as const) {
      for (const [table, column, metric, numerator, denominator] of counts) {
        const m = find(report.measures[grain], table, column, metric);
        const what = `${grain} ${table}.${column} ${metric}`;
        assert.deepEqual([m.numerator, m.denominator], [numerator, denominator], what);
        assert.ok(Math.abs(m.value! - 100 * numerator / denominator) < 1e-4, `${what}: ${m.value}`);
      }
    }
  });

  await t.step("the parts of a foreign key add up", () => {
    const parts = report.foreign_keys.window.find((p) => p.column === "card_id")!;
    assert.deepEqual(
      [parts.rows, parts.null, parts.missing, parts.temporal, parts.ok],
      [9, 1, 1, 1, 6],
    );
  });

  await t.step("lags, in minutes: 10 20 80 30 40 50 60 70 240 of payments, 60 of invoices", () => {
    // Sorted 10 20 30 40 50 60 70 80 240: the median is the fifth; p95 lies 0.6 of the way from 80 to 240, p99 0.92.
    const lag = (table: string, metric: string): number | null =>
      find(report.measures.window, table, null, metric).value;
    assert.equal(lag("fact_card_transaction", "lag_p50_min"), 50);
    assert.equal(lag("fact_card_transaction", "lag_p95_min"), 176);
    assert.equal(lag("fact_card_transaction", "lag_p99_min"), 227.2);
    assert.equal(find(report.measures.window, "fact_card_transaction", null, "late_pct").numerator, 1);
    assert.equal(lag("fact_subscription_invoice", "lag_p95_min"), 60);
  });

  await t.step("key figures: captured, the earliest of each payment, by local day", () => {
    const kpi = (id: string): number | null => report.kpis.find((k) => k.id === id)!.value;
    // 2000 + 3000 + 4000 + 5000 + 6000 + 7000 + 8000; the declined row and the second copy of 4 do not count.
    assert.equal(kpi("card_spend"), 35_000);
    // 150 basis points of each: 30 + 45 + 60 + 75 + 90 + 105 + 120.
    assert.equal(kpi("interchange_revenue"), 525);
    assert.equal(kpi("new_account_opens"), 2);
    // Invoices 1, 2 and 4 are paid.
    assert.equal(kpi("subscription_revenue"), 2_997);
    // Customers 1 (card 1), 2 (card 2), 3 (card 3) and 5 (card 4, account 6).
    assert.equal(kpi("active_customers_30d"), 4);
  });

  await t.step("invoice aggregates: one of four unpaid, two on time, paid after 30, 5760 and 10 minutes", () => {
    const block = report["invoice_aggregates"] as { metrics: Record<string, number> };
    assert.deepEqual([block.metrics["missing_pct"], block.metrics["on_time_pct"], block.metrics["dup_key_pct"]], [
      25,
      50,
      0,
    ]);
    // 10 30 5760: p95 lies at 1.9, nine tenths of the way from 30 to 5760.
    assert.ok(Math.abs(block.metrics["p95_payment_lag_min"]! - 5187) < 1e-9);
  });

  await t.step("no spike, no gap in so few rows", () => {
    assert.deepEqual([report.null_spikes, report.write_gaps], [[], []]);
  });
  await Deno.remove(root, { recursive: true });
});
