import type { Table } from "../contracts/archetype.ts";
import type { ForeignKeyParts, Measure, Metric, Slos } from "../contracts/health.ts";
import { keyColumns } from "../contracts/tables.ts";
import { wilson } from "../core/stats.ts";
import type { Tally } from "./tally.ts";

type Place = Pick<Measure, "table" | "column" | "metric">;

/** Six decimals of a per cent: one row in a hundred million still shows, and no digit is noise. */
function percent(share: number): number {
  return Math.round(1e8 * share) / 1e6;
}

function passes(value: number | null, slo: number | null): boolean | null {
  return value === null || slo === null ? null : value <= slo;
}

function rate(place: Place, numerator: number, denominator: number, slo: number | null): Measure {
  const interval = wilson(numerator, denominator);
  const share = denominator === 0 ? null : numerator / denominator;
  return {
    ...place,
    value: share === null ? null : percent(share),
    unit: "%",
    numerator,
    denominator,
    ci_low: interval === null ? null : percent(interval.low),
    ci_high: interval === null ? null : percent(interval.high),
    slo,
    passed: passes(share === null ? null : 100 * share, slo),
  };
}

function lagMinutes(place: Place, value: number | null, rows: number, slo: number | null): Measure {
  const none = { numerator: null, ci_low: null, ci_high: null };
  return { ...place, ...none, value, unit: "min", denominator: rows, slo, passed: passes(value, slo) };
}

/** Columns whose nulls are violations, with their place in `Tally.nulls`: business key and required foreign keys. */
export function requiredKeys(table: Table): { readonly column: string; readonly index: number }[] {
  const optional = new Set(table.foreignKeys.flatMap(({ column, required }) => required ? [] : [column]));
  return keyColumns(table).flatMap((column, index) =>
    optional.has(column) && !table.businessKey.includes(column) ? [] : [{ column, index }]
  );
}

/** The four parts of each foreign key's rows; they add up to all rows. */
export function foreignKeyParts(table: Table, tally: Tally): ForeignKeyParts[] {
  return table.foreignKeys.map((key, i) => {
    const nulls = tally.nulls[keyColumns(table).indexOf(key.column)]!;
    const missing = tally.missing[i]!;
    const temporal = tally.temporal[i]!;
    return {
      table: table.name,
      column: key.column,
      parent: key.parent,
      rows: tally.rows,
      null: nulls,
      missing,
      temporal,
      ok: tally.rows - nulls - missing - temporal,
    };
  });
}

function foreignKeyMeasures(table: Table, tally: Tally, slos: Slos): Measure[] {
  return foreignKeyParts(table, tally).flatMap((parts, i) => {
    const of = (metric: Metric, rows: number, slo: number | null) =>
      rate({ table: table.name, column: parts.column, metric }, rows, parts.rows, slo);
    const good = parts.ok + (table.foreignKeys[i]!.required ? 0 : parts.null);
    return [
      of("fk_success_pct", good, null),
      of("orphan_pct", parts.missing + parts.temporal, slos.fk_orphan_pct),
      of("orphan_missing_pct", parts.missing, null),
      of("orphan_temporal_pct", parts.temporal, null),
    ];
  });
}

function lagMeasures(table: Table, tally: Tally, slos: Slos): Measure[] {
  if (!table.loaded || table.eventTime === undefined) return [];
  const place = (metric: Metric) => ({ table: table.name, column: null, metric });
  const { lag, lagRows } = tally;
  return [
    lagMinutes(place("lag_p50_min"), lag?.p50 ?? null, lagRows, null),
    lagMinutes(place("lag_p95_min"), lag?.p95 ?? null, lagRows, slos.p95_ingest_lag_min),
    lagMinutes(place("lag_p99_min"), lag?.p99 ?? null, lagRows, null),
    rate(place("late_pct"), tally.late, lagRows, null),
  ];
}

/**
 * Every measure of a table over some of its rows.
 *
 * - `key_null_pct`: nulls / rows, of business-key columns and required foreign keys.
 * - `orphan_pct`: (missing + temporal) / all rows, so that nulls, orphans and good rows are shares of one whole. A null
 *   key is no orphan. `fk_success_pct`: rows with a parent that is old enough / all rows; a null of an optional key
 *   counts as good.
 * - `dup_key_pct`: extra copies / rows.
 * - `lag_…_min`: quantiles by linear interpolation, in minutes; `late_pct`: rows whose lag is over the p95 SLO / rows with both times.
 */
export function measuresOf(table: Table, tally: Tally, slos: Slos): Measure[] {
  const nulls = requiredKeys(table).map(({ column, index }) =>
    rate({ table: table.name, column, metric: "key_null_pct" }, tally.nulls[index]!, tally.rows, slos.key_null_pct)
  );
  const key = table.businessKey.join("+");
  const duplicates = key === "" ? [] : [
    rate({ table: table.name, column: key, metric: "dup_key_pct" }, tally.duplicates, tally.rows, slos.dup_keys_pct),
  ];
  return [...nulls, ...foreignKeyMeasures(table, tally, slos), ...duplicates, ...lagMeasures(table, tally, slos)];
}
