import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import type { z } from "zod";
import { ident, literal } from "./sql.ts";

export interface DuckOptions {
  /** Database file; in memory when absent. */
  readonly path?: string;
  readonly readOnly?: boolean;
  readonly threads?: number | undefined;
  /** DuckDB's own notation, such as `1GB`. */
  readonly memoryLimit?: string | undefined;
  /** Where the engine may spill. */
  readonly tempDir?: string;
}

/** Values that a statement may be given, by name. */
export type Params = Readonly<Record<string, string | number | bigint | boolean | null>>;

/** A session with the engine. Rows leave it through {@link Duck.rows} alone. */
export interface Duck extends AsyncDisposable {
  /** Runs statements that return nothing of interest. */
  run(sql: string, params?: Params): Promise<void>;
  /**
   * Rows parsed with `schema`. Integers come as numbers (a value past 2^53 throws), lists as arrays; select dates and
   * timestamps as text or as µs, for they have no faithful JavaScript value.
   */
  rows<T>(sql: string, schema: z.ZodType<T>, params?: Params): Promise<T[]>;
  /** The only row of a statement that must return exactly one. */
  row<T>(sql: string, schema: z.ZodType<T>, params?: Params): Promise<T>;
  /** Sets a session variable, read in SQL with `getvariable('name')`. */
  set(name: string, value: number | bigint | string): Promise<void>;
  /** Appends numbers, in their order, to a table whose only column is a `USMALLINT`: many times faster than as text. */
  append(table: string, numbers: Uint16Array): Promise<void>;
  /** Stops the statement that is running. */
  interrupt(): void;
}

/** Rows of the engine's own unit of work. */
const CHUNK_ROWS = 2048;

type Plain = string | number | boolean | null | Plain[];

function plain(value: DuckDBValue): Plain {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (typeof value === "bigint") {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`Duck.rows() cannot hold ${value} exactly`);
    return number;
  }
  if (typeof value === "object" && "items" in value) return (value.items as DuckDBValue[]).map(plain);
  throw new TypeError(`Duck.rows() has no plain form for ${value?.constructor?.name}: select it as text or as µs`);
}

function variable(value: number | bigint | string): string {
  if (typeof value === "string") return literal(value);
  if (typeof value === "bigint") return `${value}::UBIGINT`;
  return Number.isInteger(value) ? `${value}::BIGINT` : `${value}::DOUBLE`;
}

/**
 * Opens the engine in UTC with insertion order kept: the same statements give the same bytes on any machine. Operators
 * may not hold back small chunks of rows: DuckDB 1.5 lets later ones pass them on the way into a COPY, even with
 * insertion order kept and one thread.
 */
export async function openDuck(options: DuckOptions = {}): Promise<Duck> {
  const { DuckDBDataChunk, DuckDBInstance, USMALLINT } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(options.path ?? ":memory:", {
    ...(options.readOnly ? { access_mode: "READ_ONLY" } : {}),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    ...(options.tempDir === undefined ? {} : { temp_directory: options.tempDir }),
  });
  const connection: DuckDBConnection = await instance.connect();
  const read = async (sql: string, params?: Params): Promise<Record<string, Plain>[]> => {
    const reader = await connection.runAndReadAll(sql, params === undefined ? undefined : { ...params });
    return reader.getRowObjects().map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))
    );
  };
  const duck: Duck = {
    async run(sql, params) {
      await connection.run(sql, params === undefined ? undefined : { ...params });
    },
    async rows(sql, schema, params) {
      return (await read(sql, params)).map((row) => schema.parse(row));
    },
    async row(sql, schema, params) {
      const rows = await read(sql, params);
      if (rows.length !== 1) throw new RangeError(`Duck.row() wants one row: found ${rows.length}`);
      return schema.parse(rows[0]);
    },
    async set(name, value) {
      await connection.run(`SET VARIABLE ${ident(name)} = ${variable(value)}`);
    },
    async append(table, numbers) {
      const appender = await connection.createAppender(table);
      for (let at = 0; at < numbers.length; at += CHUNK_ROWS) {
        const values = [...numbers.subarray(at, at + CHUNK_ROWS)];
        const chunk = DuckDBDataChunk.create([USMALLINT], values.length);
        chunk.setColumnValues(0, values);
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    },
    interrupt() {
      connection.interrupt();
    },
    [Symbol.asyncDispose]() {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
  await duck.run("SET TimeZone = 'UTC'; SET preserve_insertion_order = true; SET enable_caching_operators = false");
  return duck;
}
