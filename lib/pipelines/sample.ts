/** A small company, generated twice: what it takes to see that the same seed gives the same bytes. */
import { join } from "node:path";
import type { Archetype } from "../contracts/archetype.ts";
import { type Context, silent } from "../core/context.ts";
import type { SampleFile } from "../gates/evidence.ts";
import type { Generated } from "../gates/generated.ts";
import { fileEntries } from "../infra/files.ts";
import { genWarehouse } from "./gen_warehouse.ts";

const MONTHS = 3;

/**
 * Files of a company of scale `fast` and three months, else made as `generated` says, once on one thread and once on two.
 *
 * @param dir Folder to work in; removed afterwards.
 */
export async function sampleTwice(
  context: Context,
  archetype: Archetype,
  generated: Generated,
  dir: string,
): Promise<[SampleFile[], SampleFile[]]> {
  context.progress.stage(`${archetype.id}: generating a sample twice`);
  const sample = async (threads: number): Promise<SampleFile[]> => {
    const [out, meta] = [join(dir, "data"), join(dir, "meta")];
    const quiet = { ...context, progress: silent, resources: { ...context.resources, threads } };
    await genWarehouse(quiet, { ...generated, archetype, scale: "fast", months: MONTHS, out, meta, dryRun: false });
    return await fileEntries(dir);
  };
  try {
    return [await sample(1), await sample(2)];
  } finally {
    await Deno.remove(dir, { recursive: true }).catch(() => {});
  }
}
