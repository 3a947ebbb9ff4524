/** `pack list`: the packs of a folder. */
import { join, resolve } from "node:path";
import type { PackManifest } from "../contracts/pack.ts";
import type { Context } from "../core/context.ts";
import { UserError } from "../core/errors.ts";
import { checkFolder, loadSchemas } from "./pack_folder.ts";

export interface ListedPack {
  readonly pack: string;
  /** Null where it cannot be read. */
  readonly manifest: PackManifest | null;
  /** Number of things that `pack validate` finds. */
  readonly problems: number;
}

/** Every folder below `root`, by name. @throws {UserError} where there is no such folder. */
export async function packList(context: Context, root: string): Promise<ListedPack[]> {
  const dir = resolve(context.cwd, root);
  const names = await Array.fromAsync(Deno.readDir(dir), (entry) => entry).catch((cause) => {
    throw new UserError(`cannot list packs: ${root} is not a folder`, { hint: "name one with --root", cause });
  });
  const { models } = await loadSchemas(context.cwd);
  const listed: ListedPack[] = [];
  // What starts with a dot is a pack in the making.
  for (const { name } of names.filter(({ isDirectory, name }) => isDirectory && !name.startsWith("."))) {
    const { pack, problems } = await checkFolder(dir, name, models);
    listed.push({ pack: join(root, name), manifest: pack.manifest?.value ?? null, problems: problems.length });
  }
  return listed.sort((a, b) => a.pack < b.pack ? -1 : 1);
}
