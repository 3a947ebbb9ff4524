/** `pack validate`: everything that is wrong with a pack. */
import type { Context } from "../core/context.ts";
import type { Problem } from "../pack/check/mod.ts";
import { checkFolder, loadSchemas } from "./pack_folder.ts";

export interface PackValidation {
  readonly pack: string;
  readonly problems: readonly Problem[];
  /** Schemas of the working folder that judged, instead of the built-in ones. */
  readonly schemas: readonly string[];
}

/** @throws {UserError} where there is no such folder, or a schema of the working folder cannot be used. */
export async function packValidate(context: Context, pack: string): Promise<PackValidation> {
  const { models, own } = await loadSchemas(context.cwd);
  const { problems } = await checkFolder(context.cwd, pack, models);
  return { pack, problems, schemas: own };
}
