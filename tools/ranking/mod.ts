/**
 * The ranking over many seeds (specification, section 10): the first three actions against those that follow from the
 * ledger and the labels, the gates of `validate`, what a clean warehouse yields, and what becomes of one defect made four
 * times worse.
 *
 * Run as `deno task ranking [SEEDS] [SCALE]`, by default 20 seeds at evaluation scale. Ends with 1 where a promise is broken.
 */
import { join } from "node:path";
import { z } from "zod";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { FindingsEvaluation } from "../../lib/contracts/findings.ts";
import { QcSummary } from "../../lib/contracts/qc.ts";
import { ExecSummary } from "../../lib/contracts/summary.ts";
import { runDnr } from "../run_dnr.ts";

const LEAST_PRECISION = 0.9;
/** The setting that makes a defect worse, and the theme that must then lead. */
const WORSE = [
  ["orphan", "join_keys_orphans"],
  ["duplicate", "duplicates_dedup"],
  ["lag", "freshness_ingest_lag"],
  ["key_null", "revenue_coverage_mapping"],
] as const;

const FindingsResult = z.object({ findings: FindingsEvaluation });
const ReportResult = z.object({ summary: ExecSummary });
const ValidateResult = z.object({ summary: QcSummary });

interface World {
  readonly archetype: string;
  readonly scale: string;
  readonly seed: number;
  readonly quality?: string;
  /** A defect that is four times as frequent. */
  readonly worse?: string;
}

/** Generates, reads and ranks one company in a folder of its own, and hands the report to `judge`. */
async function inWorld<T>(world: World, judge: (dir: string, summary: ExecSummary) => Promise<T> | T): Promise<T> {
  const { archetype, scale, seed, quality = "typical", worse } = world;
  const dir = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(
      join(dir, "settings.yaml"),
      worse === undefined ? "{}\n" : `warehouse: { defects: { ${worse}: 4 } }\n`,
    );
    const common = ["--archetype", archetype, "--config", "settings.yaml"];
    await runDnr(dir, "gen-warehouse", ...common, "--seed", String(seed), "--scale", scale, "--quality", quality);
    await runDnr(dir, "gen-comms", ...common, "--seed", String(seed + 1));
    const inputs = ["--warehouse", `data/${archetype}`, "--comms", `comms/${archetype}`];
    const { summary } = ReportResult.parse(await runDnr(dir, "run-report", ...inputs, "--llm-provider", "local"));
    return await judge(dir, summary);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const [seeds = 20, scale = "evaluation"] = [
  Deno.args[0] === undefined ? undefined : Number(Deno.args[0]),
  Deno.args[1],
];
let broken = 0;

function tell(holds: boolean, line: string): void {
  if (!holds) broken++;
  console.log(`${holds ? "holds " : "BROKEN"} ${line}`);
}

for (const { id: archetype } of archetypes) {
  const precisions: number[] = [];
  const failed: string[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const { actions } = await inWorld({ archetype, scale, seed }, async (dir) => {
      const inputs = ["--warehouse", `data/${archetype}`, "--comms", `comms/${archetype}`];
      const { checks } = ValidateResult.parse(await runDnr(dir, "validate", ...inputs, "--strict")).summary;
      failed.push(
        ...checks.filter(({ status }) => status === "fail").map(({ gate, check }) => `${seed}: ${gate}: ${check}`),
      );
      const result = await runDnr(dir, "eval-findings", "--report", `reports/${archetype}`);
      return FindingsResult.parse(result).findings;
    });
    precisions.push(actions!.precision);
    if (actions!.precision < 1) {
      console.log(`       seed ${seed}: ${actions!.reported.join(", ")}; oracle ${actions!.oracle.join(", ")}`);
    }
  }
  const mean = precisions.reduce((sum, one) => sum + one, 0) / precisions.length;
  tell(
    mean >= LEAST_PRECISION,
    `${archetype}: mean precision of the first three over ${seeds} seeds: ${mean.toFixed(3)}`,
  );
  tell(failed.length === 0, `${archetype}: gates that fail over ${seeds} seeds: ${failed.join("; ") || "none"}`);
  const clean = await inWorld({ archetype, scale, seed: 1, quality: "clean" }, (_, { actions }) => actions);
  const backed = clean.filter(({ health_backed }) => health_backed).map(({ id }) => id);
  tell(backed.length === 0, `${archetype}: health-backed actions of a clean warehouse: ${backed.join(", ") || "none"}`);
  for (const [worse, theme] of WORSE) {
    const first = await inWorld({ archetype, scale, seed: 1, worse }, (_, { actions }) => actions[0]);
    tell(first?.theme === theme, `${archetype}: ${worse} four times worse: first is ${first?.id ?? "nothing"}`);
  }
}
if (broken > 0) Deno.exit(1);
