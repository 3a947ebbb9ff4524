/** The bank of `tests/adopted` with a hand-made correspondence, both taken in by `dnr adopt`, and an endpoint that reads it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypeById } from "../../lib/archetypes/mod.ts";
import { commsUsers, emailMessages, nlqQueries, slackMessages } from "../../lib/contracts/comms.ts";
import type { Source, Theme } from "../../lib/contracts/demand.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { writeRows } from "../../lib/infra/row_table.ts";
import bankSql from "../adopted/neobank.sql" with { type: "text" };
import { dnr, type Ran } from "../cli/world.ts";
import type { Asked } from "../support/fake_openai/asked.ts";
import { type FakeOptions, startFakeOpenAI } from "../support/fake_openai/server.ts";
import { fencedIn } from "../support/fenced.ts";

/** One item of the correspondence. */
export interface Said {
  readonly source: Source;
  /** Null: small talk. */
  readonly theme: Theme | null;
  /** A table, or `table.column`. */
  readonly about: string;
  /** Day of June 2026. */
  readonly day: number;
}

/** Items of one theme on days of June that leave no day standing out. */
export function said(source: Source, theme: Theme | null, about: string, count: number): Said[] {
  return Array.from({ length: count }, (_, i) => ({ source, theme, about, day: 3 + 5 * i }));
}

const PAYMENTS = "fact_card_transaction";

/** Of Slack 4 + 2 + 2 + 2, of e-mails 2 + 2 + 1, of queries 5 + 2 + 3. */
export const ASKED: readonly Said[] = [
  ...said("slack", "freshness_ingest_lag", PAYMENTS, 4),
  ...said("slack", "duplicates_dedup", PAYMENTS, 2),
  ...said("slack", "join_keys_orphans", `${PAYMENTS}.card_id`, 2),
  ...said("slack", "metric_definition_mismatch", PAYMENTS, 2),
  ...said("email", "freshness_ingest_lag", PAYMENTS, 2),
  ...said("email", "duplicates_dedup", PAYMENTS, 2),
  ...said("email", "join_keys_orphans", `${PAYMENTS}.card_id`, 1),
  ...said("nlq", "freshness_ingest_lag", PAYMENTS, 5),
  ...said("nlq", "duplicates_dedup", PAYMENTS, 2),
  ...said("nlq", "join_keys_orphans", `${PAYMENTS}.card_id`, 3),
];

const USER = "u1";
const PLAIN = { has_link: false, link_domains: [], has_attachment: false, attachment_names: [], has_code: false };

export function itemId(index: number): string {
  return `i${String(index).padStart(3, "0")}`;
}

/** Noon in Los Angeles, in microseconds. */
export function noon(day: number): number {
  return Date.UTC(2026, 5, day, 19) * 1000;
}

/** What the endpoint reads the theme and the names from. */
function wordsOf({ theme, about }: Said, index: number): string {
  return `theme=${theme} dashboard data about ${about}, case ${index}`;
}

async function writeBank(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await using duck = await openDuck();
  await duck.run(bankSql);
  for (const { name } of archetypeById("neobank").tables) {
    await duck.run(`COPY ${name} TO '${folder}/${name}.parquet' (FORMAT parquet)`);
  }
}

export async function writeComms(folder: string, items: readonly Said[]): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await using duck = await openDuck();
  const of = (source: Source) => [...items.entries()].filter(([, item]) => item.source === source);
  const slack = of("slack").map(([i, item]) => ({
    message_id: `m-${itemId(i)}`,
    thread_id: itemId(i),
    channel_id: "data-help",
    channel_cat: "analytics" as const,
    ts: noon(item.day),
    user_id: USER,
    text: wordsOf(item, i),
    reply_to: null,
    reply_count: 0,
    ...PLAIN,
  }));
  const email = of("email").map(([i, item]) => ({
    message_id: `m-${itemId(i)}`,
    thread_id: itemId(i),
    ts: noon(item.day),
    from_id: USER,
    to_ids: [USER],
    cc_ids: [],
    list_cat: "analytics" as const,
    subject: "data",
    body_text: wordsOf(item, i),
    ...PLAIN,
  }));
  const nlq = of("nlq").map(([i, item]) => ({
    query_id: itemId(i),
    user_id: USER,
    app: "ask",
    ts: noon(item.day),
    query_text: wordsOf(item, i),
    generated_sql: "SELECT 1",
    success_flag: null,
    latency_ms: null,
    result_rows: null,
  }));
  const users = (["slack", "email"] as const).map((source) => ({ source, user_id: USER, role: "bi" as const }));
  await writeRows(duck, join(folder, "slack_messages.parquet"), slackMessages, slack);
  await writeRows(duck, join(folder, "email_messages.parquet"), emailMessages, email);
  await writeRows(duck, join(folder, "nlq.parquet"), nlqQueries, nlq);
  await writeRows(duck, join(folder, "comms_users.parquet"), commsUsers, users);
}

/** Reads the words of {@link wordsOf}. */
function read(asked: Asked): unknown {
  const text = fencedIn(asked);
  if (asked.schema.name === "entities") {
    return {
      items: (JSON.parse(text) as { id: string; text: string }[]).map(({ id, ...item }) => {
        const [, table, column] = /about (\w+)(?:\.(\w+))?/.exec(JSON.stringify(item))!;
        return {
          id,
          tables: [{ name: table, confidence: 0.8 }],
          columns: column === undefined ? [] : [{ table, column, confidence: 0.9 }],
        };
      }),
    };
  }
  const theme = /theme=(\w+)/.exec(text)![1]!;
  if (asked.schema.name === "query_label") return { theme };
  return theme === "null" ? { relevance: "negative", theme: null } : { relevance: "positive", theme };
}

export interface BankWorld extends AsyncDisposable {
  readonly root: string;
  /** Runs a command line in the world's folder, with the endpoint's key. */
  dnr(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>;
}

/** The bank in `data`, its correspondence in `comms`; the endpoint answers as `fake` says, or as it was meant. */
export async function bankWorld(items: readonly Said[], fake: FakeOptions = {}): Promise<BankWorld> {
  const root = await Deno.makeTempDir({ prefix: "dnr-decision-" });
  const server = startFakeOpenAI({ answer: read, ...fake });
  const world: BankWorld = {
    root,
    dnr: (args, more = {}) => {
      const key = { OPENAI_API_KEY: "sk-test", DNR_LLM_API_BASE: server.base, DNR_LLM_RETRIES: "0" };
      return dnr(args, root, { env: { ...key, ...more } });
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await Deno.remove(root, { recursive: true });
    },
  };
  await writeBank(join(root, "data"));
  await writeComms(join(root, "comms"), items);
  for (const kind of ["warehouse", "comms"]) {
    const folder = kind === "warehouse" ? "data" : "comms";
    const { code, stderr } = await world.dnr(["adopt", "--archetype", "neobank", `--${kind}`, folder]);
    assert.equal(code, 0, stderr);
  }
  return world;
}

export const REPORT = ["run-report", "--warehouse", "data", "--comms", "comms", "--out", "report"] as const;

/** {@link bankWorld} with its report in `report`. */
export async function reportedBank(items: readonly Said[] = ASKED): Promise<BankWorld> {
  const world = await bankWorld(items);
  const { code, stderr } = await world.dnr(REPORT);
  assert.equal(code, 0, stderr);
  return world;
}
