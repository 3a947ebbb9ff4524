import assert from "node:assert/strict";
import type { QcCheck } from "../../lib/contracts/qc.ts";
import { duplicates } from "../../lib/gates/duplicates.ts";
import { files } from "../../lib/gates/files.ts";
import { foreignKeys } from "../../lib/gates/foreign_keys.ts";
import { type Gate, gate, Missing } from "../../lib/gates/gate.ts";
import { guardrails } from "../../lib/gates/guardrails.ts";
import { keyNulls } from "../../lib/gates/key_nulls.ts";
import { lag } from "../../lib/gates/lag.ts";
import { GATES, runGates } from "../../lib/gates/mod.ts";
import { nullSpikes } from "../../lib/gates/null_spikes.ts";
import { recount } from "../../lib/gates/recount.ts";
import { reproducibility } from "../../lib/gates/reproducibility.ts";
import { monetization, taxonomy } from "../../lib/gates/sanity.ts";
import { schema } from "../../lib/gates/schema.ts";
import { seasonality } from "../../lib/gates/seasonality.ts";
import { trajectory } from "../../lib/gates/trajectory.ts";
import { volumes } from "../../lib/gates/volumes.ts";
import { writeGaps } from "../../lib/gates/write_gaps.ts";
import { checkedToy, named, toyEvidence, type WarehouseEvidence } from "./toy_evidence.ts";

const { evidence, counted } = await toyEvidence();
const { generated, ledger, findings, arrivals } = evidence;
const severe = { ...evidence, generated: { ...generated, quality: "severe" } } as const;

function withEntries(change: (entry: WarehouseEvidence["ledger"]["entries"][number]) => object): WarehouseEvidence {
  return { ...evidence, ledger: { ...ledger, entries: ledger.entries.map((e) => ({ ...e, ...change(e) })) } };
}

const ofComms = [
  "comms_files",
  "comms_schema",
  "comms_label_files",
  "comms_volumes",
  "comms_roles",
  "relevance_mix",
  "theme_mix",
  "comms_integrity",
  "comms_window",
  "comms_tokens",
  "nlq",
  "comms_identity",
  "near_duplicates",
  "comms_labels",
  "event_correlation",
  "comms_reproducibility",
  "llm_spend",
];

Deno.test("runGates() passes a typical company but for the guardrail that it breaks on purpose", () => {
  const summary = runGates(evidence, { archetype: "toy", version: "0.1.0" });
  const failed = summary.checks.filter(({ status }) => status === "fail").map(({ gate, check }) => `${gate} ${check}`);
  assert.deepEqual(failed, ["guardrails free_rides.free_pct"]);
  assert.equal(summary.passed, false);
  const skipped = summary.gates.filter(({ status }) => status === "skip").map(({ gate }) => gate);
  assert.deepEqual(skipped, ofComms);
});

Deno.test("runGates() never counts a skipped check as passed, and each says why", () => {
  const none = new Missing("nothing was gathered");
  const nothing = Object.fromEntries(Object.keys(evidence).map((key) => [key, none]));
  const { counts, checks, gates } = runGates(nothing as never, { archetype: "toy", version: "0.1.0" });
  assert.deepEqual(counts, { pass: 0, fail: 0, skip: GATES.length });
  assert.ok(checks.every(({ reason }) => reason !== ""));
  assert.ok(gates.every(({ status }) => status === "skip"));
});

Deno.test("gate() with nothing to check says so", () => {
  const empty = gate("empty", "Nothing", ["generated"], () => []);
  assert.deepEqual(empty.run(evidence).map(({ status }) => status), ["skip"]);
});

Deno.test("gates show the rates that other SQL counts", () => {
  const observed = (gate: Gate, check: string): QcCheck["observed"] =>
    gate.run(evidence).find((one) => one.check === check)!.observed;
  for (const { table, column, rows, missing, temporal } of counted.keys) {
    assert.equal(observed(foreignKeys, `${table}.${column}`), Number((100 * (missing + temporal) / rows).toFixed(4)));
  }
  const rides = counted.tables[2]!;
  assert.equal(observed(volumes, "fact_ride"), rides.rows);
  assert.equal(observed(duplicates, "fact_ride.ride_id"), Number((100 * rides.duplicates / rides.rows).toFixed(4)));
});

