import { z } from "zod";
import type { Archetype, ForeignKey, Table } from "../contracts/archetype.ts";
import { eventType, tableNamed, timeKey, typeOf } from "../contracts/tables.ts";
import type { Offset } from "../core/calendar.ts";
import { dateOfDay, epochUs, localDay } from "../infra/dialect.ts";
import type { Duck } from "../infra/duck.ts";
import { ident } from "../infra/sql.ts";

/** How a parent's time is compared: to the microsecond (µs since 1970 UTC), or by local DATE where either side is one. */
export type TimeUnit = "us" | "date";

/** A time of the parent that its children ask for. */
interface ParentTime {
  readonly column: string;
  readonly unit: TimeUnit;
}

/** One row per key of a parent table, its duplicates folded: the earliest time of the copies counts. */
export interface ParentLookup {
  /** Temporary table with `key`, `present` (true) and a column per time. */
  readonly name: string;
  readonly parent: Table;
  readonly key: string;
  readonly times: readonly ParentTime[];
}

/** A lookup that stands in the session. */
export interface ReadyLookup extends ParentLookup {
  /**
   * Set when the keys are all the integers from `low` to `high`: the table then also holds `low - 1`, present null, for
   * whatever matches no key, so that an inner join keeps every row. An engine can do that one by array access.
   */
  readonly dense: { readonly low: string; readonly high: string } | null;
}

export function timeColumn({ column, unit }: ParentTime): string {
  return `${column}_${unit}`;
}

/** How a child's event time is compared with `column` of its parent. */
export function unitOf(archetype: Archetype, child: Table, parent: Table, column: string): TimeUnit {
  return typeOf(parent, column) === "DATE" || eventType(archetype, child) === "DATE" ? "date" : "us";
}

/** The times that a table asks of the parent behind one of its foreign keys. */
function timesAsked(archetype: Archetype, table: Table, key: ForeignKey): ParentTime[] {
  const parent = tableNamed(archetype, key.parent);
  const times: ParentTime[] = [];
  if (key.notBefore !== undefined && table.eventTime !== undefined) {
    times.push({ column: key.notBefore, unit: unitOf(archetype, table, parent, key.notBefore) });
  }
  if (table.eventTime !== undefined && timeKey(table) === key) {
    times.push({ column: table.eventTime.column, unit: eventType(archetype, table) === "DATE" ? "date" : "us" });
  }
  return times;
}

/** The lookups that an archetype's foreign keys need, one per parent and key column. */
export function parentLookups(archetype: Archetype): ParentLookup[] {
  const lookups = new Map<string, ParentLookup>();
  for (const table of archetype.tables) {
    for (const foreignKey of table.foreignKeys) {
      const name = lookupName(foreignKey);
      const known = lookups.get(name)?.times ?? [];
      const asked = timesAsked(archetype, table, foreignKey)
        .filter((time) => !known.some((other) => timeColumn(other) === timeColumn(time)));
      const parent = tableNamed(archetype, foreignKey.parent);
      lookups.set(name, { name, parent, key: foreignKey.parentKey, times: [...known, ...asked] });
    }
  }
  return [...lookups.values()];
}

/** Name of the lookup that a foreign key is checked against. */
export function lookupName({ parent, parentKey }: ForeignKey): string {
  return `parent_${parent}_${parentKey}`;
}

function timeSql(parent: Table, { column, unit }: ParentTime, offsets: readonly Offset[]): string {
  const earliest = `min(${ident(column)})`;
  if (typeOf(parent, column) === "DATE") return earliest;
  return unit === "date" ? dateOfDay(localDay(earliest, offsets)) : epochUs(earliest);
}

const Shape = z.object({ dense: z.boolean().nullable(), low: z.string().nullable(), high: z.string().nullable() });

/** Builds a lookup from the rows in `relation`, as a temporary table of the session. */
export async function createLookup(
  duck: Duck,
  lookup: ParentLookup,
  relation: string,
  offsets: readonly Offset[],
): Promise<ReadyLookup> {
  const key = ident(lookup.key);
  const times = lookup.times.map((time) => `, ${timeSql(lookup.parent, time, offsets)} AS ${ident(timeColumn(time))}`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${ident(lookup.name)} AS
    SELECT ${key} AS "key", true AS present${
    times.join("")
  } FROM ${relation} WHERE ${key} IS NOT NULL GROUP BY ${key}`);
  const type = typeOf(lookup.parent, lookup.key);
  if (type !== "BIGINT" && type !== "INTEGER") return { ...lookup, dense: null };
  const { dense, low, high } = await duck.row(
    `SELECT CAST(max("key") AS DECIMAL(38, 0)) - min("key") + 1 = count(*) AS dense,
      CAST(min("key") AS VARCHAR) AS low, CAST(max("key") AS VARCHAR) AS high FROM ${ident(lookup.name)}`,
    Shape,
  );
  if (!dense || low === null || high === null) return { ...lookup, dense: null };
  await duck.run(`INSERT INTO ${ident(lookup.name)} ("key") SELECT min("key") - 1 FROM ${ident(lookup.name)}`);
  return { ...lookup, dense: { low, high } };
}

/** How the rows `t` of a child meet their parents. */
export interface ParentMatch {
  /** Join to the lookup as `alias`, which keeps every row of `t` once; empty where none is needed. */
  readonly join: string;
  /** Not null where the row's parent exists. */
  readonly found: string;
}

/** SQL of one foreign key's check, and of the join that its parent's times need. */
export function matchParent(table: Table, foreignKey: ForeignKey, lookup: ReadyLookup, alias: string): ParentMatch {
  const column = `t.${ident(foreignKey.column)}`;
  const found = `${alias}.present`;
  if (lookup.dense === null) {
    return { join: `LEFT JOIN ${ident(lookup.name)} AS ${alias} ON ${alias}."key" = ${column}`, found };
  }
  const { low, high } = lookup.dense;
  const inside = `${column} BETWEEN ${low} AND ${high}`;
  const timed = table.eventTime !== undefined && (foreignKey.notBefore !== undefined || timeKey(table) === foreignKey);
  if (!timed) return { join: "", found: `CASE WHEN ${inside} THEN 1 END` };
  return {
    join: `JOIN ${
      ident(lookup.name)
    } AS ${alias} ON ${alias}."key" = CASE WHEN ${inside} THEN ${column} ELSE ${low} - 1 END`,
    found,
  };
}
