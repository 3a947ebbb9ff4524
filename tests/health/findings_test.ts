import assert from "node:assert/strict";
import type { Kpi } from "../../lib/contracts/archetype.ts";
import type { HealthRow, Measure } from "../../lib/contracts/health.ts";
import { csvCell } from "../../lib/core/csv.ts";
import { healthCsv } from "../../lib/health/csv.ts";
import { sloCompliance } from "../../lib/health/findings.ts";
import { judge } from "../../lib/health/guardrails.ts";
import { foldKpi, type KpiDay, kpiValues } from "../../lib/health/kpis.ts";
import { dayOf, dsOf, printRange, windowsEnding } from "../../lib/health/windows.ts";

const DAYS: readonly KpiDay[] = [
  { kpi: "rate", ds: "2026-03-08", numerator: 1, denominator: 4 },
  { kpi: "rate", ds: "2026-03-09", numerator: 5, denominator: 6 },
];

Deno.test("foldKpi() sums, takes the last day, or divides sums", () => {
  const kpi = (over: Kpi["over"]): Kpi => ({ id: "rate", title: "Rate", unit: "ratio", over });
  assert.deepEqual(foldKpi(kpi("ratio"), DAYS), { value: 0.6, numerator: 6, denominator: 10 });
  assert.deepEqual(foldKpi(kpi("last"), DAYS), { value: 5 / 6, numerator: 5, denominator: 6 });
  assert.deepEqual(foldKpi(kpi("sum"), DAYS), { value: 6, numerator: 6, denominator: null });
  assert.deepEqual(foldKpi(kpi("sum"), []), { value: null, numerator: null, denominator: null });
});

Deno.test("kpiValues() compares with the window before only where the data cover it", () => {
  const kpi: Kpi = { id: "rate", title: "Rate", unit: "count", over: "sum" };
  const window = { from: dayOf("2026-03-09"), to: dayOf("2026-03-09") };
  const previous = { from: dayOf("2026-03-08"), to: dayOf("2026-03-08") };
  const values = (firstDay: string) => kpiValues([kpi], DAYS, window, previous, dayOf(firstDay))[0];
  assert.deepEqual(values("2026-03-08"), {
    id: "rate",
    title: "Rate",
    unit: "count",
    value: 5,
    previous: 1,
    change_pct: 400,
  });
  assert.equal(values("2026-03-09")?.previous, null);
  assert.equal(values("2026-03-09")?.change_pct, null);
});

Deno.test("judge() fails on one breached limit, and says nothing of what was not measured", () => {
  const row = (metric: string, value: number | null) => ({
    metric,
    ds: null,
    numerator: null,
    denominator: null,
    value,
  });
  const limits = [
    { metric: "missing", kind: "max", limit: 5 },
    { metric: "on_time", kind: "min", limit: 90 },
  ] as const;
  const passed = (...rows: Parameters<typeof judge>[0]) => {
    const result = judge(rows, limits);
    return [result.passed, ...result.checks.map((check) => check.passed)];
  };
  assert.deepEqual(passed(row("missing", 5), row("on_time", 90)), [true, true, true]);
  assert.deepEqual(passed(row("missing", 5.1), row("on_time", 99)), [false, false, true]);
  assert.deepEqual(passed(row("missing", 1), row("on_time", null)), [true, true, null]);
  assert.deepEqual(passed(), [null, null, null]);
});

Deno.test("sloCompliance() counts only measures that have an SLO", () => {
  const measure = (slo: number | null, passed: boolean | null) => ({ slo, passed }) as Measure;
  assert.deepEqual(
    sloCompliance([measure(1, true), measure(1, true), measure(1, false), measure(1, null), measure(null, null)]),
    { checks: 4, passed: 2, failed: 1, not_measured: 1, compliance_pct: 66.6667 },
  );
  assert.equal(sloCompliance([]).compliance_pct, null);
});

Deno.test("windowsEnding() counts both ends, across months and the day of 23 hours", () => {
  const { window, previous } = windowsEnding(dayOf("2026-03-10"), 30);
  assert.deepEqual(printRange(window), { from: "2026-02-09", to: "2026-03-10", days: 30 });
  assert.deepEqual(printRange(previous), { from: "2026-01-10", to: "2026-02-08", days: 30 });
  assert.equal(dsOf(dayOf("1969-12-31")), "1969-12-31");
});

const ROW: HealthRow = {
  archetype: "shop",
  table: "fact_visit",
  column: "",
  metric: "lag_p95_min",
  grain: "day",
  ds: "2026-03-08",
  value: 0.1,
  numerator: null,
  denominator: 3,
  ci_low: null,
  ci_high: null,
  slo: 90,
  passed: true,
};

Deno.test("healthCsv() writes a line per row under the header", () => {
  assert.equal(
    healthCsv([ROW]),
    "archetype,table,column,metric,grain,ds,value,numerator,denominator,ci_low,ci_high,slo,passed\n" +
      "shop,fact_visit,,lag_p95_min,day,2026-03-08,0.1,,3,,,90,true\n",
  );
});

Deno.test("csvCell() quotes what would break a line, and disarms what a spreadsheet would run", () => {
  assert.equal(csvCell('a,"b"\n'), '"a,""b""\n"');
  for (const formula of ["=1", "+1", "-1", "@A1", "\tx"]) assert.equal(csvCell(formula)[0], "'", formula);
  assert.equal(csvCell("2026-03-08"), "2026-03-08");
});
