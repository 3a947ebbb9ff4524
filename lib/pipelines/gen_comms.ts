/** `dnr gen-comms`: plan, word, check, write. */
import { resolve } from "node:path";
import { emailAssignment, queryAssignment, threadAssignment } from "../comms/assignments.ts";
import type { Mixes } from "../comms/company.ts";
import { type CommsWords, type CorpusFigures, measureCorpus } from "../comms/corpus.ts";
import { emailLabels, queryLabels, threadLabels } from "../comms/labels.ts";
import { type CommsPlan, planComms } from "../comms/plan.ts";
import { estimateCost } from "../comms/estimate.ts";
import { emailRows, nlqRows, slackRows, type SqlOutcome, userRows } from "../comms/rows.ts";
import { type Desk, writeAll, type Writing } from "../comms/write.ts";
import type { Config } from "../config/schema.ts";
import type { Archetype } from "../contracts/archetype.ts";
import type { Estimate, Spend } from "../contracts/budget.ts";
import { COUNTED_AS } from "../contracts/comms_rules.ts";
import type { Source } from "../contracts/demand.ts";
import type { Ledger } from "../contracts/ledger.ts";
import type { FileEntry } from "../contracts/manifest.ts";
import { periodEnding } from "../core/calendar.ts";
import type { Context } from "../core/context.ts";
import { UserError } from "../core/errors.ts";
import { runIdOf } from "../infra/provenance.ts";
import { embeddedProvider } from "../llm/embedded/provider.ts";
import { embeddedWriter, WRITER_MODEL, writeTasks } from "../llm/embedded/write_tasks.ts";
import { tokenizerFor } from "../llm/tokens.ts";
import { writeComms } from "./comms_files.ts";
import { commsParameters } from "./comms_parameters.ts";
import { ledgerOf } from "./ledger.ts";
import { modelFor } from "./models.ts";
import { parseStatements, runStatements } from "./sql_outcomes.ts";

export interface GenCommsOptions {
  readonly archetype: Archetype;
  readonly config: Config;
  /** Folder of the communications; this and the other folders as the user names them. */
  readonly out: string;
  /** Folder of the ledger that is read, and of the labels that are written. */
  readonly meta: string;
  /** Folder of the warehouse that statements run on. */
  readonly warehouse: string;
  /** What is done with the statements of queries. */
  readonly statements: "left" | "parsed" | "executed";
  /** Plans and prices alone. */
  readonly dryRun: boolean;
  /** Told what the words will likely cost, before any is asked for. */
  readonly tell?: (planned: Omit<GeneratedComms, "written">) => void;
}

export interface GeneratedComms {
  readonly plan: CommsPlan;
  readonly provider: string;
  readonly model: string;
  readonly estimate: Estimate;
  readonly notes: readonly string[];
  /** Null after a dry run. */
  readonly written: WrittenComms | null;
}

export interface WrittenComms {
  readonly files: readonly FileEntry[];
  readonly figures: CorpusFigures;
  readonly writings: Readonly<Record<Source, Writing>>;
  readonly spend: Spend;
}

/**
 * Writes one company's communications and their labels.
 *
 * @throws {UserError} where the archetype's people have nothing to say, or the ledger is another company's (exit 2).
 */
export async function genComms(context: Context, options: GenCommsOptions): Promise<GeneratedComms> {
  const { archetype, config, dryRun } = options;
  const { talk } = archetype;
  if (talk === undefined) {
    throw new UserError(`cannot write communications: ${archetype.id} declares nothing that its people talk about`);
  }
  const { comms, warehouse } = config;
  const ledger = await ledgerOf(resolve(context.cwd, options.meta), archetype.id) ?? null;
  context.progress.stage(`${archetype.id}: planning`);
  const plan = planComms({
    seed: comms.seed,
    archetype: archetype.id,
    talk,
    tables: archetype.tables,
    period: periodEnding(warehouse.as_of, comms.months, warehouse.tz),
    threads: comms.slack_threads,
    emails: comms.email_threads,
    queries: comms.nlq,
    mixes: { relevance: comms.relevance_mix, theme: comms.theme_mix } as Mixes,
    ledger,
  });
  const runId = runIdOf(describeRun(context, options, ledger));
  const writer = embeddedWriter(talk, comms.seed, archetype.id);
  const { model, notes: modelNotes } = await modelFor(context, {
    config,
    purpose: "generation",
    runId,
    runDir: dryRun ? null : resolve(context.cwd, config.paths.runs, runId),
    embedded: embeddedProvider(WRITER_MODEL, writeTasks(writer)),
  });
  const estimate = estimateCost(model, plan, archetype.title, comms.api_cap_usd);
  const planned = {
    plan,
    provider: model.provider,
    model: model.model,
    estimate,
    notes: [...modelNotes, ...eventNotes(options.meta, ledger, plan)],
  };
  if (dryRun) return { ...planned, written: null };
  options.tell?.(planned);

  const { text: count } = await tokenizerFor(COUNTED_AS);
  const users = new Set(plan.people.map(({ user_id }) => user_id));
  const desk: Desk = {
    model,
    writer,
    rules: { count, isKnownId: (id) => users.has(id) },
    company: archetype.title,
    advance: context.progress.advance,
  };
  const { words, writings } = await writeWords(context, archetype.id, desk, plan);
  const figures = measureCorpus(plan, words, count);
  const outcomes = await statementOutcomes(context, options, plan.queries.map(({ plan }) => plan.sql));
  const spend = model.spend(estimate);
  context.progress.stage(`${archetype.id}: writing files`);
  const files = await writeFiles(context, options, {
    ...planned,
    runId,
    words,
    figures,
    writings,
    spend,
    ledger,
    outcomes,
  });
  return { ...planned, written: { files, figures, writings, spend } };
}

