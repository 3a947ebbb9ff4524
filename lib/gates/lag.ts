import type { HealthFindings, WriteGap } from "../contracts/health.ts";
import { DAY_US, type LocalDay, periodEnding } from "../core/calendar.ts";
import { atMost, between, type Check, near, skipped } from "./check.ts";
import { gate } from "./gate.ts";
import type { Generated } from "./generated.ts";
import { DAY_P95_MIN, OVERALL_P95_MIN, targetOf } from "./targets.ts";

/** p95 lag that a table of a company without defects stays below, in minutes (seed, "SLOs"). */
const CLEAN_P95_MIN = 90;
/** Share of table-days that may be of neither kind, in per cent: a thin day's p95 is a draw of luck. */
const UNUSUAL_PCT = 2;

function usOf(iso: string): number {
  return Temporal.Instant.from(iso).epochMilliseconds * 1000;
}

/** True for a day whose rows a write gap may have held back: they may have happened up to a day before it. */
function touched({ startUs, endUs }: LocalDay, gaps: readonly WriteGap[]): boolean {
  return gaps.some(({ from, to }) => endUs > usOf(from) - DAY_US && startUs < usOf(to));
}

/**
 * p95 lag of a table's days, in minutes. Left out: the last day, whose late rows are still to come, and days that a
 * write gap touched, which section 5 does not speak of.
 */
function dailyP95(
  { report, rows }: HealthFindings,
  { asOf, months, tz }: Generated,
  table: string,
): number[] {
  const gaps = report.write_gaps.filter((gap) => gap.table === table);
  const days = periodEnding(asOf, months, tz).days.slice(0, -1).filter((day) => !touched(day, gaps));
  const judged = new Set(days.map(({ ds }) => ds));
  return rows.flatMap((row) =>
    row.table === table && row.metric === "lag_p95_min" && row.grain === "day" && row.value !== null &&
      judged.has(row.ds)
      ? [row.value]
      : []
  );
}

function shareIn(days: readonly number[], [least, most]: readonly [number, number]): number | null {
  if (days.length === 0) return null;
  return 100 * days.filter((p95) => p95 >= least && p95 <= most).length / days.length;
}

function dayChecks(table: string, days: readonly number[], generated: Generated): Check[] {
  const incidents = targetOf("incidents", generated);
  // Whole days only: of 545 days 27 or 28 make 5 %.
  const wholeDay = days.length === 0 ? 0 : 100 / days.length;
  const unit = "% of table-days";
  const incident = near({
    check: `${table} incident days`,
    expected: incidents.value,
    observed: shareIn(days, DAY_P95_MIN.incident),
    tolerance: incidents.value === 0 ? 0 : incidents.tolerance + wholeDay,
    unit,
    reason: `p95 of ${DAY_P95_MIN.incident.join(" to ")} min`,
  });
  // A company without defects is allowed to be faster than section 5 says of a usual day.
  if (generated.quality === "clean") return [incident];
  return [
    incident,
    near({
      check: `${table} usual days`,
      expected: 100 - incidents.value,
      observed: shareIn(days, DAY_P95_MIN.usual),
      tolerance: UNUSUAL_PCT + incidents.tolerance + wholeDay,
      unit,
      reason: `p95 of ${DAY_P95_MIN.usual.join(" to ")} min`,
    }),
  ];
}

function overallCheck(table: string, observed: number | null, generated: Generated): Check {
  const check = `${table} overall p95`;
  if (generated.quality === "clean") return atMost({ check, expected: CLEAN_P95_MIN, observed, unit: "min" });
  const { min, max, incidentsPct } = OVERALL_P95_MIN;
  const incidents = targetOf("incidents", generated).value;
  if (incidents !== incidentsPct) return skipped(check, `no target where ${incidents} % of table-days are incidents`);
  return between({ check, min, max, observed, unit: "min" });
}

/** Lag of each loaded table, by table-day and overall. */
export const lag = gate(
  "lag",
  "Data quality: ingestion lag",
  ["generated", "findings"],
  ({ generated, findings }) =>
    findings.report.measures.period.filter(({ metric }) => metric === "lag_p95_min").flatMap(({ table, value }) => [
      ...dayChecks(table, dailyP95(findings, generated, table), generated),
      overallCheck(table, value, generated),
    ]),
);
