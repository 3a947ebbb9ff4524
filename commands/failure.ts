/** What is said, and which exit code given, when a command does not end well. */
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { printable } from "../lib/core/format.ts";
import { EXIT, UserError } from "../lib/core/errors.ts";
import { machineFault } from "../lib/infra/faults.ts";
import { writeFileAtomic } from "../lib/infra/files.ts";
import type { Terminal } from "../lib/infra/terminal.ts";
import type { World } from "./dispatch.ts";

export interface Failure {
  readonly args: readonly string[];
  readonly world: Pick<World, "version" | "cwd" | "signal">;
  readonly terminal: Terminal;
  /** Show stack traces. */
  readonly debug: boolean;
}

/** Names one command line of one version: the same again gives the same id. */
export function runIdOf(args: readonly string[], version: string): string {
  return createHash("sha256").update(JSON.stringify([version, args])).digest("hex").slice(0, 12);
}

/** Writes one readable message to stderr and gives the exit code. */
export async function reportFailure(error: unknown, failure: Failure): Promise<number> {
  const { world, terminal, debug } = failure;
  if (world.signal.aborted) {
    terminal.line("interrupted: nothing unfinished was left behind");
    return EXIT.interrupted;
  }
  const fault = error instanceof UserError ? error : machineFault(error);
  if (fault === undefined) return await reportInternal(error, failure);
  terminal.line(`${terminal.alarm("error:")} ${printable(fault.message)}`);
  if (fault.hint !== undefined) terminal.line(`hint: ${printable(fault.hint)}`);
  if (debug) terminal.line(stackOf(error));
  return fault.exitCode;
}

async function reportInternal(error: unknown, { args, world, terminal, debug }: Failure): Promise<number> {
  const runId = runIdOf(args, world.version);
  const path = join("runs", runId, "error.log");
  const text = `dnr ${world.version}\n${JSON.stringify(args)}\n${stackOf(error)}\n`;
  const kept = await writeFileAtomic(resolve(world.cwd, path), text).then(() => true, () => false);
  terminal.line(`${terminal.alarm("internal error:")} ${printable(firstLine(error))}`);
  terminal.line(kept ? `run ${runId}: the details are in ${path}` : `run ${runId}: its log could not be written`);
  if (debug || !kept) terminal.line(stackOf(error));
  else terminal.line("hint: this is a fault of dnr, not yours; --log-level debug shows where it happened");
  return EXIT.internal;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split("\n", 1)[0]!;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
