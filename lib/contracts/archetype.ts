/**
 * What a synthetic company declares. Generation, defects, metrics, figures and gates work from these values alone: a
 * third company is one more folder and one line in the registry.
 */
import type { Guardrail } from "./guardrail.ts";
import type { RevenueModel } from "./revenue.ts";
import type { Talk } from "./talk.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type ColumnType = "BIGINT" | "INTEGER" | "VARCHAR" | "DATE" | "TIMESTAMPTZ";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** How a foreign key comes to be older than the row it points at, where the defect profile asks for that. */
export type TemporalFailure =
  /** The row points at one of the parents created after it. */
  | "later-parent"
  /** The row's own event time is moved before its parent's. */
  | "earlier-event"
  /** The generator itself adds rows that precede their parent, marked `_temporal` (keys that must stay unique). */
  | "early-rows";

export interface ForeignKey {
  readonly column: string;
  readonly parent: string;
  /** The parent's key column. */
  readonly parentKey: string;
  /** Column of the parent that the row's event time must not precede; absent: only a missing id can fail. */
  readonly notBefore?: string;
  /** A null counts as a violation. False for a hierarchy whose roots have no parent. */
  readonly required: boolean;
  /** How the generator realises temporal failures; absent: every failure is a missing id. */
  readonly temporal?: TemporalFailure;
  /** False for reference data that no defect touches. */
  readonly defects: boolean;
}

/** Where a row's event time stands. */
export interface EventTime {
  /** TIMESTAMPTZ or DATE (a DATE counts as the local start of that day). */
  readonly column: string;
  /** Set when the time is the parent's: the foreign-key column that leads to the table holding {@link column}. */
  readonly through?: string;
}

export interface Table {
  readonly name: string;
  readonly kind: "dimension" | "fact" | "snapshot";
  readonly columns: readonly Column[];
  /** Columns that together name a row once. Integers (or a DATE), never hit by key nulls. */
  readonly businessKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Absent for reference data without a time. */
  readonly eventTime?: EventTime;
  /** True when the table has `loaded_at`: it then has lag, duplicates and write gaps. */
  readonly loaded: boolean;
  /** How its rows arrive: many small loads, or a few batches for a thin table. */
  readonly load?: "stream" | "batch";
  /** Columns on which null spikes may fall; they need some hundred rows a day to be seen. */
  readonly spikeColumns?: readonly string[];
  /** May be hit by the write gap. */
  readonly writeGap?: boolean;
}

export const SCALES = ["fast", "evaluation", "large"] as const;
export type Scale = (typeof SCALES)[number];
export const QUALITIES = ["clean", "typical", "severe"] as const;
export type Quality = (typeof QUALITIES)[number];
export const TRAJECTORIES = ["T1", "T2", "T3"] as const;
export type Trajectory = (typeof TRAJECTORIES)[number];

/** A non-homogeneous Poisson process in local time: the intensity is the product of the curves. */
export interface ArrivalProcess {
  /** Names the table `events_<name>` that the generator's statements read. */
  readonly name: string;
  /** Expected number of events over the whole period, by scale. */
  readonly total: Readonly<Record<Scale, number>>;
  /** Weight of each local hour, 24 numbers. */
  readonly hours: readonly number[];
  /** Weight of each weekday, Monday first, 7 numbers. */
  readonly weekdays: readonly number[];
  /** Weight of each month, January first, 12 numbers. */
  readonly months: readonly number[];
  /** Further factor of one local day (paydays, holidays). `ds` is `YYYY-MM-DD`. */
  readonly day?: (ds: string) => number;
  /** Table that gets one row an event: its event times are held against the curves. */
  readonly feeds?: string;
}

