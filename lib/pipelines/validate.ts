/** `dnr validate`: verify, measure, hold against the ledger and a sample generated twice, write. */
import { join, resolve } from "node:path";
import type { Config } from "../config/schema.ts";
import { type QcCheck, QcSummary } from "../contracts/qc.ts";
import { periodEnding } from "../core/calendar.ts";
import type { Context } from "../core/context.ts";
import { csv } from "../core/csv.ts";
import { countArrivals } from "../gates/arrivals.ts";
import { files } from "../gates/files.ts";
import { type Gathered, Missing } from "../gates/gate.ts";
import { type Generated, generatedOf } from "../gates/generated.ts";
import { runGates } from "../gates/mod.ts";
import { readValues } from "../gates/sanity.ts";
import { type FileColumns, readColumns, schema } from "../gates/schema.ts";
import { measure } from "../health/measure.ts";
import type { Duck } from "../infra/duck.ts";
import { fileFault, stageFolder, writeFileAtomic, writeJson } from "../infra/files.ts";
import { dataClock } from "./data_clock.ts";
import { withEngine } from "./engine.ts";
import { readLedger } from "./ledger.ts";
import { openWarehouse, type WarehouseFolder } from "./measure_folder.ts";
import { sampleTwice } from "./sample.ts";
import { type Comms, gatherComms, openCommsToCheck, withoutComms } from "./validate_comms.ts";

export interface ValidateOptions {
  /** Folder of a warehouse with its manifest. */
  readonly warehouse: string;
  /** Folder of communications; null: their gates are skipped. */
  readonly comms: string | null;
  /** Folder of the ledger of defects and of the labels; without them, what needs them is skipped. */
  readonly meta: string;
  /** Folder of the report, whose spending is checked with the communications'. */
  readonly report: string;
  /** Folder of `qc_summary.json` and `qc_checks.csv`, replaced as a whole. */
  readonly out: string;
  readonly config: Config;
}

export interface ValidateResult {
  readonly out: string;
  readonly summary: QcSummary;
}

const CSV_COLUMNS = [
  "gate",
  "check",
  "expected",
  "observed",
  "unit",
  "tolerance",
  "status",
  "reason",
] as const satisfies readonly (keyof QcCheck)[];

/** The warehouse that is checked. */
interface Warehouse extends WarehouseFolder {
  /** How it was made; missing of files made elsewhere. */
  readonly generated: Generated | Missing;
}

/**
 * Checks a warehouse, and the communications of the same company. What is wrong with its files is a failed check; what
 * follows from sound files is then skipped.
 *
 * @throws {UserError} on a folder that is missing or incomplete, or a ledger of another warehouse (exit 2), and on a
 * malformed manifest or ledger, or communications of another company (exit 3).
 */
export async function validate(context: Context, options: ValidateOptions): Promise<ValidateResult> {
  const warehouse = await openGenerated(resolve(context.cwd, options.warehouse));
  const comms = options.comms === null ? null : await openCommsToCheck(context.cwd, options.comms, warehouse.archetype);
  const out = resolve(context.cwd, options.out);
  await using staging = await stageFolder(out);
  const gathered = await gather(context, warehouse, comms, options, staging.dir);
  const summary = runGates(gathered, { archetype: warehouse.archetype.id, version: context.version });
  await writeJson(join(staging.dir, "qc_summary.json"), QcSummary, summary);
  await writeFileAtomic(join(staging.dir, "qc_checks.csv"), csv(CSV_COLUMNS, summary.checks));
  await staging.commit();
  return { out, summary };
}

async function openGenerated(folder: string): Promise<Warehouse> {
  const opened = await openWarehouse(folder);
  const generated = opened.manifest.adopted
    ? new Missing("the files were made elsewhere: no target is set for them")
    : generatedOf(opened.manifest);
  return { ...opened, generated };
}

/** All evidence; what rests on measured rows is missing where the files are not sound. */
async function gather(
  context: Context,
  warehouse: Warehouse,
  comms: Comms | null,
  { meta, config, report }: ValidateOptions,
  scratch: string,
): Promise<Gathered> {
  const { folder, manifest, archetype, generated } = warehouse;
  context.progress.stage(`${archetype.id}: verifying files`);
  const faults = new Map<string, string | null>();
  for (const entry of manifest.files) faults.set(entry.path, await fileFault(folder, entry) ?? null);
  return await withEngine(context, join(scratch, ".spill"), async (duck) => {
    const columns = new Map<string, FileColumns>();
    for (const { name } of archetype.tables) {
      columns.set(name, await readColumns(duck, join(folder, `${name}.parquet`)));
    }
    const unsound = new Missing("not measured: a file is damaged or does not fit its table");
    const planted = await readLedger(duck, resolve(context.cwd, meta), meta, manifest);
    const known: Gathered = {
      archetype,
      faults,
      columns,
      generated,
      limits: config.report,
      findings: unsound,
      arrivals: unsound,
      values: unsound,
      ...planted,
      samples: generated instanceof Missing
        ? generated
        : await sampleTwice(context, archetype, generated, join(scratch, ".sample")),
      ...comms === null ? withoutComms("no comms were given") : await gatherComms(duck, context, archetype, comms, {
        ledger: planted.ledger,
        meta,
        report,
        config,
        scratch,
      }),
    };
    const sound = [files, schema].every((gate) => gate.run(known).every(({ status }) => status !== "fail"));
    return sound ? { ...known, ...await measureAll(duck, context, warehouse, config) } : known;
  });
}

/** One measuring pass, as for a report, and what the gates ask beside it. */
async function measureAll(
  duck: Duck,
  { progress }: Context,
  { folder, manifest, archetype, generated }: Warehouse,
  { report, warehouse: settings }: Config,
): Promise<Pick<Gathered, "findings" | "arrivals" | "values">> {
  const findings = await measure(duck, {
    archetype,
    folder,
    ...dataClock(manifest, settings),
    windowDays: report.window_days,
    slos: report.slos,
    guardrails: report,
    progress,
  });
  if (generated instanceof Missing) return { findings, arrivals: generated, values: generated };
  progress.stage(`${archetype.id}: patterns and bands`);
  const { asOf, months, tz } = generated;
  return {
    findings,
    arrivals: await countArrivals(duck, archetype, periodEnding(asOf, months, tz)),
    values: await readValues(duck, archetype),
  };
}
