/** Every gate of `dnr validate`, in the order of the seed's "Validation Suite". */
import type { QcCheck, QcCounts, QcStatus, QcSummary } from "../contracts/qc.ts";
import { skipped } from "./check.ts";
import { duplicates } from "./duplicates.ts";
import { files } from "./files.ts";
import { foreignKeys } from "./foreign_keys.ts";
import { type Gate, type Gathered } from "./gate.ts";
import { guardrails } from "./guardrails.ts";
import { keyNulls } from "./key_nulls.ts";
import { lag } from "./lag.ts";
import { nullSpikes } from "./null_spikes.ts";
import { recount } from "./recount.ts";
import { reproducibility } from "./reproducibility.ts";
import { monetization, taxonomy } from "./sanity.ts";
import { schema } from "./schema.ts";
import { seasonality } from "./seasonality.ts";
import { trajectory } from "./trajectory.ts";
import { volumes } from "./volumes.ts";
import { writeGaps } from "./write_gaps.ts";

/** A gate of communications, which a warehouse alone cannot pass or fail. */
function ofComms(id: string, title: string): Gate {
  return { id, title, run: () => [{ gate: id, ...skipped(id, "no comms were given") }] };
}

export const GATES: readonly Gate[] = [
  files,
  schema,
  volumes,
  keyNulls,
  foreignKeys,
  duplicates,
  lag,
  nullSpikes,
  writeGaps,
  recount,
  seasonality,
  taxonomy,
  monetization,
  trajectory,
  ofComms("comms_volumes", "Comms volumes and bucket mix"),
  ofComms("theme_mix", "Theme mix"),
  ofComms("nlq", "NLQ token caps and parse rates"),
  ofComms("event_correlation", "Correlation hooks near injected events"),
  reproducibility,
  ofComms("llm_spend", "LLM spend within its caps"),
  guardrails,
];

function count(checks: readonly QcCheck[]): QcCounts {
  const of = (status: QcStatus): number => checks.filter((check) => check.status === status).length;
  return { pass: of("pass"), fail: of("fail"), skip: of("skip") };
}

function statusOf({ pass, fail }: QcCounts): QcStatus {
  return fail > 0 ? "fail" : pass > 0 ? "pass" : "skip";
}

/** Runs every gate on the evidence. */
export function runGates(gathered: Gathered, about: Pick<QcSummary, "archetype" | "version">): QcSummary {
  const results = GATES.map(({ id, title, run }) => ({ id, title, checks: run(gathered) }));
  const checks = results.flatMap((result) => result.checks);
  const counts = count(checks);
  return {
    schema_version: "1.0",
    ...about,
    passed: counts.fail === 0,
    counts,
    gates: results.map(({ id, title, checks }) => {
      const counts = count(checks);
      return { gate: id, title, status: statusOf(counts), counts };
    }),
    checks,
  };
}
