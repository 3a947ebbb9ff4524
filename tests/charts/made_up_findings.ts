/** Findings of a company that nobody measured: shaped like real ones, made without the engine. */
import type { ForeignKeyParts, HealthFindings, HealthReport, HealthRow, Measure } from "../../lib/contracts/health.ts";
import { generator } from "../../lib/core/seeds.ts";

export interface MadeUp {
  readonly days: number;
  /** Tables that are loaded; each has two foreign keys. */
  readonly tables: readonly string[];
  /** 0 for a clean warehouse, 1 for a typical one, 3 for a severe one. */
  readonly badness: number;
}

const END = Temporal.PlainDate.from("2026-06-30");
const SLOS = { key_null_pct: 1, fk_orphan_pct: 2, dup_keys_pct: 0.2, p95_ingest_lag_min: 90 };
const KEYS = ["buyer_id", "listing_id"] as const;

function window(to: Temporal.PlainDate, days: number): HealthReport["window"] {
  return { from: to.subtract({ days: Math.max(days - 1, 0) }).toString(), to: to.toString(), days };
}

/** Findings over `days` days that end on 2026-06-30. Without tables, nothing was measured at all. */
export function madeUpFindings({ days, tables, badness }: MadeUp): HealthFindings {
  const draw = generator(7, "made-up");
  const period = window(END, days);
  const first = Temporal.PlainDate.from(period.from);
  const rows: HealthRow[] = [];
  const measures: Measure[] = [];
  const parts: ForeignKeyParts[] = [];
  const nullSpikes: HealthReport["null_spikes"] = [];
  tables.forEach((table, t) => {
    for (let day = 0; day < days; day++) {
      const ds = first.add({ days: day }).toString();
      const base = { archetype: "toy", table, grain: "day", ds, ci_low: null, ci_high: null, passed: null } as const;
      const incident = badness > 0 && draw() < 0.05 ? 4 + 2 * draw() : 1;
      const lag = (badness > 0 ? 110 : 40) * (0.9 + 0.2 * draw() + 0.1 * t) * incident;
      rows.push({ ...base, column: "", metric: "lag_p95_min", value: lag, numerator: null, denominator: 900, slo: 90 });
      KEYS.forEach((column, k) => {
        const spike = badness > 0 && (day + 17 * t + 41 * k) % 75 === 30;
        const value = badness * (2 + 0.5 * draw() + (spike ? 10 : 0));
        rows.push({ ...base, column, metric: "key_null_pct", value, numerator: 1, denominator: 900, slo: 1 });
        if (spike) {
          const found = { rows: 900, nulls: 90, null_pct: value, baseline_pct: 2 * badness, p_value: 0, q_value: 0 };
          nullSpikes.push({ table, column, ds, ...found });
        }
      });
    }
    const measure = (metric: Measure["metric"], column: string | null, value: number, slo: number | null): void => {
      const lag = metric === "lag_p95_min";
      measures.push({
        table,
        column,
        metric,
        value,
        unit: lag ? "min" : "%",
        numerator: lag ? null : Math.round(value * 270),
        denominator: 27_000,
        ci_low: lag ? null : value * 0.9,
        ci_high: lag ? null : value * 1.1 + 0.01,
        slo,
        passed: slo === null ? null : value <= slo,
      });
    };
    measure("lag_p95_min", null, badness > 0 ? 141 : 44, SLOS.p95_ingest_lag_min);
    measure("dup_key_pct", "id", badness * (0.5 + 0.2 * t), SLOS.dup_keys_pct);
    KEYS.forEach((column, k) => {
      measure("key_null_pct", column, badness * (2 + 0.3 * k), SLOS.key_null_pct);
      measure("orphan_pct", column, badness * (4.5 + 0.4 * t + 0.2 * k), SLOS.fk_orphan_pct);
      measure("orphan_missing_pct", column, 0.7 * badness * (4.5 + 0.4 * t + 0.2 * k), null);
      measure("orphan_temporal_pct", column, 0.3 * badness * (4.5 + 0.4 * t + 0.2 * k), null);
      const share = badness * (4.5 + 0.4 * t + 0.2 * k) / 100;
      const [missing, temporal] = [Math.round(27_000 * share * 0.7), Math.round(27_000 * share * 0.3)];
      const ok = 27_000 - missing - temporal;
      parts.push({ table, column, parent: `dim_${column}`, rows: 27_000, null: 0, missing, temporal, ok });
    });
  });
  const passed = measures.filter((measure) => measure.passed === true).length;
  const failed = measures.filter(({ passed }) => passed === false).length;
  const report: HealthReport = {
    schema_version: "1.0",
    archetype: "toy",
    tz: "America/Los_Angeles",
    as_of: "2026-07-01T07:00:00Z",
    window: window(END, 30),
    previous_window: window(END.subtract({ days: 30 }), 30),
    period,
    slos: SLOS,
    slo_compliance: {
      checks: passed + failed,
      passed,
      failed,
      not_measured: 0,
      compliance_pct: passed + failed === 0 ? null : 100 * passed / (passed + failed),
    },
    tables: tables.map((table) => ({
      table,
      rows: 900 * days,
      window_rows: 27_000,
      last_event_at: "2026-07-01T06:59:00Z",
      last_loaded_at: "2026-07-01T06:59:00Z",
      staleness_min: 1,
    })),
    measures: { window: measures, period: measures },
    foreign_keys: { window: parts, period: parts },
    null_spikes: nullSpikes,
    low_power: [],
    write_gaps: badness === 0 || tables[0] === undefined ? [] : [{
      table: tables[0],
      from: "2026-05-11T10:00:00Z",
      to: "2026-05-12T08:00:00Z",
      hours: 22,
      backfilled_rows: 800,
    }],
    kpis: [
      {
        id: "gmv",
        title: "Merchandise value",
        unit: "cents",
        value: 123_456_700,
        previous: 120_000_000,
        change_pct: 2.88,
      },
      { id: "aov", title: "Order value", unit: "cents", value: null, previous: null, change_pct: null },
    ],
    notes: [],
  };
  return { report, rows };
}
