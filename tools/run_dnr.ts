/** A command line of `dnr` in this process, with its result as data. */
import { dispatch } from "../commands/dispatch.ts";

/** @throws {Error} where the command ends with anything but 0 or a breached gate. */
export async function runDnr(cwd: string, ...args: string[]): Promise<Record<string, unknown>> {
  let [stdout, stderr] = ["", ""];
  const code = await dispatch([...args, "--json", "--quiet"], {
    version: "0.1.0",
    cwd,
    env: Deno.env.toObject(),
    stdout: (text) => stdout += text,
    stderr: (text) => stderr += text,
    isTerminal: false,
    columns: 80,
    signal: new AbortController().signal,
  });
  if (code > 1) throw new Error(`dnr ${args.join(" ")} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}
