import type { Archetype, ForeignKey, Table } from "../contracts/archetype.ts";
import { eventType, timeKey } from "../contracts/tables.ts";
import type { Offset } from "../core/calendar.ts";
import { dateOfDay, dayOfDate, epochUs, localDay, localDayOfUs, startOfLocalDayUs } from "../infra/dialect.ts";
import { ident } from "../infra/sql.ts";
import type { Extent } from "./extent.ts";
import { lookupName, matchParent, type ParentMatch, type ReadyLookup, timeColumn } from "./parents.ts";

/** SQL expressions of one table's times, over its rows `t`. */
export interface TableSql {
  readonly table: Table;
  readonly extent: Extent;
  /** When the event happened; null without a time. */
  readonly event: EventSql | null;
  /** Instant of the load, µs since 1970 UTC; null when the table has no `loaded_at`. */
  readonly loadedUs: string | null;
  /** From the event to the load, µs; null when the table lacks either. */
  readonly lagUs: string | null;
  /** Local day that a row counts for: its event's, or its load's where there is no event time. Null without either. */
  readonly day: string | null;
  /** What rows are grouped by to be grouped by {@link day}: a stored DATE is cheaper than an expression over it. */
  readonly dayKey: string | null;
  /** Join that the expressions above need: to the parent that holds the event time. */
  readonly timeJoin: string;
  /** Of each foreign key: its check, with a join as `p0` for the first and so on. */
  readonly parents: readonly ParentMatch[];
}

/** An event time in its three forms. */
export interface EventSql {
  /** Instant, µs since 1970 UTC; a DATE stands for the local start of its day. */
  readonly us: string;
  /** Local day, days since 1970. */
  readonly day: string;
  /** Local DATE. */
  readonly date: string;
}

function eventSql(table: Table, archetype: Archetype, offsets: readonly Offset[]): EventSql | null {
  if (table.eventTime === undefined) return null;
  const { column } = table.eventTime;
  const isDate = eventType(archetype, table) === "DATE";
  const via = timeKey(table);
  const unit = isDate ? "date" : "us";
  const stored = via === undefined
    ? `t.${ident(column)}`
    : `${parentAlias(table, via)}.${ident(timeColumn({ column, unit }))}`;
  if (isDate) {
    const day = dayOfDate(stored);
    return { us: startOfLocalDayUs(day, offsets), day, date: stored };
  }
  const us = via === undefined ? epochUs(stored) : stored;
  const day = localDayOfUs(us, offsets);
  return { us, day, date: dateOfDay(day) };
}

/** Alias of the parent behind a foreign key in {@link TableSql.parents}. */
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
  const event = eventSql(table, archetype, offsets);
  const loadedUs = table.loaded ? epochUs(`t."loaded_at"`) : null;
  const loadedDay = table.loaded ? localDay(`t."loaded_at"`, offsets) : null;
  const everyRowTimed = table.eventTime?.through === undefined && extent.complete.has(table.eventTime?.column ?? "");
  const eventOnly = event !== null && (loadedDay === null || everyRowTimed);
  const day = event === null || eventOnly ? event?.day ?? loadedDay : `coalesce(${event.day}, ${loadedDay})`;
  const parents = table.foreignKeys.map((key) => {
    const lookup = lookups.get(lookupName(key));
    if (lookup === undefined) throw new RangeError(`tableSql() needs the lookup ${lookupName(key)}`);
    return matchParent(table, key, lookup, parentAlias(table, key));
  });
  return {
    table,
    extent,
    event,
    loadedUs,
    lagUs: event === null || loadedUs === null ? null : `(${loadedUs} - ${event.us})`,
    day,
    dayKey: eventOnly && eventType(archetype, table) === "DATE" ? event.date : day,
    timeJoin: parents[table.foreignKeys.findIndex((key) => key === timeKey(table))]?.join ?? "",
    parents,
  };
}
