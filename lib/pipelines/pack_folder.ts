/** Packs as they lie on disk, and the schemas that they are held against. */
import { join, resolve } from "node:path";
import type { z } from "zod";
import { PACK_FILES } from "../contracts/pack.ts";
import { UserError } from "../core/errors.ts";
import { textIfThere } from "../infra/json_file.ts";
import { settled } from "../infra/staging.ts";
import { type Checked, checkPack, type PackBytes, type PackSchemas } from "../pack/check/mod.ts";
import { modelOf, type PackPath, packSchemaFiles, SCHEMA_OF, schemaFile } from "../pack/schemas.ts";

export interface Schemas {
  readonly models: PackSchemas;
  /** Files of the working folder that were used instead of the built-in ones. */
  readonly own: readonly string[];
}

/**
 * The schemas of `schemas/` in the working folder, each of them that is there, else the built-in ones.
 *
 * @throws {UserError} on a file that is no JSON Schema, naming it.
 */
export async function loadSchemas(cwd: string): Promise<Schemas> {
  const builtIn = packSchemaFiles();
  const own: string[] = [];
  const models: Partial<Record<PackPath, z.ZodType>> = {};
  for (const [path, schema] of Object.entries(SCHEMA_OF) as [PackPath, string][]) {
    const name = schemaFile(schema);
    const given = await textIfThere(join(cwd, "schemas", name));
    if (given === undefined) {
      models[path] = modelOf(JSON.parse(builtIn.get(name)!));
      continue;
    }
    try {
      models[path] = modelOf(JSON.parse(given));
    } catch (cause) {
      throw new UserError(`cannot use schemas/${name}: ${(cause as Error).message.split("\n", 1)[0]}`, {
        hint: "mend it, or take it away: the built-in schema then holds; dnr pack init --force writes it anew",
        cause,
      });
    }
    own.push(`schemas/${name}`);
  }
  return { models: models as PackSchemas, own };
}

/** What lies in a folder: the files of a pack, and the paths of everything else (links are never followed). */
async function filesIn(dir: string): Promise<{ bytes: PackBytes; strays: string[] }> {
  const known = new Set<string>(Object.values(PACK_FILES));
  const bytes = new Map<string, Uint8Array>();
  const strays: string[] = [];
  const walk = async (below: string): Promise<void> => {
    for await (const entry of Deno.readDir(join(dir, below))) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory && [...known].some((file) => file.startsWith(`${path}/`))) await walk(path);
      else if (entry.isFile && known.has(path)) bytes.set(path, await Deno.readFile(join(dir, path)));
      else strays.push(path);
    }
  };
  await walk("");
  return { bytes, strays: strays.sort() };
}

/** @throws {UserError} where there is no such folder. */
export async function checkFolder(cwd: string, folder: string, schemas: PackSchemas): Promise<Checked> {
  const dir = resolve(cwd, folder);
  const info = await settled(dir);
  if (info?.isDirectory !== true) {
    throw new UserError(
      `cannot read pack ${folder}: ${info === undefined ? "there is no such folder" : "it is a file"}`,
      {
        hint: "dnr pack list --root packs shows the packs that there are",
      },
    );
  }
  const { bytes, strays } = await filesIn(dir);
  return checkPack(bytes, strays, schemas);
}
