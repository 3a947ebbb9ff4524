/**
 * Writes `schemas/*.schema.json` from the zod models. A test fails when one is stale.
 *
 * Run as `deno task schemas`.
 */
import { join } from "node:path";
import { z } from "zod";
import { Config } from "../lib/config/schema.ts";
import { HealthCore } from "../lib/contracts/health.ts";
import { Ledger } from "../lib/contracts/ledger.ts";
import { Manifest } from "../lib/contracts/manifest.ts";

/** One line for each JSON file that users read or write: its name, its model, and which side of the model it is. */
const MODELS: readonly (readonly [name: string, model: z.ZodType, io: "input" | "output"])[] = [
  ["config", Config, "input"],
  ["manifest", Manifest, "output"],
  ["defects", Ledger, "output"],
  ["data_health", HealthCore, "output"],
];

/** Text of every schema file by its name; draft 2020-12. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(MODELS.map(([name, model, io]) => {
    const schema = { ...z.toJSONSchema(model, { io }), $id: `${name}.schema.json` };
    return [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
  }));
}

if (import.meta.main) {
  const folder = join(import.meta.dirname!, "..", "schemas");
  for (const [name, text] of schemaFiles()) await Deno.writeTextFile(join(folder, name), text);
}
