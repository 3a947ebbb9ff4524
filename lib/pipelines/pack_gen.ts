/** `pack gen`: makes a pack and writes its folder, with the oracle beside it. */
import { dirname, join, resolve } from "node:path";
import { PackOracle } from "../contracts/pack.ts";
import { PackConfig } from "../contracts/pack_config.ts";
import type { Context } from "../core/context.ts";
import { UserError } from "../core/errors.ts";
import { stageFolder, takeTurn, writeJson } from "../infra/files.ts";
import { parsePackConfig } from "../pack/config.ts";
import { countsOf, packFiles } from "../pack/files.ts";
import { generatePack, type Pack } from "../pack/generate.ts";

export interface PackGenOptions {
  readonly config: PackConfig;
  readonly seed: number;
  readonly out: string;
}

export interface PackGenResult {
  readonly packId: string;
  readonly seed: number | null;
  readonly now: string;
  readonly counts: ReturnType<typeof countsOf>;
  /** Gaps that were planted; none in a pack of a dnr world. */
  readonly gaps: number;
  readonly oracle: string;
}

/** Read when it is there and no other file is named. */
const CONFIG_FILE = "config.yaml";

/**
 * The settings of `file`, of `config.yaml` in the working folder where none is named, or the defaults.
 *
 * @throws {UserError} where the named file cannot be read, and naming the place of what is wrong in it.
 */
export async function readPackConfig(cwd: string, file: string | undefined): Promise<PackConfig> {
  const name = file ?? CONFIG_FILE;
  let text: string;
  try {
    text = await Deno.readTextFile(resolve(cwd, name));
  } catch (cause) {
    if (file === undefined && cause instanceof Deno.errors.NotFound) return PackConfig.parse({});
    throw new UserError(`cannot read the configuration of the pack: ${(cause as Error).message}`, {
      hint: "dnr pack init writes a config.yaml to start from",
      cause,
    });
  }
  return await parsePackConfig(text, name);
}

export async function packGen(context: Context, { config, seed, out }: PackGenOptions): Promise<PackGenResult> {
  context.progress.stage("writing what people ask for");
  return await writePack(context, out, generatePack(config, seed, context.version));
}

/** Where the oracle of a pack lies: beside its folder, out of reach of whoever reads the folder. */
function oraclePath(pack: string): string {
  return `${pack.replace(/[\\/]+$/, "")}.oracle.json`;
}

export async function writePack(context: Context, out: string, pack: Pack): Promise<PackGenResult> {
  const { content, manifest, oracle } = pack;
  const target = resolve(context.cwd, out);
  await using folder = await stageFolder(target);
  for (const [path, text] of packFiles(content, manifest)) {
    const file = join(folder.dir, path);
    await Deno.mkdir(dirname(file), { recursive: true });
    await Deno.writeTextFile(file, text);
  }
  await using _turn = await takeTurn(target);
  await writeJson(oraclePath(target), PackOracle, oracle);
  await folder.commit();
  return {
    packId: manifest.pack_id,
    seed: manifest.seed,
    now: manifest.now,
    counts: countsOf(content),
    gaps: oracle.gaps.length,
    oracle: oraclePath(out),
  };
}
