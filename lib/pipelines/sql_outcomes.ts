/** What becomes of the statements of queries: planned on empty tables, or run on the warehouse, always in the jail. */
import type { SqlOutcome } from "../comms/rows.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { Context } from "../core/context.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { readManifest, verifyFiles } from "../infra/files.ts";
import { type Jail, openJail } from "../infra/jail.ts";

/** Light SQL needs a fraction of either. */
const LIMITS = { memoryLimit: "512MB", timeoutMs: 10_000 } as const;

/** Whether each statement can be planned on the archetype's tables. */
export async function parseStatements(
  context: Context,
  { id, tables }: Archetype,
  statements: readonly string[],
): Promise<SqlOutcome[]> {
  context.progress.stage(`${id}: parsing statements`);
  await using jail = await openJail({ ...LIMITS, warehouse: null, tables, threads: context.resources.threads });
  return await each(context, statements, async (sql) => {
    const { ok } = await jail.parse(sql);
    return { success: ok, latencyMs: null, rows: null };
  });
}

/**
 * What each statement gave on a warehouse, and how long it took by the clock.
 *
 * @param warehouse Absolute path.
 * @throws {UserError} where the folder is no warehouse of the archetype (exit 2), or is damaged (exit 3).
 */
export async function runStatements(
  context: Context,
  { id, tables }: Archetype,
  warehouse: string,
  statements: readonly string[],
): Promise<SqlOutcome[]> {
  context.progress.stage(`${id}: checking the warehouse`);
  const manifest = await readManifest(warehouse);
  if (manifest.kind !== "warehouse" || manifest.archetype !== id) {
    throw new UserError(
      `cannot run statements on ${warehouse}: it holds ${manifest.kind} of ${manifest.archetype}, wanted a warehouse of ${id}`,
      { exitCode: EXIT.badInput, hint: "name the company's warehouse: --warehouse DIR" },
    );
  }
  await verifyFiles(warehouse, manifest);
  context.progress.stage(`${id}: running statements`);
  await using jail = await openJail({ ...LIMITS, warehouse, tables, threads: context.resources.threads });
  return await each(context, statements, (sql) => timed(jail, sql));
}

async function timed(jail: Jail, sql: string): Promise<SqlOutcome> {
  // A duration is what is asked for here; --help says that it differs from run to run.
  const start = performance.now();
  const outcome = await jail.run(sql);
  const latencyMs = performance.now() - start;
  return { success: outcome.ok, latencyMs, rows: outcome.ok ? outcome.rows : 0 };
}

/** One after the other: a jail takes one statement at a time. */
async function each(
  { progress, signal }: Context,
  statements: readonly string[],
  judge: (sql: string) => Promise<SqlOutcome>,
): Promise<SqlOutcome[]> {
  const outcomes: SqlOutcome[] = [];
  for (const sql of statements) {
    signal.throwIfAborted();
    outcomes.push(await judge(sql));
    progress.advance(outcomes.length, statements.length);
  }
  return outcomes;
}
