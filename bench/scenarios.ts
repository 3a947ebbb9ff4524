/** What is measured: the commands in the order in which a user runs them, the embedded model answering. */
import { join } from "node:path";
import type { Archetype, Scale } from "../lib/contracts/archetype.ts";
import type { Scenario } from "./rounds.ts";

const LOCAL = ["--llm-provider", "local"];

/**
 * A company from nothing to the checked report.
 *
 * @param flags Further ones of `gen-warehouse`.
 */
export function company({ id }: Archetype, scale: Scale, flags: readonly string[] = []): Scenario {
  const [warehouse, comms, report] = [`data/${id}`, `comms/${id}`, `reports/${id}`];
  return {
    name: id,
    async run(dnr) {
      await dnr("gen-warehouse", "gen-warehouse", "--archetype", id, "--scale", scale, ...flags);
      await dnr("gen-comms", "gen-comms", "--archetype", id, ...LOCAL);
      const reported = await dnr(
        "run-report",
        ...["run-report", "--warehouse", warehouse, "--comms", comms, ...LOCAL, "--json"],
      );
      const { run_id: run } = JSON.parse(reported) as { run_id: string };
      await dnr("explain", "explain", "--report", report);
      await dnr("validate --strict", "validate", "--warehouse", warehouse, "--comms", comms, "--strict");
      await dnr("eval-labels", "eval-labels", "--pred", `runs/${run}/preds`);
      await dnr("run-report --no-llm", "run-report", "--warehouse", warehouse, "--no-llm", "--out", "health");
    },
  };
}

/** 5,000 queries and threads. */
const LARGE_PACK = "counts: { nl_queries: 3000, slack_threads: 1500, email_threads: 500 }\n";

export const datagap: Scenario = {
  name: "datagap",
  async run(dnr, dir) {
    await Deno.writeTextFile(join(dir, "config.yaml"), LARGE_PACK);
    await dnr("pack gen", "pack", "gen", "--config", "config.yaml", "--seed", "7", "--out", "packs/large");
    await dnr("pack validate", "pack", "validate", "--pack", "packs/large");
    await dnr("gaps gen --llm off", "gaps", "gen", "--pack", "packs/large", "--out", "report", "--llm", "off");
  },
};

export const quickstarts: readonly Scenario[] = ["quickstart --fast", "quickstart"].map((title) => ({
  name: "both companies",
  async run(dnr) {
    await dnr(title, ...title.split(" "), ...LOCAL);
  },
}));

/** Too short to be measured once. */
const STARTS = 10;

export const startUp: Scenario = {
  name: "start-up",
  async run(dnr) {
    for (let i = 0; i < STARTS; i++) {
      await dnr("--version", "--version");
      await dnr("--help", "--help");
    }
  },
};
