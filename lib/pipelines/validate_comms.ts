/** What `dnr validate` gathers of communications: files, facts, labels, events, spending, a sample generated twice. */
import { join, resolve } from "node:path";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import { Budget } from "../contracts/budget.ts";
import { COMMS_TABLES } from "../contracts/comms.ts";
import { type Source, SOURCES } from "../contracts/demand.ts";
import { labelTables } from "../contracts/labels.ts";
import type { Ledger } from "../contracts/ledger.ts";
import type { Manifest } from "../contracts/manifest.ts";
import type { Context } from "../core/context.ts";
import { type Asked, askedOf } from "../gates/comms/asked.ts";
import { loadCorpus, loadLabels, readCorpus, readEvents, readLabels, readTexts } from "../gates/comms/facts.ts";
import { commsFiles, commsSchema } from "../gates/comms/files.ts";
import { readRowFile, type RowFile } from "../gates/comms/row_files.ts";
import type { SpendFile } from "../gates/comms/spend.ts";
import { readStatements } from "../gates/comms/statements.ts";
import type { Evidence } from "../gates/evidence.ts";
import { type Gathered, Missing } from "../gates/gate.ts";
import type { Duck } from "../infra/duck.ts";
import { digest, fileFault } from "../infra/files.ts";
import { jsonOf, textIfThere } from "../infra/json_file.ts";
import { commsManifest } from "./comms_folder.ts";
import { sampleCommsTwice } from "./sample.ts";

const PARTS = [
  "commsFaults",
  "commsTables",
  "labelDigests",
  "asked",
  "corpus",
  "texts",
  "statements",
  "labels",
  "events",
  "spending",
  "commsSamples",
] as const satisfies readonly (keyof Evidence)[];
export type CommsEvidence = Pick<Gathered, (typeof PARTS)[number]>;

/** Nothing of communications, and why. */
export function withoutComms(reason: string): CommsEvidence {
  const missing = new Missing(reason);
  return Object.fromEntries(PARTS.map((part) => [part, missing])) as unknown as CommsEvidence;
}

export interface CommsSurroundings {
  readonly ledger: Ledger | Missing;
  /** Folders as the user names them: of the labels, and of the report that read the communications. */
  readonly meta: string;
  readonly report: string;
  readonly config: Config;
  /** Folder to work in. */
  readonly scratch: string;
}

/** The communications that are checked. */
export interface Comms {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly asked: Asked | Missing;
}

/** @throws {UserError} where the folder is missing (exit 2), another company's or malformed (exit 3). */
export async function openCommsToCheck(cwd: string, comms: string, archetype: Archetype): Promise<Comms> {
  const folder = resolve(cwd, comms);
  const manifest = await commsManifest(folder, archetype);
  const asked = manifest.adopted
    ? new Missing("the files were made elsewhere: no target is set for them")
    : askedOf(manifest);
  return { folder, manifest, asked };
}

/**
 * All evidence about communications; what rests on their content is missing where the files are not sound.
 */
export async function gatherComms(
  duck: Duck,
  context: Context,
  archetype: Archetype,
  { folder, manifest, asked }: Comms,
  { ledger, meta: named, report, config, scratch }: CommsSurroundings,
): Promise<CommsEvidence> {
  context.progress.stage(`${archetype.id}: checking communications`);
  const meta = resolve(context.cwd, named);
  const commsFaults = new Map<string, string | null>();
  for (const entry of manifest.files) commsFaults.set(entry.path, await fileFault(folder, entry) ?? null);
  const labelDigests = asked instanceof Missing ? asked : await digestLabels(meta, named);
  const commsTables: RowFile[] = [];
  for (const table of COMMS_TABLES) {
    commsTables.push(await readRowFile(duck, join(folder, `${table.name}.parquet`), table));
  }
  if (!(labelDigests instanceof Missing)) {
    for (const table of Object.values(labelTables)) {
      commsTables.push(await readRowFile(duck, join(meta, `${table.name}.parquet`), table));
    }
  }
  const known: CommsEvidence = {
    ...withoutComms("not checked: a file of the communications is damaged or does not fit its table"),
    commsFaults,
    commsTables,
    labelDigests,
    asked,
    spending: await readSpending(context.cwd, folder, report, manifest),
    commsSamples: asked instanceof Missing
      ? asked
      : await sampleCommsTwice(context, archetype, config, asked, meta, join(scratch, ".sample")),
  };
  const sound = [commsFiles, commsSchema].every((gate) =>
    gate.run(known as Gathered).every(({ status }) => status !== "fail")
  );
  if (!sound) return known;
  await loadCorpus(duck, folder);
  const corpus = await readCorpus(duck);
  if (asked instanceof Missing) {
    return { ...known, corpus, texts: asked, statements: asked, labels: asked, events: asked };
  }
  const measured = {
    ...known,
    corpus,
    texts: await readTexts(duck, asked.period),
    statements: await readStatements(duck, archetype),
  };
  if (labelDigests instanceof Missing) return { ...measured, labels: labelDigests, events: labelDigests };
  await loadLabels(duck, meta, archetype);
  const labels = await readLabels(duck);
  return { ...measured, labels, events: await eventsOf(duck, ledger, asked) };
}

async function eventsOf(duck: Duck, ledger: Ledger | Missing, asked: Asked): Promise<CommsEvidence["events"]> {
  if (ledger instanceof Missing) return ledger;
  if (asked.ledgerSeed === null) return new Missing("the communications were written without a ledger");
  return await readEvents(duck, ledger, asked.period);
}

/** @param named The folder as the user names it. */
async function digestLabels(meta: string, named: string): Promise<Record<Source, string> | Missing> {
  const digests: Partial<Record<Source, string>> = {};
  for (const source of SOURCES) {
    const path = join(meta, `${labelTables[source].name}.parquet`);
    const info = await Deno.stat(path).catch(() => undefined);
    if (info === undefined) return new Missing(`no labels in ${named}: ${labelTables[source].name}.parquet is missing`);
    digests[source] = await digest(path);
  }
  return digests as Record<Source, string>;
}

async function readSpending(cwd: string, comms: string, report: string, { adopted }: Manifest): Promise<SpendFile[]> {
  const written: SpendFile = adopted
    ? { name: "comms", budget: { absent: "the files were made elsewhere: nothing was spent on them" } }
    : { name: "comms", budget: await readBudget(join(comms, "budget.json"), "the communications have none") };
  const read = await readBudget(resolve(cwd, report, "budget.json"), `no report that asked a model is in ${report}`);
  return [written, { name: "report", budget: read }];
}

async function readBudget(path: string, absent: string): Promise<SpendFile["budget"]> {
  const text = await textIfThere(path);
  if (text === undefined) return { absent };
  const parsed = Budget.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : { malformed: true };
}
