import assert from "node:assert/strict";
import { createLog, type LogFormat, type LogLevel } from "../../lib/infra/log.ts";
import { createTerminal } from "../../lib/infra/terminal.ts";

function logged(level: LogLevel, format: LogFormat): string[] {
  let written = "";
  const write = (text: string): void => void (written += text);
  const terminal = createTerminal({ write, isTerminal: false, columns: 80, noColor: undefined });
  const log = createLog(terminal, { level, format, runId: "abc" });
  log.debug("a detail");
  log.info("writing {visits}");
  log.warning("little disk left");
  return written.trimEnd().split("\n");
}

Deno.test("createLog() writes sentences from its level up, braces and all", () => {
  assert.deepEqual(logged("info", "text"), ["writing {visits}", "warning: little disk left"]);
  assert.deepEqual(logged("debug", "text")[0], "debug: a detail");
  assert.deepEqual(logged("warning", "text"), ["warning: little disk left"]);
});

Deno.test("createLog() writes JSON lines that carry the run id", () => {
  const lines = logged("info", "json").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map((line) => [line.level, line.message, line.properties.run_id]), [
    ["INFO", "writing {visits}", "abc"],
    ["WARN", "little disk left", "abc"],
  ]);
});
