import type { Spike } from "../contracts/health.ts";
import type { LedgerEntry } from "../contracts/ledger.ts";
import { periodEnding } from "../core/calendar.ts";
import { atLeast, atMost, type Check, exact, skipped } from "./check.ts";
import { gate } from "./gate.ts";
import type { Generated } from "./generated.ts";
import { targetOf } from "./targets.ts";

/** Specification, section 6: recall on days that have so many rows, and false alarms in a warehouse. */
const MIN_ROWS = 300;
const MIN_RECALL_PCT = 99;
const MAX_FALSE_ALARMS = 1;
/** Points that a spike adds to its day where it is one that must be found. */
const MIN_POINTS = 10;
/** Specification, section 5. */
const PER_QUARTER = 2;
const QUARTER_DAYS = 91;
const RECENT_DAYS = 30;

function found(entry: LedgerEntry, spikes: readonly Spike[]): boolean {
  return spikes.some(({ table, column, ds }) =>
    table === entry.table && column === entry.column && entry.days!.includes(ds)
  );
}

function plannedChecks(planted: readonly LedgerEntry[], generated: Generated, open: boolean): Check[] {
  const { days } = periodEnding(generated.asOf, generated.months, generated.tz);
  const wanted = open && targetOf("spike", generated).value > 0;
  const quarters = Math.max(1, Math.round(days.length / QUARTER_DAYS));
  const recent = new Set(days.slice(-RECENT_DAYS).map(({ ds }) => ds));
  return [
    exact({ check: "spikes planted", expected: wanted ? PER_QUARTER * quarters : 0, observed: planted.length }),
    wanted
      ? atLeast({
        check: "spikes planted in the last 30 days",
        expected: 1,
        observed: planted.filter((entry) => entry.days!.some((ds) => recent.has(ds))).length,
      })
      : skipped("spikes planted in the last 30 days", "the profile asks for no spike"),
  ];
}

function recallCheck(planted: readonly LedgerEntry[], spikes: readonly Spike[]): Check {
  const check = "recall";
  const visible = planted.filter((entry) => entry.of_rows >= MIN_ROWS && 100 * entry.planned_rate! >= MIN_POINTS);
  if (visible.length === 0) {
    return skipped(check, `no spike of ${MIN_POINTS} points on a day with ${MIN_ROWS} rows or more`);
  }
  const recall = 100 * visible.filter((entry) => found(entry, spikes)).length / visible.length;
  return atLeast({
    check,
    expected: MIN_RECALL_PCT,
    observed: recall,
    unit: "%",
    reason: `of ${visible.length} spikes on days with ${MIN_ROWS} rows or more`,
  });
}

/** The spikes that the ledger holds are those that the metrics detect. */
export const nullSpikes = gate(
  "null_spikes",
  "Null spikes planted and detected",
  ["archetype", "generated", "findings", "ledger"],
  ({ archetype, generated, findings, ledger }) => {
    const planted = ledger.entries.filter(({ defect }) => defect === "null_spike");
    const spikes = findings.report.null_spikes;
    const alarms = spikes.filter((spike) => !planted.some((entry) => found(entry, [spike])));
    const open = archetype.tables.some(({ spikeColumns = [] }) => spikeColumns.length > 0);
    return [
      ...plannedChecks(planted, generated, open),
      recallCheck(planted, spikes),
      atMost({
        check: "false alarms",
        expected: MAX_FALSE_ALARMS,
        observed: alarms.length,
        reason: alarms.map(({ table, column, ds }) => `${table}.${column} on ${ds}`).join(", "),
      }),
    ];
  },
);
