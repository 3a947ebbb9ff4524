/** `pack init`: the schemas and a configuration to start from. */
import { join, resolve } from "node:path";
import config from "../pack/config.yaml" with { type: "text" };
import type { Context } from "../core/context.ts";
import { writeFileAtomic } from "../infra/files.ts";
import { textIfThere } from "../infra/json_file.ts";
import { sweep } from "../infra/staging.ts";
import { packSchemaFiles } from "../pack/schemas.ts";

export interface PackInit {
  readonly written: readonly string[];
  /** Files that are as they would be written. */
  readonly same: readonly string[];
  /** Files that were changed, and stay as they are. */
  readonly changed: readonly string[];
}

/** @param force Overwrites what was changed. */
export async function packInit(context: Context, force: boolean): Promise<PackInit> {
  const files = new Map([
    ["config.yaml", config],
    ...[...packSchemaFiles()].map(([name, text]) => [join("schemas", name), text] as const),
  ]);
  const result = { written: [] as string[], same: [] as string[], changed: [] as string[] };
  for (const [name, text] of files) {
    const path = resolve(context.cwd, name);
    // A file that is as it should be is not written again: what a killed run left beside it would stay.
    await sweep(path);
    const there = await textIfThere(path);
    if (there === text) result.same.push(name);
    else if (there !== undefined && !force) result.changed.push(name);
    else {
      await writeFileAtomic(path, text);
      result.written.push(name);
    }
  }
  return result;
}
