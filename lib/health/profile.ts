import type { Archetype, Table } from "../contracts/archetype.ts";
import type { WriteGap } from "../contracts/health.ts";
import type { Offset } from "../core/calendar.ts";
import { numberedParquet, parquet } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { type DayCounts, foldTable } from "./cells.ts";
import { findExtraCopies } from "./duplicates.ts";
import { findGaps } from "./gaps.ts";
import { type LagFindings, lagQuantiles } from "./lag.ts";
import { findSilences } from "./silences.ts";
import type { TableSql } from "./table_sql.ts";
import type { DayRange } from "./windows.ts";

/** What one table was found to hold. */
export interface TableProfile {
  readonly sql: TableSql;
  readonly table: Table;
  /** Oldest first; the rows without any time stand first, under day null. */
  readonly days: readonly DayCounts[];
  /** Extra copies by local day. */
  readonly copies: ReadonlyMap<number | null, number>;
  readonly lag: LagFindings;
  readonly gaps: readonly WriteGap[];
}

const NO_LAG: LagFindings = { days: new Map(), window: null, period: null };

/**
 * Measures one table: a scan of its file, one of its business key where that does not lie within the day, one of its
 * times, and one of its keys where it holds duplicates.
 */
export async function profileTable(
  duck: Duck,
  input: {
    readonly archetype: Archetype;
    readonly sql: TableSql;
    readonly path: string;
    readonly offsets: readonly Offset[];
    readonly window: DayRange;
    readonly lagSloMin: number;
  },
): Promise<TableProfile> {
  const { archetype, sql, path, offsets, window, lagSloMin } = input;
  const { table } = sql;
  const relation = parquet(path);
  const days = await foldTable(duck, sql, relation, archetype, lagSloMin);
  const copies = table.businessKey.length === 0
    ? new Map<number | null, number>()
    : await findExtraCopies(duck, sql, relation, numberedParquet(path));
  if (sql.lagUs === null) return { sql, table, days, copies, lag: NO_LAG, gaps: [] };
  const lag = await lagQuantiles(duck, sql, relation, window);
  const gaps = lag.period === null
    ? []
    : findGaps(table.name, await findSilences(duck, sql, relation, offsets, lag.period.p95));
  return { sql, table, days, copies, lag, gaps };
}
