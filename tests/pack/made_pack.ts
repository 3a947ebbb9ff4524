/** A small pack in memory, and what `checkPack` says of it. */
import { PACK_FILES } from "../../lib/contracts/pack.ts";
import { PackConfig } from "../../lib/contracts/pack_config.ts";
import { checkPack, type PackSchemas, type Problem } from "../../lib/pack/check/mod.ts";
import { packFiles, sha256 } from "../../lib/pack/files.ts";
import { generatePack, type Pack } from "../../lib/pack/generate.ts";
import { modelOf, packSchemaFiles, SCHEMA_OF, schemaFile } from "../../lib/pack/schemas.ts";

export const smallConfig = PackConfig.parse({
  counts: { datasets: 20, nl_queries: 30, slack_threads: 20, email_threads: 10, users: 12 },
  gaps_per_class: 2,
});

export const smallPack: Pack = generatePack(smallConfig, 11, "0.1.0");
export const smallFiles: ReadonlyMap<string, string> = packFiles(smallPack.content, smallPack.manifest);

const texts = packSchemaFiles();
export const schemas = Object.fromEntries(
  Object.entries(SCHEMA_OF).map(([path, name]) => [path, modelOf(JSON.parse(texts.get(schemaFile(name))!))]),
) as PackSchemas;

/** Files whose digests say what they hold, whatever that is. */
export function rehashed(files: ReadonlyMap<string, string>): Map<string, string> {
  const others = [...files].filter(([path]) => path !== PACK_FILES.hashes);
  const digests = Object.fromEntries(others.map(([path, text]) => [path, sha256(text)]));
  return new Map([
    ...others,
    [PACK_FILES.hashes, `${JSON.stringify({ schema_version: "1.0", files: digests }, null, 2)}\n`],
  ]);
}

export function problemsOf(files: ReadonlyMap<string, string | Uint8Array>, strays: readonly string[] = []): Problem[] {
  const encoder = new TextEncoder();
  const bytes = new Map(
    [...files].map(([path, text]) => [path, typeof text === "string" ? encoder.encode(text) : text]),
  );
  return [...checkPack(bytes, strays, schemas).problems];
}
