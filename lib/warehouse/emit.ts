/** SQL between the clean relation of a table and its file: pure text from a plan. */
import { ident } from "../infra/sql.ts";
import {
  duplicateLane,
  neverOrphan,
  nullDraw,
  nullLane,
  orphanDraw,
  orphanLane,
  spikeDraw,
  spikeLane,
  withDraws,
} from "./lanes.ts";
import type { KeyPlan, TablePlan } from "./plan.ts";
import { TEMPORAL_SHARE } from "./plan.ts";
import { BACKFILL_SECONDS } from "./schedule.ts";

/** How many of the parents that come next a temporal failure may point at. */
const NEXT_PARENTS = 50;

const ubigint = (value: bigint): string => `${value}::UBIGINT`;
const nullable = (key: KeyPlan): boolean => key.nulls !== null || key.spikes.length > 0;
/** The code of the defect that made the key null, or null. */
const nullFlag = (key: KeyPlan): string => `_null_${key.index}`;
const orphanFlag = (key: KeyPlan): string => `_orphan_${key.index}`;
const laterAlias = (key: KeyPlan): string => `later_${key.index}`;

/** The code of what makes a key null, or null. A row is in one lane, and of one day. */
function nulling(plan: TablePlan, key: KeyPlan): string {
  const { table } = plan;
  const cases: string[] = [];
  if (key.nulls !== null) {
    const drawn = `${nullDraw(table, key.fk)} < ${ubigint(key.nulls.threshold)}`;
    cases.push(`WHEN ${nullLane(table, key.fk).where} AND ${drawn} THEN ${key.nulls.code}`);
  }
  if (key.spikes.length > 0) {
    const draw = spikeDraw(table, key.fk);
    const hits = key.spikes.map((s) =>
      `WHEN _at >= ${s.fromUs} AND _at < ${s.toUs} AND ${draw} < ${ubigint(s.threshold)} THEN ${s.code}`
    );
    const days = key.spikes.map((s) => s.day).join(", ");
    cases.push(`WHEN s._day IN (${days}) AND ${spikeLane(table, key.fk).where} THEN CASE ${hits.join(" ")} END`);
  }
  return `CASE ${cases.join(" ")} END`;
}

/**
 * 0: sound, 1: the id is missing from the parent, 2: the parent is younger. Where the event time stands in a parent,
 * a row that lost that parent has no time to be compared: temporal failures of its other keys keep to the rows that
 * never lose it, at the rate that makes up for the others.
 */
function orphanKind(plan: TablePlan, key: KeyPlan): string {
  if (key.orphans === null) return "0";
  const { table } = plan;
  const draw = orphanDraw(table, key.fk);
  const hit = `${orphanLane(table, key.fk).where} AND ${draw} < ${ubigint(key.orphans.threshold)}`;
  if (key.fk.temporal === "early-rows") return `CASE WHEN _temporal THEN 2 WHEN ${hit} THEN 1 ELSE 0 END`;
  if (key.fk.temporal === undefined) return `CASE WHEN ${hit} THEN 1 ELSE 0 END`;
  const through = table.foreignKeys.find((fk) => fk.column === table.eventTime?.through);
  const room = through === undefined ? null : neverOrphan(table, through);
  const safe = room === null ? "" : ` AND ${room.where}`;
  const share = TEMPORAL_SHARE / (room?.share ?? 1);
  const kind = `(${draw} & 1023) < ${Math.round(share * 1024)}${safe}`;
  // After the last parent came there is none to point at: the id is missing instead.
  const possible = key.fk.temporal === "later-parent" ? ` AND ${laterAlias(key)}.n > 0` : "";
  return `CASE WHEN ${hit} THEN CASE WHEN ${kind}${possible} THEN 2 ELSE 1 END ELSE 0 END`;
}

function needsLater(key: KeyPlan): boolean {
  return key.orphans !== null && key.fk.temporal === "later-parent";
}

/** One of the parents that come next after the row's day. */
function laterParent(plan: TablePlan, key: KeyPlan): string {
  const draw = `u64(_row, '${plan.table.name}/${key.fk.column}/later')`;
  return `_later_first_${key.index} + 1 + (${draw} % least(_later_n_${key.index}, ${NEXT_PARENTS})::UBIGINT)::BIGINT`;
}

