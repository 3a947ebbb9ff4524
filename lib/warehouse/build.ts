import { z } from "zod";
import type { Archetype, Quality, Table } from "../contracts/archetype.ts";
import type { Ledger } from "../contracts/ledger.ts";
import type { Progress } from "../core/context.ts";
import type { Duck } from "../infra/duck.ts";
import { copyToParquet } from "../infra/parquet.ts";
import { ident, literal } from "../infra/sql.ts";
import { fileRows } from "./emit.ts";
import { makeLedger, writeDefectRows } from "./ledger.ts";
import { orphanRate, planDefects, TEMPORAL_SHARE } from "./plan.ts";
import { type DefectFactors, type Rates, ratesOf } from "./quality.ts";
import { makeSupport } from "./support.ts";
import { drawOf, openWorld, type WorldOptions } from "./world.ts";

export interface BuildOptions extends Omit<WorldOptions, "variables"> {
  readonly quality: Quality;
  readonly factors: DefectFactors;
  /** Existing folders, written into as they are. */
  readonly data: string;
  readonly meta: string;
  /** Where the engine may keep what does not fit its memory. */
  readonly spill: string;
  readonly progress: Progress;
}

const Threads = z.strictObject({ threads: z.int() });
const RowCount = z.strictObject({ n: z.int() });

/** Shares that a generator needs before it runs, for rows that it adds itself ahead of their parents. */
function temporalRates(options: BuildOptions, rates: Rates): Record<string, number> {
  const draws = { draw: (stream: string): () => number => drawOf(options, stream) };
  return Object.fromEntries(
    options.archetype.tables.flatMap((table) =>
      table.foreignKeys.filter((fk) => fk.temporal === "early-rows").map((fk) => [
        `temporal_rate:${table.name}.${fk.column}`,
        orphanRate(draws, rates, table.name, fk.column) * TEMPORAL_SHARE,
      ])
    ),
  );
}

/**
 * DuckDB ends a row group where a chunk ends when it has one thread, and by count when it has more: with two at least,
 * the bytes of a file do not tell how many there were.
 */
async function useTwoThreads(duck: Duck): Promise<void> {
  const { threads } = await duck.row("SELECT current_setting('threads')::INTEGER AS threads", Threads);
  if (threads < 2) await duck.run("SET threads = 2");
}

/**
 * Rows that come unsorted are cut into row groups by several threads at whatever place the fastest had reached: a group
 * that is less than a chunk short of its size when it is looked at stays so. One thread always cuts at the same rows.
 */
async function onOneThread(duck: Duck, write: () => Promise<void>): Promise<void> {
  const { threads } = await duck.row("SELECT current_setting('threads')::INTEGER AS threads", Threads);
  await duck.run("SET threads = 1");
  await write();
  await duck.run(`SET threads = ${threads}`);
}

/** Generates one company, breaks it, and writes its tables, the affected rows, and returns the ledger of defects. */
export async function buildWarehouse(duck: Duck, options: BuildOptions): Promise<Ledger> {
  const { archetype, progress, quality } = options;
  const rates = ratesOf(quality, options.factors);
  progress.stage(`${archetype.id}: drawing the clean company`);
  await useTwoThreads(duck);
  // A COPY holds a whole row group of its source in memory, with all the rows that these unfold into.
  await duck.run(`ATTACH ${literal(`${options.spill}/blocks.duckdb`)} AS blocks (ROW_GROUP_SIZE 8192)`);
  const world = await openWorld(duck, { ...options, variables: temporalRates(options, rates) });
  const plan = await planDefects(world, rates);
  await makeSupport(world, plan);
  // Joins run as they are written, small tables to the right: guesses of how many rows a draw meets would reorder them.
  await duck.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
  const rowsOf = new Map<string, number>();
  for (const [done, table] of plan.tables.entries()) {
    progress.stage(`${archetype.id}: writing ${table.table.name}`);
    progress.advance(done, plan.tables.length);
    const file = `${options.data}/${table.table.name}.parquet`;
    const copy = copyToParquet(fileRows(table), file);
    if (table.table.kind === "snapshot") await onOneThread(duck, () => world.run(copy));
    else await world.run(copy);
    rowsOf.set(
      table.table.name,
      (await duck.row(`SELECT count(*) AS n FROM read_parquet(${literal(file)})`, RowCount)).n,
    );
  }
  progress.stage(`${archetype.id}: writing the ledger of defects`);
  const defectRows = `${options.meta}/defect_rows.parquet`;
  await writeDefectRows(world, plan, defectRows);
  return await makeLedger(world, plan, quality, defectRows, rowsOf);
}

function emptyColumns(table: Table): string {
  return table.columns.map((c) => `NULL::${c.type} AS ${ident(c.name)}`).join(", ");
}

/** Writes every table with the right columns and types, and no rows. */
export async function writeEmptyTables(duck: Duck, archetype: Archetype, data: string): Promise<void> {
  for (const table of archetype.tables) {
    await duck.run(copyToParquet(`SELECT ${emptyColumns(table)} WHERE FALSE`, `${data}/${table.name}.parquet`));
  }
}