/** Plain data that statements read as table `ref_<name>`. */
export interface ReferenceTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: "BIGINT" | "INTEGER" | "VARCHAR" | "DOUBLE" }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * The clean world before defects.
 *
 * `statements` run in order in one DuckDB session that holds, ready to read:
 * - `events_<arrival>(_row, _at, _day)` in order of `_at` (µs since 1970 UTC, whole minutes); `_day` counts local days
 *   from the period's first, `_row` counts events from 0;
 * - `ref_<name>` tables, and `days(_day, ds DATE, start_us, end_us, weekday, growth)`;
 * - the macros of `lib/warehouse/macros.sql` and `local_day_of(us)`: `u64(key, 'stream')`, `u01(key, 'stream')` and
 *   `gauss(key, 'stream')` draw from named streams, each named by a literal; `size('name')`; `at_us(us)` (timestamp);
 *   `period_start_us()`, `period_end_us()`;
 * - the schema `blocks`, for tables whose rows unfold into many;
 * - the variables `first_day`, `tz`, `monthly_growth`, and for each foreign key of `early-rows`
 *   `temporal_rate:<table>.<column>`, the share of rows wanted ahead of their parent.
 *
 * They must leave, for each table T, a relation `base_T` with T's columns except `loaded_at`, plus `_row` (unique; dense
 * from 0 but for a snapshot), `_at` (the time that foreign keys compare: event, creation, activation; µs; 0 for reference
 * data) and `_day` (its local day, negative before the period). A dimension's key is `_row + 1`, in order of `_at`. A
 * table whose foreign key is `earlier-event` also has `_not_before` (the parent's time, µs), one of `early-rows` also
 * `_temporal`. The file is sorted by `_at` and `_row`; a snapshot's base must be in order, and meet no join on the way.
 * `keys_T`, where it exists, holds those columns and the business key alone, cheaper to scan than `base_T`.
 */
export interface Generator {
  readonly arrivals: readonly ArrivalProcess[];
  readonly references: readonly ReferenceTable[];
  /** Named sizes that statements read with `size('name')`. */
  readonly sizes: Readonly<Record<Scale, Readonly<Record<string, number>>>>;
  readonly statements: readonly string[];
}

/** A key figure. Its rows come from {@link Archetype.kpiSql}. */
export interface Kpi {
  readonly id: string;
  readonly title: string;
  readonly unit: "cents" | "count" | "ratio";
  /**
   * How days make a window: `sum` of the days, `last` value of the window, or the `ratio` of the summed numerators
   * and denominators.
   */
  readonly over: "sum" | "last" | "ratio";
}

/** Volume target of one table, for the gates: expected rows by scale, checked within ±10 %. */
export type VolumeTargets = Readonly<Record<string, Readonly<Record<Scale, number>>>>;

/** A value of the archetype's own that must lie from `min` to `max`. Its value comes from {@link Archetype.checkSql}. */
export interface SanityCheck {
  readonly id: string;
  readonly title: string;
  /** Which gate lists it. */
  readonly gate: "taxonomy" | "monetization" | "seasonality";
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

export interface Archetype {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly Table[];
  readonly generator: Generator;
  readonly volumes: VolumeTargets;
  readonly kpis: readonly Kpi[];
  /**
   * SQL over one view per table (`T`: all rows as they lie; `first_T`: duplicates removed, earliest `loaded_at` kept),
   * with the macro `local_day(ts)` (DATE) and the variables `window_from`, `window_to` (DATE, inclusive), yielding
   * `kpi VARCHAR, ds DATE, numerator BIGINT, denominator BIGINT (null unless a ratio)`, one row a local day.
   */
  readonly kpiSql: string;
  readonly guardrails: readonly Guardrail[];
  /** What makes a generated company of this kind credible; none for files made elsewhere. */
  readonly checks?: readonly SanityCheck[];
  /** SQL over the same views as {@link kpiSql}, yielding `id VARCHAR, value DOUBLE`, one row for each of `checks`. */
  readonly checkSql?: string;
  /** How people call its tables and columns; without it no entities are found. */
  readonly vocabulary?: Vocabulary;
  /** How it earns; without it no money stands behind a gap. */
  readonly revenue?: RevenueModel;
  /** What its people talk about; without it `gen-comms` has nothing to write. */
  readonly talk?: Talk;
}
