/** Messages about the work, to stderr: sentences for people, or JSON lines for machines. */
import { configureSync, getJsonLinesFormatter, getLogger, type LogRecord } from "@logtape/logtape";
import type { Terminal } from "./terminal.ts";

export const LOG_LEVELS = ["debug", "info", "warning", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export const LOG_FORMATS = ["text", "json"] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export interface LogOptions {
  /** The least level that is written. */
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Stands in every JSON line. */
  readonly runId: string;
}

/** Takes plain sentences: nothing in them is a placeholder. */
export type Log = Readonly<Record<LogLevel, (message: string) => void>>;

/** `warning: …`; an ordinary message stands alone. */
function sentence(record: LogRecord): string {
  const text = record.message.map(String).join("");
  return record.level === "info" ? text : `${record.level}: ${text}`;
}

/** Directs all logging of the process to `terminal`. */
export function createLog(terminal: Terminal, { level, format, runId }: LogOptions): Log {
  const formatted = format === "json" ? getJsonLinesFormatter() : sentence;
  configureSync({
    reset: true,
    sinks: { stderr: (record) => terminal.line(formatted(record).trimEnd()) },
    loggers: [
      { category: "dnr", sinks: ["stderr"], lowestLevel: level },
      { category: ["logtape", "meta"], sinks: ["stderr"], lowestLevel: "error" },
    ],
  });
  const logger = getLogger("dnr").with({ run_id: runId });
  const write = (at: LogLevel) => (message: string): void => {
    logger[at](message.replaceAll("{", "{{").replaceAll("}", "}}"));
  };
  return { debug: write("debug"), info: write("info"), warning: write("warning"), error: write("error") };
}
