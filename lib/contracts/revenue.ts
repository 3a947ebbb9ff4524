/**
 * How a company earns, in SQL: what stands behind each row of its tables, and where money goes astray.
 *
 * All SQL here reads the session views of `docs/evidence.md`. Money is integer cents.
 */

/** Revenue behind the rows of a table that states it itself. */
export interface OwnRevenue {
  readonly table: string;
  /**
   * `SELECT w.*, … AS revenue_cents FROM window_T AS w …`, one row for each row of `window_T`, `revenue_cents` a BIGINT
   * without nulls. An extra copy states what it repeats. May read `revenue_` tables of the sources before it.
   */
  readonly sql: string;
}

/** Revenue behind the rows of a dimension: what the rows that lead to it by a foreign key bring, each counted once. */
export interface LedRevenue {
  readonly table: string;
  /** Foreign keys of tables that come before it in the list. */
  readonly from: readonly { readonly table: string; readonly column: string }[];
}

/** A definition of a key figure of revenue that somebody may hold to be the right one. */
export interface Definition {
  readonly title: string;
  /** One SELECT of one row and one column: the window's total in cents. */
  readonly sql: string;
}

/** A key figure of revenue and what it may mean. */
export interface DefinedKpi {
  readonly title: string;
  /** The main fact table of the figure. */
  readonly table: string;
  /** At least two. */
  readonly definitions: readonly Definition[];
}

/** Rows whose money is not accounted for, in a narrow, a plain and a wide reading; each holds the one before. */
export interface RevenueRule {
  readonly table: string;
  readonly column: string;
  /** What the rows are, in words: `invoices unpaid at the end of the window`. */
  readonly title: string;
  /** SQL conditions on a row `r` of `revenue_T`. */
  readonly low: string;
  readonly mid: string;
  readonly high: string;
  /** What tells the three readings apart, in words. */
  readonly basis: string;
}

export interface RevenueModel {
  /**
   * SQL of the revenue of each local day from variable `revenue_start` on, captured and without extra copies:
   * `ds DATE, cents BIGINT`.
   */
  readonly dailySql: string;
  /** The tables that carry revenue, each after those that it reads. */
  readonly sources: readonly (OwnRevenue | LedRevenue)[];
  /** Columns without which a row's money cannot be laid to its account. */
  readonly keys: readonly { readonly table: string; readonly column: string }[];
  /** Money that is owed or unmatched (theme `revenue_coverage_mapping`). */
  readonly coverage: readonly RevenueRule[];
  /** Money that no category, seller or sector can be given (theme `attribution_funnel_gaps`). */
  readonly attribution: readonly RevenueRule[];
  readonly kpis: readonly DefinedKpi[];
}