/** Rows of `source` with a flag for each thing that will happen to them, and the parents that were still to come. */
function flagged(plan: TablePlan, source: string): string {
  const flags = plan.foreignKeys.flatMap((key) => [
    ...(nullable(key) ? [`${nulling(plan, key)} AS ${nullFlag(key)}`] : []),
    ...(key.orphans === null ? [] : [`(${orphanKind(plan, key)})::TINYINT AS ${orphanFlag(key)}`]),
    ...(needsLater(key)
      ? [`${laterAlias(key)}.first AS _later_first_${key.index}`, `${laterAlias(key)}.n AS _later_n_${key.index}`]
      : []),
  ]);
  if (plan.duplicates !== null) {
    const { threshold } = plan.duplicates;
    flags.push(`${duplicateLane().where} AND _duplicate_draw < ${ubigint(threshold)} AS _repeated`);
  }
  const joins = plan.foreignKeys.filter(needsLater).map((key) =>
    `LEFT JOIN ${ident(`later_${key.fk.parent}`)} ${laterAlias(key)} ON ${laterAlias(key)}._day = greatest(s._day, -1)`
  );
  return `SELECT ${["s.*", ...flags].join(", ")} FROM ${withDraws(plan.table, source)} s ${joins.join(" ")}`;
}

/** The key whose failures move the event time of their rows. */
function shiftingKey(plan: TablePlan): KeyPlan | undefined {
  return plan.foreignKeys.find((key) => key.fk.temporal === "earlier-event" && key.orphans !== null);
}

/** Moves the event time of rows that are to precede their parent: one to ninety minutes before `_not_before`. */
function shifted(plan: TablePlan, rows: string): string {
  const key = shiftingKey(plan);
  if (key === undefined) return rows;
  const minutes = `(1 + u64(_row, '${plan.table.name}/${key.fk.column}/earlier') % 90)::BIGINT`;
  return `SELECT * REPLACE (CASE WHEN ${
    orphanFlag(key)
  } = 2 THEN _not_before - ${minutes} * 60000000 ELSE _at END AS _at)
    FROM (${rows})`;
}

/**
 * Adds the copies of repeated rows and the time that each was loaded. What is still on its way at the end of the period
 * comes with a last load just before it, so that no row waits for its parent; a copy that would come later does not.
 *
 * The quantile of a row's lag follows the golden ratio from row to row, so that even a thin day's rows spread evenly over
 * the distribution. A copy follows within 90 minutes, or (15 %) as a replay 6 to 30 hours later: `_copy` holds its delay
 * in seconds, 0 for the row itself.
 */
function loaded(plan: TablePlan, rows: string): string {
  if (plan.lag === null) return rows;
  const { name } = plan.table;
  // 2^32 / golden ratio, in integers: with a decimal literal DuckDB would compute in 128-bit decimals, a hundredfold slower.
  const level = "(((_row::UBIGINT * 2654435769) & 4294967295)::DOUBLE * 0.999 / 4294967296 + 0.0005)";
  const lag = `greatest(1, round(lag.median_s * (${level} / (1 - ${level})) ** ${plan.lag.shape.spread}))::BIGINT`;
  const lagging = `SELECT r.*, lag.incident AS _incident,
      least(r._at + 1000000 * ${lag}, period_end_us() - 1000000) AS _first_loaded
    FROM (${rows}) r JOIN ${ident(`lag_${name}`)} lag ON lag._day = r._day`;
  const delay = `CASE WHEN u64(_row, '${name}/replay') % 100 < 85
    THEN 60 * (1 + (u64(_row, '${name}/delay') % 90)::BIGINT)
    ELSE 60 * (360 + (u64(_row, '${name}/delay') % 1440)::BIGINT) END`;
  const copies = plan.duplicates === null ? "0" : `unnest(CASE WHEN _repeated THEN [0, ${delay}] ELSE [0] END)`;
  const copied = `SELECT *, ${copies} AS _copy FROM (${lagging})`;
  const loadedAt = "_first_loaded + 1000000 * _copy";
  const { gap } = plan.lag;
  if (gap === null) {
    return `SELECT * FROM (SELECT *, ${loadedAt} AS _loaded FROM (${copied})) WHERE _loaded < period_end_us()`;
  }
  const waits = `(${loadedAt} >= ${gap.fromUs} AND ${loadedAt} < ${gap.backfillUs})`;
  const backfilled = `${gap.backfillUs} + 1000000 * (u64(_row, '${name}/backfill') % ${BACKFILL_SECONDS})::BIGINT`;
  return `SELECT * FROM (
    SELECT *, ${waits} AS _waited, CASE WHEN ${waits} THEN ${backfilled} ELSE ${loadedAt} END AS _loaded FROM (${copied})
  ) WHERE _loaded < period_end_us()`;
}

/** All rows that the file will hold, with the flags of what happened to each. */
function brokenRows(plan: TablePlan): string {
  return loaded(plan, shifted(plan, flagged(plan, plan.base)));
}

