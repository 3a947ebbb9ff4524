/** The program `dnr`, and the two that it is under other names: hands the outside world to the commands, and their answer to the shell. */
import process from "node:process";
import { programOf } from "./commands/programs.ts";
import manifest from "./deno.json" with { type: "json" };

function writer(stream: { writeSync(data: Uint8Array): number }): (text: string) => void {
  const encoder = new TextEncoder();
  return (text) => {
    const bytes = encoder.encode(text);
    try {
      for (let written = 0; written < bytes.length;) written += stream.writeSync(bytes.subarray(written));
    } catch (error) {
      // The reader has seen enough, as in `dnr config show | head -3`.
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    }
  };
}

/** A signal that the first Ctrl-C aborts; the second ends the process on the spot. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) Deno.exit(130);
    controller.abort();
  };
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  return controller.signal;
}

function columns(): number {
  try {
    return Deno.consoleSize().columns;
  } catch {
    return 0;
  }
}

/**
 * The commands, imported by a computed path: a literal one would have Deno resolve every module and package below them
 * before `--version` could answer.
 */
async function commands(): Promise<typeof import("./commands/dispatch.ts")> {
  return await import(import.meta.resolve("./commands/dispatch.ts"));
}

async function main(given: readonly string[]): Promise<number> {
  const { args, say } = programOf(process.argv0, given);
  const [out, err] = [writer(Deno.stdout), writer(Deno.stderr)];
  const stdout = (text: string): void => out(say(text));
  if (args[0] === "--version") {
    stdout(`${manifest.version}\n`);
    return 0;
  }
  const { dispatch } = await commands();
  return await dispatch(args, {
    version: manifest.version,
    cwd: Deno.cwd(),
    env: Deno.env.toObject(),
    stdout,
    stderr: (text) => err(say(text)),
    isTerminal: Deno.stderr.isTerminal(),
    columns: columns(),
    signal: interruption(),
  });
}

Deno.exit(await main(Deno.args));
