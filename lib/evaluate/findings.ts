/** Findings of a report against the ledger of what was planted. */
import type { Detection, FindingsEvaluation, RateError } from "../contracts/findings.ts";
import type { HealthCore, Metric } from "../contracts/health.ts";
import type { Defect, Ledger, LedgerEntry } from "../contracts/ledger.ts";
import { overlap, type TableInterval } from "../core/overlap.ts";

/** Specification, section 6: a spike must be found on days that have so many rows. */
const MIN_ROWS = 300;
/** Two intervals are the same gap when they share so much of the time that either covers. */
const MIN_OVERLAP = 0.5;

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function detection(planted: number, found: number, reported: number, falseAlarms: number): Detection {
  return {
    planted,
    found,
    recall: ratio(found, planted),
    reported,
    false_alarms: falseAlarms,
    precision: ratio(reported - falseAlarms, reported),
  };
}

/** Null spikes by table, column and local day. */
export function spikeFindings(ledger: Ledger, { null_spikes }: HealthCore): FindingsEvaluation["null_spikes"] {
  const planted = ledger.entries.filter(({ defect }) => defect === "null_spike");
  const isOf = (entry: LedgerEntry, { table, column, ds }: HealthCore["null_spikes"][number]): boolean =>
    entry.table === table && entry.column === column && entry.days!.includes(ds);
  const found = (entry: LedgerEntry): boolean => null_spikes.some((spike) => isOf(entry, spike));
  const visible = planted.filter(({ of_rows }) => of_rows >= MIN_ROWS);
  const alarms = null_spikes.filter((spike) => !planted.some((entry) => isOf(entry, spike)));
  return {
    ...detection(visible.length, visible.filter(found).length, null_spikes.length, alarms.length),
    missed: visible.filter((entry) => !found(entry)).map(({ table, column, days, of_rows }) => ({
      table,
      column: column!,
      ds: days![0]!,
      rows: of_rows,
    })),
    thin: planted.length - visible.length,
  };
}

/** Silences of a table, each against the planted one that it shares half of its time with. */
export function gapFindings(ledger: Ledger, { write_gaps }: HealthCore): Detection {
  const planted = ledger.entries.filter(({ defect }) => defect === "write_gap")
    .map(({ table, from, to }): TableInterval => ({ table, from: from!, to: to! }));
  const same = (a: TableInterval, b: TableInterval): boolean => overlap(a, b) >= MIN_OVERLAP;
  return detection(
    planted.length,
    planted.filter((one) => write_gaps.some((gap) => same(one, gap))).length,
    write_gaps.length,
    write_gaps.filter((gap) => !planted.some((one) => same(one, gap))).length,
  );
}

const RATES: readonly (readonly [RateError["defect"], Metric, readonly Defect[]])[] = [
  ["key_null", "key_null_pct", ["key_null", "null_spike"]],
  ["orphan", "orphan_pct", ["orphan_missing", "orphan_temporal"]],
  ["duplicate", "dup_key_pct", ["duplicate"]],
];

/** Every rate that the report measures over the whole period, beside the rows that the ledger says were broken. */
export function rateErrors(ledger: Ledger, { measures }: HealthCore): RateError[] {
  return RATES.flatMap(([defect, metric, planted]) =>
    measures.period.filter((measure) => measure.metric === metric).map((measure): RateError => {
      const entries = ledger.entries.filter((entry) =>
        planted.includes(entry.defect) && entry.table === measure.table &&
        (defect === "duplicate" || entry.column === measure.column)
      );
      const rows = entries.reduce((sum, entry) => sum + entry.rows, 0);
      const plantedPct = measure.denominator === 0 ? 0 : 100 * rows / measure.denominator;
      return {
        defect,
        table: measure.table,
        column: measure.column,
        planted_pct: plantedPct,
        reported_pct: measure.value,
        error_points: measure.value === null ? null : measure.value - plantedPct,
      };
    })
  );
}

/** How far two lists of at most three actions agree, whatever their order. */
export function agreementOfActions(
  reported: readonly string[],
  oracle: readonly string[],
): NonNullable<FindingsEvaluation["actions"]> {
  const agree = reported.filter((id) => oracle.includes(id));
  const none = reported.length === 0 && oracle.length === 0;
  const share = (of: readonly string[]): number => none ? 1 : of.length === 0 ? 0 : agree.length / of.length;
  return { reported: [...reported], oracle: [...oracle], agree, precision: share(reported), recall: share(oracle) };
}
