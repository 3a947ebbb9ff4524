import assert from "node:assert/strict";
import type { Archetype } from "../../lib/contracts/archetype.ts";
import type { HealthFindings, Measure, Metric } from "../../lib/contracts/health.ts";
import { silent } from "../../lib/core/context.ts";
import { healthContract, measure } from "../../lib/health/measure.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { shop, tables, writeShop } from "./shop.ts";

const GUARDRAILS = {
  invoice_aggregates: { slos: { missing_pct: 5, on_time_pct: 93, dup_key_pct: 1, p95_payment_lag_min: 4320 } },
  marketplace: { evening_window: { min_share_pct: 25, min_days_pct: 85 } },
};
const SLOS = { key_null_pct: 1, fk_orphan_pct: 2, dup_keys_pct: 0.2, p95_ingest_lag_min: 90 };

async function measureIn(
  write: (folder: string) => Promise<void>,
  archetype: Archetype = shop,
  options: { asOf?: string; windowDays?: number; threads?: number } = {},
): Promise<HealthFindings> {
  const folder = await Deno.makeTempDir();
  try {
    await write(folder);
    await using duck = await openDuck({ threads: options.threads ?? 2 });
    return await measure(duck, {
      archetype,
      folder,
      asOf: options.asOf ?? "2026-03-10",
      tz: "America/Los_Angeles",
      windowDays: options.windowDays ?? 5,
      slos: SLOS,
      guardrails: GUARDRAILS,
      progress: silent,
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function figures(measures: readonly Measure[], table: string, column: string | null): Record<string, string> {
  return Object.fromEntries(
    measures.filter((m) => m.table === table && m.column === column).map((m) => [
      m.metric,
      m.unit === "min" ? `${m.value}, ${m.denominator} rows` : `${m.numerator}/${m.denominator}`,
    ]),
  );
}

function day(findings: HealthFindings, table: string, metric: Metric, column: string, ds: string): string {
  const rows = findings.rows.filter((row) =>
    row.grain === "day" && row.table === table && row.metric === metric && row.column === column && row.ds === ds
  );
  assert.equal(rows.length, 1, `${table} ${metric} ${ds}`);
  return rows[0]!.numerator === null ? `${rows[0]!.value}` : `${rows[0]!.numerator}/${rows[0]!.denominator}`;
}

const counted = await measureIn((folder) => writeShop(folder));

Deno.test("measure() counts each defect of a hand-written fact, over the whole file", () => {
  const { period } = counted.report.measures;
  assert.deepEqual(figures(period, "fact_visit", "visit_id"), { key_null_pct: "2/15", dup_key_pct: "3/15" });
  assert.deepEqual(figures(period, "fact_visit", "store_id"), {
    key_null_pct: "1/15",
    fk_success_pct: "12/15",
    orphan_pct: "2/15",
    orphan_missing_pct: "1/15",
    orphan_temporal_pct: "1/15",
  });
  assert.deepEqual(figures(period, "fact_visit", "channel_id"), {
    key_null_pct: "1/15",
    fk_success_pct: "13/15",
    orphan_pct: "1/15",
    orphan_missing_pct: "1/15",
    orphan_temporal_pct: "0/15",
  });
  assert.deepEqual(figures(period, "fact_visit", null), {
    // 5 10 15 15 20 20 30 30 40 40 45 50 60 100: p95 lies 0.35 of the way from 60 to 100, p99 0.87.
    lag_p50_min: "30, 14 rows",
    lag_p95_min: "74, 14 rows",
    lag_p99_min: "94.8, 14 rows",
    late_pct: "1/14",
  });
});

Deno.test("measure() leaves out of the window what lies before it", () => {
  const { window } = counted.report.measures;
  assert.deepEqual(counted.report.window, { from: "2026-03-06", to: "2026-03-10", days: 5 });
  assert.deepEqual(counted.report.previous_window, { from: "2026-03-01", to: "2026-03-05", days: 5 });
  assert.deepEqual(counted.report.period, { from: "2026-03-01", to: "2026-03-10", days: 10 });
  assert.deepEqual(figures(window, "fact_visit", "visit_id"), { key_null_pct: "2/14", dup_key_pct: "3/14" });
  assert.equal(figures(window, "fact_visit", null)["lag_p50_min"], "30, 13 rows");
  assert.deepEqual(figures(window, "fact_bill", null)["lag_p95_min"], "30, 1 rows");
});

Deno.test("measure() gives a rate with its interval, its SLO and whether it holds", () => {
  const found = counted.report.measures.window.find((m) => m.table === "fact_visit" && m.metric === "dup_key_pct");
  assert.deepEqual(found, {
    table: "fact_visit",
    column: "visit_id",
    metric: "dup_key_pct",
    value: 21.428571,
    unit: "%",
    numerator: 3,
    denominator: 14,
    // Wilson's formula: centre (3/14 + 3.8415/28) / (1 + 3.8415/14) = 0.2758, half-width 0.2001.
    ci_low: 7.571387,
    ci_high: 47.589231,
    slo: 0.2,
    passed: false,
  });
});

Deno.test("measure() tells local days apart on the day of 23 hours", () => {
  const rows = (ds: string) => day(counted, "fact_visit", "key_null_pct", "store_id", ds).split("/")[1];
  assert.deepEqual(
    ["2026-03-01", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10"].map(rows),
    ["1", "4", "2", "3", "3", "2"],
  );
  assert.equal(day(counted, "fact_visit", "orphan_temporal_pct", "store_id", "2026-03-08"), "1/3");
  assert.equal(day(counted, "fact_visit", "dup_key_pct", "visit_id", "2026-03-06"), "2/4");
  assert.equal(day(counted, "fact_visit", "dup_key_pct", "visit_id", "2026-03-09"), "1/3");
  assert.equal(day(counted, "fact_visit", "lag_p50_min", "", "2026-03-09"), "30");
  assert.equal(day(counted, "fact_visit", "lag_p95_min", "", "2026-03-09"), "39");
});

Deno.test("measure() counts rows whose event time is their parent's", () => {
  const { period } = counted.report.measures;
  assert.deepEqual(figures(period, "fact_line", "visit_id+line_no"), { dup_key_pct: "1/6" });
  assert.deepEqual(figures(period, "fact_line", "visit_id"), {
    key_null_pct: "1/6",
    fk_success_pct: "4/6",
    orphan_pct: "1/6",
    orphan_missing_pct: "1/6",
    orphan_temporal_pct: "0/6",
  });
  assert.deepEqual(figures(period, "fact_line", null), {
    lag_p50_min: "20, 3 rows",
    lag_p95_min: "29, 3 rows",
    lag_p99_min: "29.8, 3 rows",
    late_pct: "0/3",
  });
  assert.equal(day(counted, "fact_line", "orphan_missing_pct", "visit_id", "2026-03-07"), "1/2");
  assert.ok(counted.report.notes.includes("fact_line: rows without an event time or a load: 3; they have no lag."));
});

Deno.test("measure() compares a date with the local day of its parent's time", () => {
  const parts = counted.report.foreign_keys.period.find(({ table }) => table === "snapshot_store_daily");
  assert.deepEqual(parts, {
    table: "snapshot_store_daily",
    column: "store_id",
    parent: "dim_store",
    rows: 7,
    null: 1,
    missing: 1,
    temporal: 1,
    ok: 4,
  });
  assert.deepEqual(figures(counted.report.measures.period, "snapshot_store_daily", "ds+store_id"), {
    dup_key_pct: "1/7",
  });
  assert.equal(figures(counted.report.measures.period, "snapshot_store_daily", null)["lag_p95_min"], undefined);
});

Deno.test("measure() takes a date's lag from the local start of its day", () => {
  assert.deepEqual(figures(counted.report.measures.period, "fact_bill", null), {
    lag_p50_min: "45, 2 rows",
    lag_p95_min: "58.5, 2 rows",
    lag_p99_min: "59.7, 2 rows",
    late_pct: "0/2",
  });
});

Deno.test("measure() takes no null of an optional key for a violation", () => {
  const { period } = counted.report.measures;
  assert.deepEqual(figures(period, "dim_store", "parent_id"), {
    fk_success_pct: "4/5",
    orphan_pct: "1/5",
    orphan_missing_pct: "1/5",
    orphan_temporal_pct: "0/5",
  });
  assert.deepEqual(figures(period, "dim_store", "store_id"), { key_null_pct: "0/5", dup_key_pct: "1/5" });
});

Deno.test("measure() measures nothing in an empty table, and says so", () => {
  const own = counted.report.measures.window.filter(({ table }) => table === "fact_void");
  assert.ok(own.length > 0);
  assert.ok(own.every(({ value, passed, denominator }) => value === null && passed === null && denominator === 0));
  assert.ok(counted.report.notes.includes("fact_void has no rows: nothing was measured."));
  assert.equal(counted.report.slo_compliance.not_measured, 5);
});

Deno.test("measure() parts of every foreign key add up to all rows", () => {
  const all = [...counted.report.foreign_keys.window, ...counted.report.foreign_keys.period];
  for (const parts of all) assert.equal(parts.null + parts.missing + parts.temporal + parts.ok, parts.rows);
});

Deno.test("measure() says how large and how fresh each table is", () => {
  const of = (name: string) => counted.report.tables.find(({ table }) => table === name);
  assert.equal(counted.report.as_of, "2026-03-11T07:00:00Z");
  assert.deepEqual(of("fact_visit"), {
    table: "fact_visit",
    rows: 15,
    window_rows: 14,
    last_event_at: "2026-03-10T20:00:00Z",
    last_loaded_at: "2026-03-10T20:15:00Z",
    staleness_min: 645,
  });
  assert.equal(of("fact_line")?.last_event_at, "2026-03-06T20:00:00Z");
  assert.equal(of("fact_bill")?.last_event_at, "2026-03-09T07:00:00Z");
  assert.equal(of("dim_channel")?.window_rows, 3);
  assert.equal(of("fact_void")?.staleness_min, null);
});

Deno.test("measure() runs key figures over rows without their extra copies, by day and month", () => {
  const visits = counted.rows.filter(({ metric }) => metric === "visits");
  assert.deepEqual(
    visits.map(({ grain, ds, value }) => `${grain} ${ds} ${value}`),
    [
      "day 2026-03-01 1",
      "day 2026-03-06 2",
      "day 2026-03-07 2",
      "day 2026-03-08 3",
      "day 2026-03-09 1",
      "day 2026-03-10 2",
      "month 2026-03-01 11",
    ],
  );
  assert.deepEqual(counted.report.kpis[0], {
    id: "visits",
    title: "Visits",
    unit: "count",
    value: 10,
    previous: 1,
    change_pct: 900,
  });
  // Two lines over the eight visits that have both a key and a time.
  assert.equal(counted.report.kpis[1]?.value, 2 / 8);
});

Deno.test("measure() holds an archetype's guardrail against its limit", () => {
  // Thirteen rows of the window have a time; one of them has no channel: 12 of 13, to six decimals.
  assert.deepEqual((counted.report as Record<string, unknown>)["channel_cover"], {
    covered_pct: 92.307692,
    passed: true,
  });
  assert.deepEqual(counted.report.aggregates_by_table, { fact_visit: { covered_pct: 92.307692 } });
  const row = counted.rows.find(({ metric }) => metric === "channel_cover.covered_pct");
  assert.deepEqual([row?.grain, row?.numerator, row?.denominator, row?.slo, row?.passed], ["window", 12, 13, 90, true]);
});

Deno.test("measure() keeps to the contract of data_health.json", () => {
  healthContract(shop).parse(counted.report);
  assert.throws(() => healthContract(shop).parse({ ...counted.report, stray: 1 }));
});

Deno.test("measure() gives the same findings on one thread and on two", async () => {
  assert.deepEqual(await measureIn((folder) => writeShop(folder), shop, { threads: 1 }), counted);
});

Deno.test("measure() survives tables without rows, and says that nothing was measured", async () => {
  const { report } = await measureIn((folder) => writeShop(folder, {}), {
    ...shop,
    guardrails: [],
  });
  assert.deepEqual(report.slo_compliance, {
    checks: report.slo_compliance.checks,
    passed: 0,
    failed: 0,
    not_measured: report.slo_compliance.checks,
    compliance_pct: null,
  });
  assert.equal(report.notes.filter((note) => note.includes("has no rows")).length, tables.length);
  assert.deepEqual(report.kpis.map(({ value }) => value), [null, null]);
});

Deno.test("measure() survives columns that are all null, and a window longer than the data", async () => {
  const { report } = await measureIn(
    (folder) =>
      writeShop(folder, {
        dim_store: `(1, '2026-03-01 08:00Z', NULL)`,
        fact_visit: `(1, NULL, NULL, '2026-03-06 20:00Z', NULL), (2, NULL, NULL, NULL, NULL)`,
      }),
    { ...shop, guardrails: [] },
    { windowDays: 400 },
  );
  assert.deepEqual(figures(report.measures.window, "fact_visit", "store_id")["key_null_pct"], "1/1");
  assert.deepEqual(figures(report.measures.period, "fact_visit", "store_id")["key_null_pct"], "2/2");
  assert.equal(figures(report.measures.period, "fact_visit", null)["lag_p95_min"], "null, 0 rows");
  assert.ok(
    report.notes.includes("fact_visit: rows without any time: 1; they count for the whole period, for no day."),
  );
  assert.equal(report.notes[0], "The window starts on 2025-02-04, before the first data of 2026-03-06.");
});

Deno.test("measure() survives times far out, and loads that never came", async () => {
  const { report } = await measureIn(
    (folder) =>
      writeShop(folder, {
        dim_store: `(1, '0900-01-01 08:00Z', NULL)`,
        fact_visit: `(1, 1, NULL, '2026-03-06 20:00Z', '9999-12-31 00:00Z'), (2, 1, NULL, '2026-03-07 20:00Z', NULL),
          (3, 1, NULL, '2026-03-07 21:00Z', '2026-03-07 21:05Z'), (4, 1, NULL, '9999-12-31 00:00Z', '2026-03-09 20:00Z')`,
        fact_line: `(4, 1, '2026-03-09 20:00Z')`,
      }),
    { ...shop, guardrails: [], kpis: [] },
  );
  const farOutMin = (Date.UTC(9999, 11, 31) - Date.UTC(2026, 2, 6, 20)) / 60_000;
  assert.equal(figures(report.measures.window, "fact_visit", null)["lag_p50_min"], `${(5 + farOutMin) / 2}, 2 rows`);
  assert.equal(figures(report.measures.period, "fact_visit", "store_id")["fk_success_pct"], "4/4");
  assert.ok(report.notes.includes("fact_visit: rows after 2026-03-10: 1; they count for the whole period alone."));
});

Deno.test("measure() takes a load for late from the first moment over the SLO", async () => {
  const { report } = await measureIn((folder) =>
    writeShop(folder, {
      fact_void: `(1, NULL, '2026-03-06 20:00Z', '2026-03-06 21:30Z'),
        (2, NULL, '2026-03-07 20:00Z', '2026-03-07 21:30:00.000001+00'),
        (3, NULL, '2026-03-08 20:00Z', '2026-03-08 19:59Z')`,
    }), { ...shop, guardrails: [], kpis: [] });
  assert.deepEqual(figures(report.measures.window, "fact_void", null), {
    lag_p50_min: "90, 3 rows",
    lag_p95_min: "90, 3 rows",
    lag_p99_min: "90, 3 rows",
    late_pct: "1/3",
  });
});

/** An event every so many seconds for eight days, loaded ten minutes later; those of hours 30 to 43 land in hour 46, but for one that never does. */
async function writeStopped(folder: string, secondsApart: number): Promise<void> {
  await writeShop(folder, {});
  await using duck = await openDuck();
  await duck.run(`COPY (
    SELECT i AS void_id, 1::BIGINT AS store_id, moment AS voided_at,
      CASE WHEN i = 700 THEN NULL
        WHEN i * ${secondsApart} // 3600 BETWEEN 30 AND 43 THEN TIMESTAMPTZ '2026-03-02 22:00:00Z' + to_seconds(i % 600)
        ELSE moment + INTERVAL 10 MINUTE END AS loaded_at
    FROM (
      SELECT i, TIMESTAMPTZ '2026-03-01 00:00:00Z' + to_seconds(i * ${secondsApart}) AS moment
      FROM range(8 * 86400 // ${secondsApart}) AS t (i)
    )) TO '${folder}/fact_void.parquet' (FORMAT parquet)`);
}

Deno.test("measure() finds hours without writes and the load that caught up", async () => {
  const { report } = await measureIn((folder) => writeStopped(folder, 180), { ...shop, guardrails: [], kpis: [] });
  // Hour 30 still receives what happened in the last ten minutes of hour 29; hour 44 receives its own rows.
  assert.deepEqual(report.write_gaps, [
    { table: "fact_void", from: "2026-03-02T07:00:00Z", to: "2026-03-02T20:00:00Z", hours: 13, backfilled_rows: 259 },
  ]);
});

Deno.test("measure() takes the quiet hours of a thin table for no gap", async () => {
  const { report } = await measureIn((folder) => writeStopped(folder, 5 * 3600), { ...shop, guardrails: [], kpis: [] });
  assert.equal(report.tables.find(({ table }) => table === "fact_void")?.rows, 38);
  assert.deepEqual(report.write_gaps, []);
});
