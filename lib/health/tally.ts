import type { Table } from "../contracts/archetype.ts";
import { keyColumns } from "../contracts/tables.ts";
import type { Counts, DayCounts } from "./cells.ts";
import type { LagQuantiles } from "./lag.ts";

/** All counts of some rows of a table: a local day, the window, or the whole file. */
export interface Tally extends Counts {
  /** Extra copies of a business key among the rows. */
  readonly duplicates: number;
  /** Null when no row has both times. */
  readonly lag: LagQuantiles | null;
}

function added(sums: readonly number[], values: readonly number[]): number[] {
  return sums.map((sum, i) => sum + values[i]!);
}

/** Sums the days of a table; quantiles do not add up, and are given. */
export function tally(
  table: Table,
  days: readonly DayCounts[],
  copies: ReadonlyMap<number | null, number>,
  lag: LagQuantiles | null,
): Tally {
  const keys = table.foreignKeys.map(() => 0);
  const none: Counts = {
    rows: 0,
    nulls: keyColumns(table).map(() => 0),
    missing: keys,
    temporal: keys,
    lagRows: 0,
    late: 0,
  };
  const counts = days.reduce<Counts>((sum, day) => ({
    rows: sum.rows + day.rows,
    nulls: added(sum.nulls, day.nulls),
    missing: added(sum.missing, day.missing),
    temporal: added(sum.temporal, day.temporal),
    lagRows: sum.lagRows + day.lagRows,
    late: sum.late + day.late,
  }), none);
  return { ...counts, duplicates: days.reduce((sum, { day }) => sum + (copies.get(day) ?? 0), 0), lag };
}
