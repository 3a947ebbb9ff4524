import { resolve } from "node:path";
import { object } from "@optique/core/constructs";
import { message } from "@optique/core/message";
import { optional } from "@optique/core/modifiers";
import type { InferValue } from "@optique/core/parser";
import { command, flag, option } from "@optique/core/primitives";
import { choice, integer, string } from "@optique/core/valueparser";
import { archetypeById } from "../lib/archetypes/mod.ts";
import { QUALITIES, SCALES, TRAJECTORIES } from "../lib/contracts/archetype.ts";
import { table } from "../lib/core/format.ts";
import { count } from "../lib/core/quantity.ts";
import { requireApart, shellWord } from "./folders.ts";
import { archetypeId, commandOptions, examples, folder, setting } from "./options.ts";
import type { Outcome, Session } from "./session.ts";

const settings = object({
  scale: setting(
    "--scale",
    "warehouse.scale",
    choice(SCALES, { metavar: "SCALE" }),
    { description: message`fast is a tenth of evaluation, large ten times.` },
  ),
  quality: setting(
    "--quality",
    "warehouse.quality",
    choice(QUALITIES, { metavar: "PROFILE" }),
    { description: message`clean has no defects, severe three times the typical rates.` },
  ),
  trajectory: setting(
    "--trajectory",
    "warehouse.trajectory",
    choice(TRAJECTORIES, { metavar: "NAME" }),
    { description: message`T1 steady, T2 growing 4 % a month, T3 shrinking 3 % a month.` },
  ),
  tz: setting("--tz", "warehouse.tz", string({ metavar: "ZONE" }), { description: message`Time zone of local days.` }),
  months: setting("--months", "warehouse.months", integer({ metavar: "N" }), {
    description: message`Length of the history.`,
  }),
  asOf: setting("--as-of", "warehouse.as_of", string({ metavar: "DAY" }), {
    description: message`Last local day of the history.`,
  }),
  snapshotDays: setting(
    "--snapshot-days",
    "warehouse.snapshot_days",
    integer({ metavar: "N" }),
    { description: message`Last days for which daily snapshots are kept.` },
  ),
});

const options = object({
  archetype: option("--archetype", archetypeId, { description: message`Which synthetic company.` }),
  out: optional(option("--out", folder, { description: message`Where the tables go; data/ARCHETYPE if not given.` })),
  meta: optional(option("--meta", folder, {
    description: message`Where the ledger of defects goes; meta/ARCHETYPE if not given.`,
  })),
  dryRun: optional(flag("--dry-run", { description: message`Write the tables without rows.` })),
});

type Options = InferValue<typeof options>;

async function run({ context, config }: Session, options: Options): Promise<Outcome> {
  const { genWarehouse } = await import("../lib/pipelines/gen_warehouse.ts");
  const { archetype: id, dryRun = false } = options;
  const { scale, quality, trajectory, tz, months, as_of: asOf, seed, defects, snapshot_days } = config.warehouse;
  const { out = `${config.paths.data}/${id}`, meta = `${config.paths.meta}/${id}` } = options;
  requireApart(context.cwd, [["--out", out], ["--meta", meta]]);
  const { files } = await genWarehouse(context, {
    archetype: archetypeById(id),
    scale,
    quality,
    trajectory,
    tz,
    months,
    asOf,
    seed,
    defects,
    snapshotDays: snapshot_days,
    out: resolve(context.cwd, out),
    meta: resolve(context.cwd, meta),
    dryRun,
  });
  const tables = files.filter((file) => file.rows !== undefined);
  return {
    result: { archetype: id, scale, quality, trajectory, seed, dry_run: dryRun, files },
    summary: table([
      ["table", "rows", "MB"],
      ...tables.map((file) => [
        file.path.replace(/\.parquet$/, ""),
        count(file.rows ?? 0),
        (file.bytes / 1e6).toFixed(1),
      ]),
    ]),
    wrote: dryRun ? [out] : [out, meta],
    next: dryRun ? `dnr gen-warehouse --archetype ${id}` : `dnr run-report --warehouse ${shellWord(out)} --no-llm`,
  };
}

export const genWarehouseCommand = command("gen-warehouse", commandOptions(settings, options, run), {
  brief: message`Generate a synthetic warehouse with known defects`,
  description:
    message`Writes one Parquet file a table, a DuckDB file with a view on each, a manifest, and beside them the ledger of every injected defect. The same seed and settings give the same bytes.`,
  footer: examples(
    "dnr gen-warehouse --archetype neobank",
    "dnr gen-warehouse --archetype neobank --scale fast --quality severe --seed 7",
  ),
});
