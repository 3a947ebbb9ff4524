/** What a command is given, and what it gives back. */
import type { Config } from "../lib/config/schema.ts";
import type { Source } from "../lib/config/sources.ts";
import type { Context } from "../lib/core/context.ts";

export interface Session {
  readonly context: Context;
  readonly config: Config;
  /** Where each setting comes from; see `lib/config/load.ts`. */
  readonly sources: ReadonlyMap<string, Source>;
  /** `--no-llm` was given. */
  readonly noLlm: boolean;
  /** `--config`, for a command that has a configuration of its own. */
  readonly configFile: string | undefined;
}

/** What dispatch prints to stdout: the summary and what was written, or all of it as JSON. */
export interface Outcome {
  /** The result for `--json`. */
  readonly result: Readonly<Record<string, unknown>>;
  /** The same for people: a short table. */
  readonly summary: readonly string[];
  /** Files and folders written, as the user may name them. */
  readonly wrote: readonly string[];
  /** The command to run next. */
  readonly next?: string;
  /** 0 unless a gate failed (1), or data does not fit its schema (3). */
  readonly exitCode?: 0 | 1 | 3;
}

export type Action = (session: Session) => Promise<Outcome>;
