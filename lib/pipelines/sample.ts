/** A small company and its correspondence, generated twice: what it takes to see that a seed always gives the same bytes. */
import { join } from "node:path";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import { type Context, silent } from "../core/context.ts";
import type { Asked } from "../gates/comms/asked.ts";
import type { SampleFile } from "../gates/evidence.ts";
import type { Generated } from "../gates/generated.ts";
import { fileEntries } from "../infra/files.ts";
import { genComms } from "./gen_comms.ts";
import { genWarehouse } from "./gen_warehouse.ts";

const MONTHS = 3;
/** Of a small correspondence. */
const ITEMS = { slack_threads: 60, email_threads: 20, nlq: 20 } as const;

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
  return await twice(context, dir, async (quiet) => {
    const [out, meta] = [join(dir, "data"), join(dir, "meta")];
    await genWarehouse(quiet, { ...generated, archetype, scale: "fast", months: MONTHS, out, meta, dryRun: false });
  });
}

/**
 * Files of a small correspondence by the embedded writer, with its labels, else made as `asked` says; about the events of
 * the ledger in `meta`, where there is one.
 *
 * @param dir Folder to work in; removed afterwards.
 */
export async function sampleCommsTwice(
  context: Context,
  archetype: Archetype,
  config: Config,
  { seed, months, period }: Asked,
  meta: string,
  dir: string,
): Promise<[SampleFile[], SampleFile[]]> {
  const embedded: Config = {
    ...config,
    comms: { ...config.comms, ...ITEMS, seed, months },
    warehouse: { ...config.warehouse, tz: period.tz, as_of: period.days.at(-1)!.ds },
    llm: { ...config.llm, provider: "local" },
  };
  return await twice(context, dir, async (quiet) => {
    const labels = join(dir, "meta");
    await Deno.mkdir(labels, { recursive: true });
    const ledger = join(meta, "defects.json");
    if (await exists(ledger)) await Deno.copyFile(ledger, join(labels, "defects.json"));
    await genComms(quiet, {
      archetype,
      config: embedded,
      out: join(dir, "comms"),
      meta: labels,
      warehouse: dir,
      statements: "parsed",
      dryRun: false,
    });
  });
}

/** What `generate` leaves in `dir`, once on one thread and once on two. */
async function twice(
  context: Context,
  dir: string,
  generate: (quiet: Context) => Promise<void>,
): Promise<[SampleFile[], SampleFile[]]> {
  const sample = async (threads: number): Promise<SampleFile[]> => {
    await generate({ ...context, progress: silent, resources: { ...context.resources, threads } });
    const files = await fileEntries(dir);
    await Deno.remove(dir, { recursive: true });
    return files;
  };
  try {
    return [await sample(1), await sample(2)];
  } finally {
    await Deno.remove(dir, { recursive: true }).catch(() => {});
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).catch(() => undefined) !== undefined;
}