function eventNotes(meta: string, ledger: Ledger | null, plan: CommsPlan): string[] {
  if (ledger === null) return [`there is no ledger in ${meta}: nothing is linked to an event`];
  const linked = plan.threads.some(({ plan: { event } }) => event !== null);
  return linked ? [] : ["no event of the ledger found room: nothing is linked to an event"];
}

/** The same inputs and parameters land in the same run: its money is counted on, its answers are in the cache. */
function describeRun({ version }: Context, { archetype, config }: GenCommsOptions, ledger: Ledger | null): unknown {
  const { comms, warehouse: { as_of, tz }, llm: { provider, api_base } } = config;
  const prompts = [threadAssignment, emailAssignment, queryAssignment].map(({ prompt }) => prompt.version);
  return {
    command: "gen-comms",
    version,
    archetype: archetype.id,
    comms,
    as_of,
    tz,
    provider,
    api_base,
    prompts,
    ledger,
  };
}

/** The small kinds first: where the money ends, it ends among the threads alone. */
async function writeWords(
  context: Context,
  archetype: string,
  desk: Desk,
  plan: CommsPlan,
): Promise<{ words: CommsWords; writings: Record<Source, Writing> }> {
  context.progress.stage(`${archetype}: wording queries`);
  const queries = await writeAll(desk, queryAssignment, plan.queries.map(({ plan }) => plan));
  context.progress.stage(`${archetype}: wording e-mails`);
  const emails = await writeAll(desk, emailAssignment, plan.emails.map(({ plan }) => plan));
  context.progress.stage(`${archetype}: wording threads`);
  const threads = await writeAll(desk, threadAssignment, plan.threads.map(({ plan }) => plan));
  return {
    words: { threads: threads.words, emails: emails.words, queries: queries.words },
    writings: { slack: threads.writing, email: emails.writing, nlq: queries.writing },
  };
}

/** Null where statements are left alone. */
async function statementOutcomes(
  context: Context,
  { archetype, statements, warehouse }: GenCommsOptions,
  sql: readonly string[],
): Promise<readonly SqlOutcome[] | null> {
  if (statements === "left") return null;
  if (statements === "parsed") return await parseStatements(context, archetype, sql);
  return await runStatements(context, archetype, resolve(context.cwd, warehouse), sql);
}

export interface Finished extends Omit<GeneratedComms, "written">, Omit<WrittenComms, "files"> {
  readonly runId: string;
  readonly words: CommsWords;
  readonly ledger: Ledger | null;
  readonly outcomes: readonly SqlOutcome[] | null;
}

async function writeFiles(context: Context, options: GenCommsOptions, finished: Finished): Promise<FileEntry[]> {
  const { archetype: { id }, config } = options;
  const { plan, words, runId, spend, notes, outcomes } = finished;
  const out = resolve(context.cwd, options.out);
  const meta = resolve(context.cwd, options.meta);
  return await writeComms(context, out, meta, {
    slack: slackRows(plan.threads, words.threads),
    email: emailRows(plan.emails, words.emails),
    nlq: nlqRows(plan.queries, words.queries, outcomes),
    users: userRows(plan.people),
    labels: {
      slack: threadLabels(id, plan.threads),
      email: emailLabels(id, plan.emails),
      nlq: queryLabels(id, plan.queries),
    },
    budget: {
      schema_version: "1.0",
      archetype: id,
      run_id: runId,
      safety_margin: config.budget.safety_margin,
      spend: [spend],
      coverage: [],
      buckets: [],
      notes: [...notes],
    },
    manifest: {
      schema_version: "1.0",
      kind: "comms",
      archetype: id,
      version: context.version,
      adopted: false,
      seed: config.comms.seed,
      parameters: commsParameters(options, finished),
    },
  });
}
