/** Tables that are made row by row in memory (messages, labels, predictions), each written as one Parquet file. */
import { z } from "zod";

/** A column: the engine's type, and the model of its value in JavaScript. */
export interface RowColumn<T = unknown> {
  readonly type: "VARCHAR" | "VARCHAR[]" | "BOOLEAN" | "INTEGER" | "BIGINT" | "DOUBLE" | "TIMESTAMP WITH TIME ZONE";
  readonly schema: z.ZodType<T>;
}

export const text: RowColumn<string> = { type: "VARCHAR", schema: z.string() };
export const texts: RowColumn<string[]> = { type: "VARCHAR[]", schema: z.array(z.string()) };
export const flag: RowColumn<boolean> = { type: "BOOLEAN", schema: z.boolean() };
export const integer: RowColumn<number> = { type: "BIGINT", schema: z.int() };
export const real: RowColumn<number> = { type: "DOUBLE", schema: z.number() };
/** Whole microseconds since 1970 UTC; a TIMESTAMPTZ in the file. */
export const instant: RowColumn<number> = { type: "TIMESTAMP WITH TIME ZONE", schema: z.int() };

/** Text out of a closed list. */
export function oneOf<const V extends readonly [string, ...string[]]>(values: V): RowColumn<V[number]> {
  return { type: "VARCHAR", schema: z.enum(values) as unknown as z.ZodType<V[number]> };
}

/** The column with nulls allowed. */
export function orNull<T>(column: RowColumn<T>): RowColumn<T | null> {
  return { type: column.type, schema: column.schema.nullable() };
}

export interface RowTable<C extends Readonly<Record<string, RowColumn>> = Readonly<Record<string, RowColumn>>> {
  /** Also the name of its file, `{name}.parquet`. */
  readonly name: string;
  readonly columns: C;
}

export function rowTable<C extends Readonly<Record<string, RowColumn>>>(name: string, columns: C): RowTable<C> {
  return { name, columns };
}

/** The type of a table's rows. */
export type Row<T> = T extends RowTable<infer C>
  ? { readonly [K in keyof C]: C[K] extends RowColumn<infer V> ? V : never }
  : never;
