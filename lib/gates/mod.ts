/** Every gate of `dnr validate`, in the order of the seed's "Validation Suite". */
import type { QcCheck, QcCounts, QcStatus, QcSummary } from "../contracts/qc.ts";
import { commsFiles, commsLabelFiles, commsSchema } from "./comms/files.ts";
import { commsLabels, eventCorrelation } from "./comms/labels.ts";
import { relevanceMix, themeMix } from "./comms/mix.ts";
import { llmSpend } from "./comms/spend.ts";
import { commsIdentity, commsIntegrity, commsTokens, commsWindow, nearDuplicates, nlq } from "./comms/texts.ts";
import { commsRoles, commsVolumes } from "./comms/volumes.ts";
import { duplicates } from "./duplicates.ts";
import { files } from "./files.ts";
import { foreignKeys } from "./foreign_keys.ts";
import type { Gate, Gathered } from "./gate.ts";
import { guardrails } from "./guardrails.ts";
import { keyNulls } from "./key_nulls.ts";
import { lag } from "./lag.ts";
import { nullSpikes } from "./null_spikes.ts";
import { recount } from "./recount.ts";
import { commsReproducibility, reproducibility } from "./reproducibility.ts";
import { monetization, taxonomy } from "./sanity.ts";
import { schema } from "./schema.ts";
import { seasonality } from "./seasonality.ts";
import { trajectory } from "./trajectory.ts";
import { volumes } from "./volumes.ts";
import { writeGaps } from "./write_gaps.ts";

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
  commsFiles,
  commsSchema,
  commsLabelFiles,
  commsVolumes,
  commsRoles,
  relevanceMix,
  themeMix,
  commsIntegrity,
  commsWindow,
  commsTokens,
  nlq,
  commsIdentity,
  nearDuplicates,
  commsLabels,
  eventCorrelation,
  reproducibility,
  commsReproducibility,
  llmSpend,
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
