/** A generated company with a small correspondence, for what the gates say of it. */
import { join } from "node:path";
import { Config } from "../../lib/config/schema.ts";
import type { Archetype } from "../../lib/contracts/archetype.ts";
import { genComms } from "../../lib/pipelines/gen_comms.ts";
import { quietContext } from "../../tools/standard_world.ts";
import { generated } from "../support/generate.ts";

export const MONTHS = 3;

/** Of a quarter's correspondence. */
export const ITEMS = { slack_threads: 300, email_threads: 240, nlq: 60 } as const;

const defaults = Config.parse({});
export const config: Config = {
  ...defaults,
  comms: { ...defaults.comms, ...ITEMS, months: MONTHS },
  llm: { ...defaults.llm, provider: "local" },
};

export type CommsWorld = Awaited<ReturnType<typeof generated>> & { readonly comms: string };

/** A warehouse of a quarter in `data`, its ledger and labels in `meta`, its communications in `comms`. */
export async function commsWorld(archetype: Archetype): Promise<CommsWorld> {
  const world = await generated(archetype, { months: MONTHS });
  const comms = join(world.root, "comms");
  await genComms(quietContext(world.root), {
    archetype,
    config,
    out: comms,
    meta: world.meta,
    warehouse: world.data,
    statements: "left",
    dryRun: false,
  });
  return { ...world, comms };
}
