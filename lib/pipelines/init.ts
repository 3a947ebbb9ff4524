/** Lays out a working folder: the folders that commands write to, and a configuration to edit. */
import { join, resolve } from "node:path";
import defaults from "../../configs/default.yaml" with { type: "text" };
import schema from "../../schemas/config.schema.json" with { type: "text" };
import type { Config } from "../config/schema.ts";
import type { Context } from "../core/context.ts";
import { writeFileAtomic } from "../infra/files.ts";

export interface InitResult {
  /** Paths that were made, as the configuration names them. */
  readonly created: readonly string[];
  /** Paths that were there before and were left alone. */
  readonly kept: readonly string[];
}

/** Creates what is missing and touches nothing else: a second run changes nothing. */
export async function init(context: Context, config: Config): Promise<InitResult> {
  const { data, comms, reports, meta } = config.paths;
  const created: string[] = [];
  const kept: string[] = [];
  const make = async (path: string, create: (absolute: string) => Promise<void>): Promise<void> => {
    const absolute = resolve(context.cwd, path);
    if (await Deno.stat(absolute).then(() => true, () => false)) return void kept.push(path);
    await create(absolute);
    created.push(path);
  };
  for (const folder of [data, comms, reports, meta, config.cache.dir]) {
    await make(folder, (absolute) => Deno.mkdir(absolute, { recursive: true }));
  }
  await make(join("configs", "default.yaml"), (path) => writeFileAtomic(path, defaults));
  await make(join("schemas", "config.schema.json"), (path) => writeFileAtomic(path, schema));
  return { created, kept };
}
