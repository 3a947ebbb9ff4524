/** Runs SQL that somebody else wrote, so that it can do no more than read the tables it was given, for a short while. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Table } from "../contracts/archetype.ts";
import { objection, Parsed } from "./jail_guard.ts";
import { ident, literal } from "./sql.ts";

type Named = Pick<Table, "name" | "columns">;

export interface JailOptions {
  /** Absolute path of the folder that holds a Parquet file for each table; null: the tables are empty. */
  readonly warehouse: string | null;
  readonly tables: readonly Named[];
  readonly threads?: number | undefined;
  /** DuckDB's own notation, such as `512MB`. */
  readonly memoryLimit: string;
  /** Of one statement. */
  readonly timeoutMs: number;
}

/** `error`: one line, why the statement is refused or failed. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly error: string };

/** Takes one statement at a time: a time limit interrupts whatever runs. */
export interface Jail extends AsyncDisposable {
  /** Whether the statement is a plain query that fits the tables; nothing is run. */
  parse(sql: string): Promise<Outcome<object>>;
  /** Runs the statement and counts the rows that it gives; none is kept. */
  run(sql: string): Promise<Outcome<{ readonly rows: number }>>;
}

/** Light SQL is a tenth of it; deep nests need more. */
const LONGEST_SQL = 4_000;
const LONGEST_ERROR = 200;

function relation({ name, columns }: Named, file: string | undefined): string {
  if (file !== undefined) return `CREATE VIEW ${ident(name)} AS SELECT * FROM read_parquet(${literal(file)})`;
  return `CREATE TABLE ${ident(name)} (${columns.map((column) => `${ident(column.name)} ${column.type}`).join(", ")})`;
}

/** The order counts: the last two statements can't be taken back, not even by us. */
function lockdown(files: readonly string[]): readonly string[] {
  return [
    "SET TimeZone = 'UTC'",
    // No spilling: a sort too large for the memory limit fails.
    "SET temp_directory = ''",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    `SET allowed_paths = [${files.map(literal).join(", ")}]`,
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ];
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0]!.slice(0, LONGEST_ERROR);
}

/** The tree of the statement, made without planning it: preparing some statements already writes. */
async function parsed(connection: DuckDBConnection, sql: string): Promise<Parsed> {
  const reader = await connection.runAndReadAll("SELECT json_serialize_sql($sql::VARCHAR)::VARCHAR", { sql });
  return Parsed.parse(JSON.parse(String(reader.getRows()[0]![0])));
}

/**
 * Opens an engine of its own that knows the tables and nothing else. Three walls: only plain queries out of
 * closed lists are planned (`jail_guard.ts`); the engine is locked, with no file but the tables' own, no network, extension
 * or setting; a statement has a time limit, and the engine a memory limit.
 */
export async function openJail(options: JailOptions): Promise<Jail> {
  const { StatementType, DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: options.memoryLimit,
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
  });
  const connection = await instance.connect();
  const names = options.tables.map(({ name }) => name);
  const { warehouse } = options;
  const files = warehouse === null ? [] : names.map((name) => `${warehouse}/${name}.parquet`);
  for (const [i, table] of options.tables.entries()) await connection.run(relation(table, files[i]));
  for (const statement of lockdown(files)) await connection.run(statement);

  const plan = async (sql: string) => {
    if (sql.length > LONGEST_SQL) throw new RangeError(`the statement is too long: ${sql.length} characters`);
    const fault = objection(await parsed(connection, sql), names);
    if (fault !== undefined) throw new RangeError(fault);
    const statement = await connection.prepare(sql);
    if (statement.statementType !== StatementType.SELECT) throw new RangeError("the statement is not a query");
    return statement;
  };
  const inTime = async <T>(work: (late: () => boolean) => Promise<T>): Promise<Outcome<T>> => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      connection.interrupt();
    }, options.timeoutMs);
    try {
      return { ok: true, ...await work(() => late) };
    } catch (error) {
      return { ok: false, error: late ? `stopped after ${options.timeoutMs} ms` : oneLine(error) };
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    parse: (sql) =>
      inTime(async () => {
        (await plan(sql)).destroySync();
        return {};
      }),
    run: (sql) =>
      inTime(async (late) => {
        const statement = await plan(sql);
        try {
          const result = await statement.stream();
          let rows = 0;
          for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0;) {
            if (late()) throw new RangeError("late");
            rows += chunk.rowCount;
            chunk = await result.fetchChunk();
          }
          return { rows };
        } finally {
          statement.destroySync();
        }
      }),
    [Symbol.asyncDispose]() {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}
