/** `log.jsonl` of a run: its stages and what it had to say, without times, so that a rerun writes the same bytes. */
import { join } from "node:path";
import type { Progress } from "../core/context.ts";
import { writeFileAtomic } from "./files.ts";

/** Names that `--log-format json` gives to the levels. */
const LEVELS = { info: "INFO", warning: "WARN", error: "ERROR" } as const;

export interface RunLog {
  /** Passes everything on to the progress that it was made with, and keeps the stages. */
  readonly progress: Progress;
  note(level: keyof typeof LEVELS, message: string): void;
  /** Writes the lines so far into `dir`, in the form of `--log-format json` but for its `@timestamp`. */
  write(dir: string, runId: string): Promise<void>;
}

/** A log that hears every stage on its way to the progress given. */
export function openRunLog({ stage, advance }: Progress): RunLog {
  const lines: { readonly level: keyof typeof LEVELS; readonly message: string }[] = [];
  return {
    progress: {
      stage(title) {
        lines.push({ level: "info", message: title });
        stage(title);
      },
      advance,
    },
    note: (level, message) => void lines.push({ level, message }),
    async write(dir, runId) {
      const properties = { run_id: runId };
      const text = lines.map(({ level, message }) =>
        `${JSON.stringify({ level: LEVELS[level], message, logger: "dnr", properties })}\n`
      ).join("");
      await writeFileAtomic(join(dir, "log.jsonl"), text);
    },
  };
}
