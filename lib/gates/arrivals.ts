import { z } from "zod";
import type { Archetype, ArrivalProcess } from "../contracts/archetype.ts";
import { DAY_US, offsets, type Period } from "../core/calendar.ts";
import { dateOfDay, epochUs, localDayOfUs, localHourOfUs } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { ident } from "../infra/sql.ts";

const HourCount = z.strictObject({ ds: z.string(), hour: z.int(), rows: z.int() });
/** Rows whose event fell into one local hour of one local day. */
export type HourCount = z.infer<typeof HourCount>;

/** Events of an arrival process, as the table that it feeds came to hold them. */
export interface ArrivalCounts {
  readonly process: ArrivalProcess;
  readonly hours: readonly HourCount[];
}

/** Counts the rows of each table that an arrival process feeds. Needs the views `first_T` that measuring leaves. */
export async function countArrivals(duck: Duck, archetype: Archetype, period: Period): Promise<ArrivalCounts[]> {
  const clock = offsets(period.tz, period.startUs - DAY_US, period.endUs + DAY_US);
  const found: ArrivalCounts[] = [];
  for (const process of archetype.generator.arrivals) {
    const table = archetype.tables.find(({ name }) => name === process.feeds);
    if (table?.eventTime === undefined) continue;
    const us = epochUs(ident(table.eventTime.column));
    const hours = await duck.rows(
      `SELECT CAST(${dateOfDay("day")} AS VARCHAR) AS ds, hour, n AS rows FROM (
        SELECT ${localDayOfUs(us, clock)} AS day, CAST(${localHourOfUs(us, clock)} AS INTEGER) AS hour, count(*) AS n
        FROM ${ident(`first_${table.name}`)} WHERE ${ident(table.eventTime.column)} IS NOT NULL GROUP BY 1, 2
      ) AS counted ORDER BY 1, 2`,
      HourCount,
    );
    found.push({ process, hours });
  }
  return found;
}
