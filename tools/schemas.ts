/**
 * Writes `schemas/*.schema.json` from the zod models. A test fails when one is stale.
 *
 * Run as `deno task schemas`.
 */
import { join } from "node:path";
import { z } from "zod";
import { archetypes } from "../lib/archetypes/mod.ts";
import { Config } from "../lib/config/schema.ts";
import { Backlog, Clusters, GapRecord, GapsBudget, GapsEvaluation, GapsManifest } from "../lib/contracts/backlog.ts";
import { Budget } from "../lib/contracts/budget.ts";
import { Evaluation } from "../lib/contracts/evaluation.ts";
import { FindingsEvaluation } from "../lib/contracts/findings.ts";
import { HealthCore } from "../lib/contracts/health.ts";
import { Ledger } from "../lib/contracts/ledger.ts";
import { Manifest } from "../lib/contracts/manifest.ts";
import { QcSummary } from "../lib/contracts/qc.ts";
import { Run } from "../lib/contracts/run.ts";
import { ExecSummary } from "../lib/contracts/summary.ts";
import { ThemesReport } from "../lib/contracts/themes.ts";
import { packSchemaFiles } from "../lib/pack/schemas.ts";

/** `data_health.json` of any archetype: the common fields, and every guardrail's block where it applies. */
const guardrails = archetypes.flatMap((archetype) => archetype.guardrails);
const Health = HealthCore.extend(
  Object.fromEntries(guardrails.map(({ id, contract }) => [id, contract.optional()])),
).strict();

/** One line for each JSON file that users read or write: its name, its model, and which side of the model it is. */
const MODELS: readonly (readonly [name: string, model: z.ZodType, io: "input" | "output"])[] = [
  ["config", Config, "input"],
  ["manifest", Manifest, "output"],
  ["run", Run, "output"],
  ["defects", Ledger, "output"],
  ["data_health", Health, "output"],
  ["exec_summary", ExecSummary, "output"],
  ["themes", ThemesReport, "output"],
  ["qc_summary", QcSummary, "output"],
  ["budget", Budget, "output"],
  ["evaluation", Evaluation, "output"],
  ["findings", FindingsEvaluation, "output"],
  ["backlog", Backlog, "output"],
  ["clusters", Clusters, "output"],
  ["gap", GapRecord, "output"],
  ["gaps_budget", GapsBudget, "output"],
  ["gaps_evaluation", GapsEvaluation, "output"],
  ["gaps_manifest", GapsManifest, "output"],
];

/** Text of every schema file by its name; draft 2020-12. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const own = MODELS.map(([name, model, io]): [string, string] => {
    const schema = { ...z.toJSONSchema(model, { io }), $id: `${name}.schema.json` };
    return [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
  });
  return new Map([...own, ...packSchemaFiles()]);
}

if (import.meta.main) {
  const folder = join(import.meta.dirname!, "..", "schemas");
  for (const [name, text] of schemaFiles()) await Deno.writeTextFile(join(folder, name), text);
}
