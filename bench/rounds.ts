/** Measurements repeated in turn, so that a busy moment of the machine falls on all of them alike. */
import { type Measured, runMeasured } from "./child.ts";

/** Runs and measures one command line of dnr under `title`; gives its stdout. */
export type Dnr = (title: string, ...args: string[]) => Promise<string>;

/** Command lines that are run one after another in a fresh folder, some on what those before left there. */
export interface Scenario {
  readonly name: string;
  run(dnr: Dnr, dir: string): Promise<void>;
}

/** Medians of one command line's rounds, but the highest of its peaks. */
export interface Median extends Measured {
  readonly scenario: string;
  readonly title: string;
}

const MAIN = new URL("../main.ts", import.meta.url).pathname;

/** The middle of the numbers, the upper one of two. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}

export function medianOf(measured: readonly Measured[]): Measured {
  return {
    ms: median(measured.map(({ ms }) => ms)),
    cpuMs: median(measured.map(({ cpuMs }) => cpuMs)),
    peakMb: Math.max(...measured.map(({ peakMb }) => peakMb)),
  };
}

/** Runs every scenario once a round, each in a folder of its own, so that every command starts from the same state. */
export async function inRounds(rounds: number, scenarios: readonly Scenario[]): Promise<Median[]> {
  const measured = scenarios.map(() => new Map<string, Measured[]>());
  for (let round = 0; round < rounds; round++) {
    for (const [i, scenario] of scenarios.entries()) {
      const dir = await Deno.makeTempDir({ prefix: "dnr-bench-" });
      const dnr: Dnr = async (title, ...args) => {
        const [used, stdout] = await runMeasured(MAIN, args, dir);
        measured[i]!.set(title, [...measured[i]!.get(title) ?? [], used]);
        return stdout;
      };
      try {
        await scenario.run(dnr, dir);
      } finally {
        await Deno.remove(dir, { recursive: true });
      }
    }
  }
  return scenarios.flatMap(({ name: scenario }, i) =>
    Array.from(measured[i]!, ([title, all]) => ({ scenario, title, ...medianOf(all) }))
  );
}
