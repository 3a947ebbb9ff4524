/**
 * Preloaded into a measured process (`deno run --preload bench/meter.ts …`): at its end it writes what the process used
 * as the last line of stderr, `{ cpuMs, peakMb }`.
 *
 * The peak is the kernel's VmHWM of this process alone (Linux); getrusage would begin with the memory of the parent.
 */
import process from "node:process";

const KIB_PER_MB = 1e6 / 1024;

function usage(): string {
  const { user, system } = process.cpuUsage();
  const peakKib = Number(/VmHWM:\s+(\d+) kB/.exec(Deno.readTextFileSync("/proc/self/status"))?.[1] ?? NaN);
  return JSON.stringify({ cpuMs: Math.round((user + system) / 1000), peakMb: Math.round(peakKib / KIB_PER_MB) });
}

globalThis.addEventListener("unload", () => {
  Deno.stderr.writeSync(new TextEncoder().encode(`\n${usage()}`));
});