/** Each gate, evidence with one thing broken, and the checks that must fail for it. */
const failures: readonly (readonly [what: string, gate: Gate, broken: WarehouseEvidence, failed: readonly string[]])[] =
  [
    [
      "a damaged file",
      files,
      { ...evidence, faults: new Map([...evidence.faults, ["dim_line.parquet", "is missing"]]) },
      ["dim_line.parquet"],
    ],
    [
      "a table that the manifest does not name",
      files,
      { ...evidence, faults: new Map([["dim_line.parquet", null], ["dim_stop.parquet", null]]) },
      ["fact_ride.parquet"],
    ],
    [
      "a column of another type",
      schema,
      {
        ...evidence,
        columns: new Map([...evidence.columns, ["dim_line", [
          { name: "line_id", type: "VARCHAR" },
          { name: "opened_at", type: "TIMESTAMP WITH TIME ZONE" },
        ]]]),
      },
      ["dim_line.line_id"],
    ],
    [
      "a column that is missing",
      schema,
      { ...evidence, columns: new Map([...evidence.columns, ["dim_line", [{ name: "line_id", type: "BIGINT" }]]]) },
      ["dim_line", "dim_line.opened_at"],
    ],
    [
      "a table without a file",
      schema,
      { ...evidence, columns: new Map([...evidence.columns, ["dim_line", { fault: "no file" }]]) },
      ["dim_line"],
    ],
    [
      "another scale",
      volumes,
      { ...evidence, generated: { ...generated, scale: "evaluation" } },
      ["dim_line", "dim_stop", "fact_ride"],
    ],
    ["fewer months", volumes, { ...evidence, generated: { ...generated, months: 12 } }, ["fact_ride"]],
    ["another quality", keyNulls, severe, ["dim_stop.line_id", "fact_ride.stop_id"]],
    ["another quality", foreignKeys, severe, ["dim_stop.line_id", "fact_ride.stop_id"]],
    ["another quality", duplicates, severe, ["fact_ride.ride_id"]],
    ["another quality", lag, severe, ["fact_ride incident days", "fact_ride usual days"]],
    [
      "no defects wanted",
      duplicates,
      { ...evidence, generated: { ...generated, quality: "clean" } },
      ["fact_ride.ride_id"],
    ],
    [
      "no defects wanted",
      lag,
      { ...evidence, generated: { ...generated, quality: "clean" } },
      ["fact_ride incident days", "fact_ride overall p95"],
    ],
    [
      "orphans of one kind alone",
      foreignKeys,
      {
        ...evidence,
        findings: {
          ...findings,
          report: {
            ...findings.report,
            foreign_keys: {
              ...findings.report.foreign_keys,
              period: findings.report.foreign_keys.period.map((parts) => ({
                ...parts,
                missing: parts.missing + parts.temporal,
                temporal: 0,
              })),
            },
          },
        },
      },
      ["dim_stop.line_id temporal share", "fact_ride.stop_id temporal share"],
    ],
    [
      "spikes that nothing detected",
      nullSpikes,
      { ...evidence, findings: { ...findings, report: { ...findings.report, null_spikes: [] } } },
      ["recall"],
    ],
    [
      "spikes on other days than planted",
      nullSpikes,
      withEntries(({ defect }) => defect === "null_spike" ? { days: ["2025-01-01"] } : {}),
      ["spikes planted in the last 30 days", "recall", "false alarms"],
    ],
    [
      "no spike planted",
      nullSpikes,
      { ...evidence, ledger: { ...ledger, entries: ledger.entries.filter(({ defect }) => defect !== "null_spike") } },
      ["spikes planted", "spikes planted in the last 30 days", "false alarms"],
    ],
    [
      "a write gap at another time",
      writeGaps,
      withEntries(({ defect }) =>
        defect === "write_gap" ? { from: "2025-03-01T00:00:00Z", to: "2025-03-01T18:00:00Z" } : {}
      ),
      ["gaps detected", "false alarms"],
    ],
    [
      "no write gap planted",
      writeGaps,
      { ...evidence, ledger: { ...ledger, entries: ledger.entries.filter(({ defect }) => defect !== "write_gap") } },
      ["gaps planted", "false alarms"],
    ],
    [
      "a defect row that is not there",
      recount,
      {
        ...evidence,
        defectRows: evidence.defectRows.map((count) =>
          count.defect === "duplicate" ? { ...count, rows: count.rows + 1 } : count
        ),
      },
      ["fact_ride duplicates"],
    ],
    [
      "flat hours",
      seasonality,
      withCurves({ hours: Array.from({ length: 24 }, () => 1) }),
      ["fact_ride by hour of day"],
    ],
    ["flat weekdays", seasonality, withCurves({ weekdays: [1, 1, 1, 1, 1, 1, 1] }), ["fact_ride by weekday"]],
    [
      "another season",
      seasonality,
      withCurves({ months: [0.8, 0.8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }),
      ["fact_ride by month"],
    ],
    [
      "another trajectory",
      trajectory,
      { ...evidence, generated: { ...generated, trajectory: "T3" } },
      ["fact_ride growth"],
    ],
    ["a value outside its band", taxonomy, { ...evidence, values: new Map([["dearest_fare", 600]]) }, ["dearest_fare"]],
    ["a value outside its band", monetization, { ...evidence, values: new Map([["mean_fare", 250]]) }, ["mean_fare"]],
    [
      "a value outside its band",
      seasonality,
      { ...evidence, values: new Map([["free_rides", 50]]) },
      ["free_rides"],
    ],
    ["free rides over their limit", guardrails, evidence, ["free_rides.free_pct"]],
    [
      "a file with other bytes",
      reproducibility,
      {
        ...evidence,
        samples: [[{ path: "a", sha256: "0".repeat(64) }, { path: "b", sha256: "1".repeat(64) }], [
          { path: "a", sha256: "2".repeat(64) },
        ]],
      },
      ["a", "b"],
    ],
  ];

function withCurves(curves: Partial<WarehouseEvidence["arrivals"][number]["process"]>): WarehouseEvidence {
  return {
    ...evidence,
    arrivals: arrivals.map(({ process, hours }) => ({ process: { ...process, ...curves }, hours })),
  };
}

for (const [what, gate, broken, failed] of failures) {
  Deno.test(`${gate.id} fails on ${what}`, () => {
    assert.deepEqual(named(gate, broken, "fail"), failed);
  });
}

Deno.test("volumes skips a table without a target, and snapshots of some days", () => {
  const snapshots = checkedToy.tables.map((table) => ({ ...table, kind: "snapshot" as const }));
  const some = { ...evidence, archetype: { ...checkedToy, tables: snapshots }, generated: { ...generated, months: 3 } };
  assert.deepEqual(named(volumes, some, "skip"), ["dim_line", "dim_stop", "fact_ride"]);
  const untold = { ...evidence, archetype: { ...checkedToy, volumes: {} } };
  assert.deepEqual(named(volumes, untold, "skip"), ["dim_line", "dim_stop", "fact_ride"]);
});

Deno.test("nullSpikes wants none of a clean company, and says so", () => {
  const clean = {
    ...evidence,
    generated: { ...generated, quality: "clean" as const },
    ledger: { ...ledger, entries: [] },
    findings: { ...findings, report: { ...findings.report, null_spikes: [] } },
  };
  assert.deepEqual(named(nullSpikes, clean, "fail"), []);
  assert.deepEqual(named(nullSpikes, clean, "skip"), ["spikes planted in the last 30 days", "recall"]);
  assert.deepEqual(named(nullSpikes, { ...clean, ledger }, "fail"), ["spikes planted", "recall"]);
});

Deno.test("schema passes columns that nobody declared, and names them", () => {
  const lines = evidence.columns.get("dim_line")!;
  assert.ok(!("fault" in lines));
  const more = new Map([...evidence.columns, ["dim_line", [...lines, { name: "colour", type: "VARCHAR" }]] as const]);
  const check = schema.run({ ...evidence, columns: more }).find(({ check }) => check === "dim_line")!;
  assert.deepEqual([check.status, check.reason], ["pass", "not declared, and never read: colour"]);
});

Deno.test("keyNulls leaves the nulls of detected spikes out of the usual rate", () => {
  const check = keyNulls.run(evidence).find(({ check }) => check === "fact_ride.stop_id")!;
  const { nulls, rows } = counted.keys.find(({ table }) => table === "fact_ride")!;
  const spikes = ledger.entries.filter(({ defect }) => defect === "null_spike");
  const onSpikes = spikes.reduce((sum, entry) => sum + entry.rows, 0);
  assert.ok((check.observed as number) < 100 * nulls / rows);
  assert.ok(Math.abs((check.observed as number) - 100 * (nulls - onSpikes) / rows) < 0.1);
});
