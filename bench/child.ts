/** A process of its own, so that its time, CPU and peak memory are its own. */
import { z } from "zod";

const Usage = z.strictObject({ cpuMs: z.int(), peakMb: z.int() });

export interface Measured extends z.infer<typeof Usage> {
  /** Wall time from the start of the process to its end. */
  readonly ms: number;
}

const METER = new URL("./meter.ts", import.meta.url).pathname;

/**
 * Runs a script by Deno to its end and measures it.
 *
 * @throws {Error} with what it wrote to stderr, where it ends with anything but 0.
 */
export async function runMeasured(
  script: string,
  args: readonly string[],
  cwd: string,
): Promise<[Measured, stdout: string]> {
  // All permissions, for the meter: the kernel's figures are open to no less.
  const run = ["run", "--allow-all", "--preload", METER, script, ...args];
  const command = new Deno.Command(Deno.execPath(), { args: run, cwd });
  const start = performance.now();
  const output = await command.output();
  const ms = Math.round(performance.now() - start);
  const [stdout, stderr] = [output.stdout, output.stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (!output.success) throw new Error(`${[script, ...args].join(" ")} ended with ${output.code}:\n${stdout}${stderr}`);
  const usage = Usage.parse(JSON.parse(stderr!.slice(stderr!.lastIndexOf("\n") + 1)));
  return [{ ms, ...usage }, stdout!];
}
