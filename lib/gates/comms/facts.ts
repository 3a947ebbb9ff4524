/** What the engine counts of communications and their labels; the gates judge it. */
import { z } from "zod";
import type { Archetype } from "../../contracts/archetype.ts";
import { COUNTED_AS, ID_SCHEME, LINK_DOMAINS, NEAR_DUPLICATES } from "../../contracts/comms_rules.ts";
import { type Source, SOURCES } from "../../contracts/demand.ts";
import type { Ledger } from "../../contracts/ledger.ts";
import type { Period } from "../../core/calendar.ts";
import type { Duck } from "../../infra/duck.ts";
import { tokenizerFor } from "../../llm/tokens.ts";
import eventRulesSql from "./event_rules.sql" with { type: "text" };
import { eventTimes, type Nearness, nearTimes, type Traffic } from "./events.ts";
import identityRulesSql from "./identity_rules.sql" with { type: "text" };
import integrityRulesSql from "./integrity_rules.sql" with { type: "text" };
import labelRulesSql from "./label_rules.sql" with { type: "text" };
import labelTalliesSql from "./label_tallies.sql" with { type: "text" };
import labelsSql from "./labels.sql" with { type: "text" };
import nearDuplicatesSql from "./near_duplicates.sql" with { type: "text" };
import talliesSql from "./tallies.sql" with { type: "text" };
import trafficSql from "./traffic.sql" with { type: "text" };
import viewsSql from "./views.sql" with { type: "text" };
import windowRulesSql from "./window_rules.sql" with { type: "text" };

const Tally = z.strictObject({
  kind: z.enum(["items", "role", "bucket", "messages", "relevance", "theme"]),
  source: z.enum(SOURCES),
  /** What was counted: a role, a theme … */
  name: z.string(),
  n: z.int(),
});
export type Tally = z.infer<typeof Tally>;

/** A rule, and how many break it. */
const Breach = z.strictObject({ rule: z.string(), broken: z.int() });
export type Breach = z.infer<typeof Breach>;

const Repetition = z.strictObject({ kind: z.string(), texts: z.int(), repeats: z.int() });
export type Repetition = z.infer<typeof Repetition>;

/** Tokens of the texts of a source. */
export interface TokenFacts {
  readonly source: Source;
  /** 0 of no texts. */
  readonly longest: number;
}

export interface CorpusFacts {
  readonly tallies: readonly Tally[];
  readonly integrity: readonly Breach[];
}

/** What only texts of our own making are held to. */
export interface TextFacts {
  readonly identity: readonly Breach[];
  readonly window: readonly Breach[];
  readonly repetition: readonly Repetition[];
  readonly tokens: readonly TokenFacts[];
}

export interface LabelFacts {
  readonly tallies: readonly Tally[];
  readonly rules: readonly Breach[];
}

export interface EventFacts {
  readonly ledgerSeed: number;
  readonly rules: readonly Breach[];
  readonly near: readonly Nearness[];
  readonly traffic: readonly Traffic[];
}

/** Loads the communications of `folder` for all that follows. */
export async function loadCorpus(duck: Duck, folder: string): Promise<void> {
  await duck.set("comms", folder);
  await duck.run(viewsSql);
}

/** Counts what the loaded communications hold. */
export async function readCorpus(duck: Duck): Promise<CorpusFacts> {
  return { tallies: await duck.rows(talliesSql, Tally), integrity: await duck.rows(integrityRulesSql, Breach) };
}

/** Holds every loaded text against the rules of our own texts. */
export async function readTexts(duck: Duck, { startUs, endUs }: Period): Promise<TextFacts> {
  const whole = ({ letter, digits }: (typeof ID_SCHEME)[keyof typeof ID_SCHEME]): string => `${letter}\\d{${digits},}`;
  const variables = {
    link_domains: LINK_DOMAINS.join(" "),
    user_ids: whole(ID_SCHEME.user),
    thread_ids: whole(ID_SCHEME.thread),
    message_ids: whole(ID_SCHEME.message),
    query_ids: whole(ID_SCHEME.query),
    from_us: startUs,
    to_us: endUs,
    words_per_shingle: NEAR_DUPLICATES.wordsPerShingle,
    similarity: NEAR_DUPLICATES.similarity,
    least_words: NEAR_DUPLICATES.leastWordsOfMessage,
  };
  for (const [name, value] of Object.entries(variables)) await duck.set(name, value);
  return {
    identity: await duck.rows(identityRulesSql, Breach),
    window: await duck.rows(windowRulesSql, Breach),
    repetition: await duck.rows(nearDuplicatesSql, Repetition),
    tokens: await countTokens(duck),
  };
}

/** Texts that are in memory at a time. */
const PAGE = 5000;
const Text = z.strictObject({ source: z.enum(SOURCES), text: z.string() });

async function countTokens(duck: Duck): Promise<TokenFacts[]> {
  const { text: count } = await tokenizerFor(COUNTED_AS);
  const longest: Record<Source, number> = { slack: 0, email: 0, nlq: 0 };
  for (let from = 0;; from += PAGE) {
    const page = await duck.rows(
      `SELECT source, text FROM texts ORDER BY source, id LIMIT ${PAGE} OFFSET ${from}`,
      Text,
    );
    for (const { source, text } of page) longest[source] = Math.max(longest[source], count(text));
    if (page.length < PAGE) break;
  }
  return SOURCES.map((source) => ({ source, longest: longest[source] }));
}

/** Loads the labels of `folder` for all that follows, and what they may name. */
export async function loadLabels(duck: Duck, folder: string, { id, tables }: Archetype): Promise<void> {
  await duck.set("meta", folder);
  await duck.set("archetype", id);
  await duck.run(labelsSql);
  const declared = tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => `${name}.${column.name}`)]);
  await duck.run("CREATE OR REPLACE TEMP TABLE declared AS SELECT unnest(from_json($names, '[\"VARCHAR\"]')) AS name", {
    names: JSON.stringify(declared),
  });
}

/** Holds the loaded labels against the items and the archetype. */
export async function readLabels(duck: Duck): Promise<LabelFacts> {
  return { tallies: await duck.rows(labelTalliesSql, Tally), rules: await duck.rows(labelRulesSql, Breach) };
}

const TrafficRow = z.strictObject({
  source: z.enum(["slack", "email"]),
  subject: z.string(),
  items: z.int(),
  near: z.int(),
});

/** Holds the loaded labels against the events of the ledger. */
export async function readEvents(duck: Duck, ledger: Ledger, period: Period): Promise<EventFacts> {
  const events = eventTimes(ledger);
  const near = nearTimes(events, period);
  await loadTimes(
    duck,
    "event_times",
    events.map(({ id, table, column, fromUs, toUs }) => ({
      id,
      subject: column === null ? table : `${table}.${column}`,
      from_us: fromUs,
      to_us: toUs,
    })),
  );
  await loadTimes(
    duck,
    "near_events",
    near.map(({ table, fromUs, toUs }) => ({ id: "", subject: table, from_us: fromUs, to_us: toUs })),
  );
  return {
    ledgerSeed: ledger.seed,
    rules: await duck.rows(eventRulesSql, Breach),
    near,
    traffic: await duck.rows(trafficSql, TrafficRow),
  };
}

async function loadTimes(
  duck: Duck,
  name: string,
  times: readonly { id: string; subject: string; from_us: number; to_us: number }[],
): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${name} AS SELECT unnest(from_json($times,
      '[{"id":"VARCHAR","subject":"VARCHAR","from_us":"BIGINT","to_us":"BIGINT"}]'), recursive := true)`,
    { times: JSON.stringify(times) },
  );
}
