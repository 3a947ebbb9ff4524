/** Commands as a user runs them, beside what they may take. */
import { count } from "../lib/core/quantity.ts";
import { markdownTable } from "./markdown_table.ts";
import { inRounds, type Scenario } from "./rounds.ts";

/** Wall time that a command may take on 2 cores, in milliseconds, where a limit was set. */
const LIMIT_MS: Readonly<Record<string, number>> = {
  "gen-comms": 20_000,
  "gaps gen --llm off": 15_000,
  "quickstart --fast": 20_000,
  "quickstart": 120_000,
  "--version": 150,
};

/** Section 6 of the specification: peak of every command at evaluation scale, 1.5 GB. */
const LIMIT_MB = 1_500;

export async function commandsTable(scenarios: readonly Scenario[], rounds: number): Promise<string> {
  const medians = await inRounds(rounds, scenarios);
  return markdownTable(
    ["what", "command", "ms", "limit", "CPU ms", "peak MB", "limit MB"],
    medians.map(({ scenario, title, ms, cpuMs, peakMb }) => {
      const limit = LIMIT_MS[title];
      return [
        scenario,
        title,
        count(ms),
        limit === undefined ? "" : count(limit),
        count(cpuMs),
        count(peakMb),
        count(LIMIT_MB),
      ];
    }),
  );
}
