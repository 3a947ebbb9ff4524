import type { Archetype, ForeignKey, Table } from "../contracts/archetype.ts";
import type { Offset } from "../core/calendar.ts";
import { dayOfDate, epochUs, localDay, localDayOfUs, startOfLocalDayUs } from "../infra/dialect.ts";
import { ident } from "../infra/sql.ts";
import type { Extent } from "./extent.ts";
import { eventType, joinParent, lookupName, type ReadyLookup, timeColumn, timeKey } from "./parents.ts";

/** SQL expressions of one table's times, over its rows `t`. */
export interface TableSql {
  readonly table: Table;
  readonly extent: Extent;
  /** Instant of the event, µs since 1970 UTC; a DATE stands for the local start of its day. Null without a time. */
  readonly eventUs: string | null;
  /** Local day of the event, days since 1970; null without a time. */
  readonly eventDay: string | null;
  /** Instant of the load, µs since 1970 UTC; null when the table has no `loaded_at`. */
  readonly loadedUs: string | null;
  /** Local day that a row counts for: its event's, or its load's where there is no event time. Null without either. */
  readonly day: string | null;
  /** Join that the expressions above need: to the parent that holds the event time. */
  readonly timeJoin: string;
  /** Joins to all parents, `p0` for the first foreign key and so on; holds {@link timeJoin}. */
  readonly parentJoins: string;
}

function eventTimes(
  table: Table,
  archetype: Archetype,
  offsets: readonly Offset[],
): { eventUs: string; eventDay: string } | null {
  if (table.eventTime === undefined) return null;
  const { column } = table.eventTime;
  const isDate = eventType(table, archetype.tables) === "DATE";
  const via = timeKey(table);
  if (via === undefined) {
    const own = `t.${ident(column)}`;
    if (!isDate) return { eventUs: epochUs(own), eventDay: localDay(own, offsets) };
    return { eventUs: startOfLocalDayUs(dayOfDate(own), offsets), eventDay: dayOfDate(own) };
  }
  const unit = isDate ? "day" : "us";
  const parents = `${parentAlias(table, via)}.${ident(timeColumn({ column, unit }))}`;
  return isDate
    ? { eventUs: startOfLocalDayUs(parents, offsets), eventDay: parents }
    : { eventUs: parents, eventDay: localDayOfUs(parents, offsets) };
}

/** Alias of the parent behind a foreign key in {@link TableSql.parentJoins}. */
export function parentAlias(table: Table, foreignKey: ForeignKey): string {
  return `p${table.foreignKeys.indexOf(foreignKey)}`;
}

/** The expressions and joins of one table. */
export function tableSql(
  table: Table,
  archetype: Archetype,
  extent: Extent,
  lookups: ReadonlyMap<string, ReadyLookup>,
  offsets: readonly Offset[],
): TableSql {
  const event = eventTimes(table, archetype, offsets);
  const eventDay = event?.eventDay ?? null;
  const loadedUs = table.loaded ? epochUs(`t."loaded_at"`) : null;
  const loadedDay = table.loaded ? localDay(`t."loaded_at"`, offsets) : null;
  const everyRowTimed = extent.event !== null && extent.event.rows === extent.rows;
  const day = eventDay === null || loadedDay === null || everyRowTimed
    ? eventDay ?? loadedDay
    : `coalesce(${eventDay}, ${loadedDay})`;
  const joins = table.foreignKeys.map((key) => {
    const lookup = lookups.get(lookupName(key));
    if (lookup === undefined) throw new RangeError(`tableSql() needs the lookup ${lookupName(key)}`);
    return { key, sql: joinParent(key, lookup, parentAlias(table, key)) };
  });
  return {
    table,
    extent,
    eventUs: event?.eventUs ?? null,
    eventDay,
    loadedUs,
    day,
    timeJoin: joins.find(({ key }) => key === timeKey(table))?.sql ?? "",
    parentJoins: joins.map(({ sql }) => sql).join("\n"),
  };
}
