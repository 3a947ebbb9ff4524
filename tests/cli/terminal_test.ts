import assert from "node:assert/strict";
import { createProgress } from "../../lib/infra/progress.ts";
import { createTerminal, type Terminal } from "../../lib/infra/terminal.ts";

const signal = new AbortController().signal;

function recorded(options: { isTerminal: boolean; columns?: number; noColor?: string }): [Terminal, () => string] {
  let written = "";
  const terminal = createTerminal({
    columns: 80,
    noColor: undefined,
    ...options,
    write: (text) => written += text,
  });
  return [terminal, () => written];
}

/** What a terminal shows after all its control codes are obeyed, line by line. */
function screen(written: string): string[] {
  return written.split("\n").map((line) => line.slice(line.lastIndexOf("\x1b[2K") + 1).replace("[2K", ""));
}

Deno.test("createProgress() redraws one line on a terminal and removes it at the end", () => {
  const [terminal, written] = recorded({ isTerminal: true });
  const progress = createProgress(terminal, { quiet: false, log: assert.fail, signal });
  progress.stage("writing visits");
  progress.advance(1, 2);
  assert.deepEqual(screen(written()), ["████████████············  50% writing visits"]);
  terminal.line("a warning");
  assert.deepEqual(screen(written()), ["a warning", "████████████············  50% writing visits"]);
  progress.end();
  assert.deepEqual(screen(written()), ["a warning", ""]);
});

Deno.test("createProgress() writes one plain line for each stage elsewhere", () => {
  const [terminal, written] = recorded({ isTerminal: false });
  const progress = createProgress(terminal, { quiet: false, log: terminal.line, signal });
  progress.stage("writing visits");
  for (const done of [1, 2, 3]) progress.advance(done, 3);
  progress.stage("writing shops");
  progress.end();
  assert.equal(written(), "writing visits\nwriting shops\n");
});

Deno.test("createProgress() says nothing when quiet, and still ends interrupted work", () => {
  const [terminal, written] = recorded({ isTerminal: true });
  const controller = new AbortController();
  const progress = createProgress(terminal, { quiet: true, log: assert.fail, signal: controller.signal });
  progress.stage("writing visits");
  progress.advance(1, 2);
  assert.equal(written(), "");
  controller.abort();
  assert.throws(() => progress.stage("writing shops"), { name: "AbortError" });
  assert.throws(() => progress.advance(2, 2), { name: "AbortError" });
});

Deno.test("createTerminal() cuts the status line to the width and survives a width of 0", () => {
  const [narrow, written] = recorded({ isTerminal: true, columns: 20 });
  narrow.status("x".repeat(100));
  assert.equal(written(), "x".repeat(19));
  assert.equal(recorded({ isTerminal: true, columns: 0 })[0].columns, 80);
});

Deno.test("alarm() is red on a terminal alone, and not under NO_COLOR", () => {
  const cases: [boolean, string | undefined, boolean][] = [
    [true, undefined, true],
    [true, "", true],
    [true, "1", false],
    [false, undefined, false],
  ];
  for (const [isTerminal, noColor, colors] of cases) {
    const options = noColor === undefined ? { isTerminal } : { isTerminal, noColor };
    assert.equal(recorded(options)[0].alarm("error"), colors ? "\x1b[31merror\x1b[39m" : "error");
  }
});
