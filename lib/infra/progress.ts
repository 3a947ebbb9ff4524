/** Progress of long work: one redrawn line on a terminal, a plain line for each stage elsewhere. */
import type { Progress } from "../core/context.ts";
import type { Terminal } from "./terminal.ts";

export interface ProgressState {
  readonly title: string;
  readonly done: number;
  /** 0 while the number of parts is not known. */
  readonly total: number;
}

const BAR_COLUMNS = 24;

/**
 * The status line of a state.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(statusLine({ title: "writing visits", done: 1, total: 4 }), "██████··················  25% writing visits");
 * assert.equal(statusLine({ title: "writing visits", done: 0, total: 0 }), "writing visits");
 * ```
 */
export function statusLine({ title, done, total }: ProgressState): string {
  if (total <= 0) return title;
  const share = Math.min(1, Math.max(0, done / total));
  const full = Math.floor(share * BAR_COLUMNS);
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  return `${"█".repeat(full)}${"·".repeat(BAR_COLUMNS - full)} ${percent} ${title}`;
}

export interface ProgressOptions {
  readonly quiet: boolean;
  /** Writes a stage where there is no line to redraw. */
  readonly log: (stage: string) => void;
  /** Interrupted work ends at its next stage or part: between two statements the engine has nothing to interrupt. */
  readonly signal: AbortSignal;
}

/** A progress on `terminal`, which `end()` takes away. Throws the signal's reason once that is aborted. */
export function createProgress(
  terminal: Terminal,
  { quiet, log, signal }: ProgressOptions,
): Progress & { end(): void } {
  let title = "";
  return {
    stage(next) {
      signal.throwIfAborted();
      title = next;
      if (quiet) return;
      if (terminal.isTerminal) terminal.status(statusLine({ title, done: 0, total: 0 }));
      else log(title);
    },
    advance(done, total) {
      signal.throwIfAborted();
      if (!quiet) terminal.status(statusLine({ title, done, total }));
    },
    end() {
      terminal.status("");
    },
  };
}