/** Those of them that something happened to: the others are left out before they cost anything. */
function hitRows(plan: TablePlan): string {
  const rows = flagged(plan, plan.keys.relation);
  const { lag } = plan;
  const late = [...(lag?.incidents ?? []), ...(lag?.gap?.days ?? [])];
  const hits = [
    ...plan.foreignKeys.flatMap((key) => [
      ...(nullable(key) ? [`${nullFlag(key)} IS NOT NULL`] : []),
      ...(key.orphans === null ? [] : [`${orphanFlag(key)} > 0`]),
    ]),
    ...(plan.duplicates === null ? [] : ["_repeated"]),
    ...(late.length === 0 ? [] : [`_day IN (${late.join(", ")})`]),
  ];
  return loaded(plan, shifted(plan, `SELECT * FROM (${rows}) WHERE ${hits.join(" OR ")}`));
}

/** The value that a column ends up with. */
function broken(plan: TablePlan, column: string): string {
  const name = ident(column);
  if (column === "loaded_at") return `at_us(_loaded) AS ${name}`;
  if (shiftingKey(plan) !== undefined && column === plan.table.eventTime?.column) return `at_us(_at) AS ${name}`;
  const key = plan.foreignKeys.find((k) => k.fk.column === column);
  if (key === undefined) return name;
  const cases = [
    ...(nullable(key) ? [`WHEN ${nullFlag(key)} IS NOT NULL THEN NULL`] : []),
    // Shifting by the number of parents leads past all of them, and never makes two keys one.
    ...(key.orphans === null ? [] : [`WHEN ${orphanFlag(key)} = 1 THEN ${name} + ${key.parentRows}`]),
    ...(needsLater(key) ? [`WHEN ${orphanFlag(key)} = 2 THEN ${laterParent(plan, key)}`] : []),
  ];
  return cases.length === 0 ? name : `CASE ${cases.join(" ")} ELSE ${name} END AS ${name}`;
}

/**
 * The order of a file's rows: by event time, a copy after its row. Joins do not keep the order of their rows in DuckDB, so
 * it is asked for: by their numbers, which follow the event time where nothing has moved it, for one key sorts in three
 * quarters of the memory of three. A snapshot's rows meet no join on their way and are too many to be sorted.
 */
function order(plan: TablePlan): string {
  if (plan.table.kind === "snapshot") return "";
  const row = plan.lag === null ? "_row" : "2 * _row + (_copy > 0)::BIGINT";
  return ` ORDER BY ${shiftingKey(plan) === undefined ? "" : "_at, "}${row}`;
}

/** The rows of a table's file, in its order. */
export function fileRows(plan: TablePlan): string {
  const columns = plan.table.columns.map((c) => broken(plan, c.name));
  return `SELECT ${columns.join(", ")} FROM (${brokenRows(plan)})${order(plan)}`;
}

/** What happened to a row, one expression a defect: its code, or null. */
function codes(plan: TablePlan): string[] {
  const when = (condition: string, code: number | null | undefined): string[] =>
    code == null ? [] : [`CASE WHEN ${condition} THEN ${code} END`];
  return [
    ...plan.foreignKeys.flatMap((key) => [
      ...(nullable(key) ? [nullFlag(key)] : []),
      ...when(`${orphanFlag(key)} = 1`, key.orphans?.missingCode),
      ...when(`${orphanFlag(key)} = 2`, key.orphans?.temporalCode),
    ]),
    ...when("_copy > 0", plan.duplicates?.code),
    // A copy is late of its own accord.
    ...when("_incident AND _copy = 0", plan.lag?.incidentCode),
    ...when("_waited AND _copy = 0", plan.lag?.gap?.code),
  ];
}

/**
 * `(code, key)` of each affected row, in the order of rows; the key is the business key, its parts joined by `/`. Null
 * where nothing happens to the table.
 */
export function affectedRows(plan: TablePlan): string | null {
  const all = codes(plan);
  if (all.length === 0) return null;
  const columns = plan.table.businessKey.map((c) => broken(plan, c));
  const key = plan.table.businessKey.map((c) => `${ident(c)}::VARCHAR`).join(" || '/' || ");
  const flags = all.map((code, i) => `${code} AS _code_${i}`);
  const listed = all.map((_, i) => `_code_${i}`).join(", ");
  const sorted = plan.table.kind === "snapshot" ? "" : " ORDER BY _row, code";
  return `SELECT code, key FROM (
    SELECT _row, ${key} AS key, unnest([${listed}]) AS code FROM (
      SELECT ${["_row", ...columns, ...flags].join(", ")} FROM (${hitRows(plan)})
    )
  ) WHERE code IS NOT NULL${sorted}`;
}
