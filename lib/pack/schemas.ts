/** The JSON Schemas of a pack's files, draft 2020-12. */
import { z } from "zod";
import {
  Datasets,
  FreshnessRow,
  Lineage,
  PACK_FILES,
  PackEmail,
  PackHashes,
  PackManifest,
  PackOracle,
  PackQuery,
  PackSlackMessage,
} from "../contracts/pack.ts";
import { PackConfig } from "../contracts/pack_config.ts";

/** Models by schema name, and which side of the model users see. */
const PACK_MODELS: readonly (readonly [name: string, model: z.ZodType, io: "input" | "output"])[] = [
  ["pack_config", PackConfig, "input"],
  ["pack_manifest", PackManifest, "output"],
  ["pack_hashes", PackHashes, "output"],
  ["pack_datasets", Datasets, "output"],
  ["pack_freshness_row", FreshnessRow, "output"],
  ["pack_lineage", Lineage, "output"],
  ["pack_query", PackQuery, "output"],
  ["pack_slack_message", PackSlackMessage, "output"],
  ["pack_email", PackEmail, "output"],
  ["pack_oracle", PackOracle, "output"],
];

/** Name of the schema of each file of a pack: of the whole file, or of each of its rows. */
export const SCHEMA_OF = {
  [PACK_FILES.datasets]: "pack_datasets",
  [PACK_FILES.freshness]: "pack_freshness_row",
  [PACK_FILES.lineage]: "pack_lineage",
  [PACK_FILES.queries]: "pack_query",
  [PACK_FILES.slack]: "pack_slack_message",
  [PACK_FILES.email]: "pack_email",
  [PACK_FILES.manifest]: "pack_manifest",
  [PACK_FILES.hashes]: "pack_hashes",
} as const;
export type PackPath = keyof typeof SCHEMA_OF;

export function schemaFile(name: string): string {
  return `${name}.schema.json`;
}

/** Text of every schema file by its name. */
export function packSchemaFiles(): ReadonlyMap<string, string> {
  return new Map(PACK_MODELS.map(([name, model, io]) => {
    const schema = { ...z.toJSONSchema(model, { io }), $id: schemaFile(name) };
    return [schemaFile(name), `${JSON.stringify(schema, null, 2)}\n`];
  }));
}

/** The model that a JSON Schema describes. @throws {Error} where it uses what zod cannot express. */
export function modelOf(schema: unknown): z.ZodType {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}
