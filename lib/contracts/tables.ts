/** What follows from a table's declaration. */
import type { Archetype, ColumnType, ForeignKey, Table } from "./archetype.ts";

/** @throws {RangeError} where the archetype declares no such table. */
export function tableNamed({ id, tables }: Pick<Archetype, "id" | "tables">, name: string): Table {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new RangeError(`tableNamed() needs a table of ${id}: ${name}`);
  return found;
}

/** Type of a declared column. @throws {RangeError} where the table declares no such column. */
export function typeOf(table: Table, column: string): ColumnType {
  const found = table.columns.find(({ name }) => name === column);
  if (found === undefined) throw new RangeError(`typeOf() needs a column of ${table.name}: ${column}`);
  return found.type;
}

/** Columns that name rows: the business key and the foreign keys. */
export function keyColumns(table: Table): string[] {
  return [...new Set([...table.businessKey, ...table.foreignKeys.map(({ column }) => column)])];
}

/** The foreign key that leads to a table's event time, where that is its parent's. */
export function timeKey(table: Table): ForeignKey | undefined {
  return table.foreignKeys.find(({ column }) => column === table.eventTime?.through);
}

/** Type of a table's event time, its parent's where it stands there; null without one. */
export function eventType(archetype: Archetype, table: Table): "DATE" | "TIMESTAMPTZ" | null {
  if (table.eventTime === undefined) return null;
  const via = timeKey(table);
  const holder = via === undefined ? table : tableNamed(archetype, via.parent);
  return typeOf(holder, table.eventTime.column) === "DATE" ? "DATE" : "TIMESTAMPTZ";
}
