/** A small correspondence, written by hand, and its folder as `gen-comms` would leave it. */
import { join } from "node:path";
import { COMMS_TABLES } from "../../lib/contracts/comms.ts";
import { type Role, type Theme } from "../../lib/contracts/demand.ts";
import type { Row, RowTable } from "../../lib/contracts/row_table.ts";
import { DAY_US, HOUR_US } from "../../lib/core/calendar.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { fileEntries, writeManifest } from "../../lib/infra/files.ts";
import { writeRows } from "../../lib/infra/row_table.ts";
import type { Correspondence } from "../../lib/triage/items.ts";

interface Said {
  /** Null: not a need for data. */
  readonly theme: Theme | null;
  readonly subject: string;
  readonly root: string;
  readonly replies: readonly string[];
  readonly query: string;
}

/** One of each kind; the loaf and the badge share no need and, but for the badge, no vocabulary. */
const SAID: readonly Said[] = [
  {
    theme: "freshness_ingest_lag",
    subject: "Card report frozen since yesterday",
    root: "the card dashboard still shows yesterday 4pm, nothing newer was loaded",
    replies: ["source job hung overnight, restarted", "rerun finished, all caught up, numbers tie"],
    query: "when was the latest load of card data",
  },
  {
    theme: "duplicates_dedup",
    subject: "Totals doubled on Tuesday",
    root: "2,114 transaction ids appear twice in the export, the total is too high",
    replies: ["consumer restart replayed a topic", "parked, goes to the backlog for next quarter"],
    query: "count repeated transaction ids per day",
  },
  {
    theme: "metric_definition_mismatch",
    subject: "Two definitions of active customers",
    root: "two tiles disagree on 30 day active customers, 41k and 38k, which filter is right?",
    replies: ["one counts declines, the other does not", "any update on this?"],
    query: "active customers last 30 days, captured only",
  },
  {
    theme: null,
    subject: "New badges at the front desk",
    root: "new access badges are at reception, join the queue at noon, duplicate photos are fine",
    replies: ["got mine", "thanks"],
    query: "cards without an account by month",
  },
  {
    theme: null,
    subject: "Bread",
    root: "somebody left a lovely loaf in the kitchen",
    replies: ["it was me", "enjoy"],
    query: "interchange by sector last month",
  },
];

const ROLES: readonly Role[] = ["exec", "data_eng", "bi", "finance", "pm", "other"];
const CHANNELS = [["data-help", "analytics"], ["data-pipelines", "platform"], ["payments-ops", "domain"]] as const;

/** Theme that an item of {@link correspondence} was written for; null for small talk, and for queries beyond the first three kinds. */
export function themeWritten(id: string): Theme | null {
  return SAID[Number(id.slice(1)) % SAID.length]!.theme;
}

/**
 * Items spread evenly over the days that end with `lastUs`: threads `t0000…`, e-mails `e0000…`, queries `q0000…`.
 */
export function correspondence(
  sizes: { slack: number; email: number; nlq: number },
  lastUs: number,
  days = 60,
): Correspondence {
  const at = (i: number, n: number): number => lastUs - Math.floor((days * DAY_US * (i + 1)) / (n + 1));
  const said = (i: number): Said => SAID[i % SAID.length]!;
  const id = (letter: string, i: number): string => `${letter}${String(i).padStart(4, "0")}`;
  const user = (i: number): string => `u${String(i % ROLES.length).padStart(3, "0")}`;
  const links = { has_link: false, link_domains: [], has_attachment: false, attachment_names: [], has_code: false };
  return {
    slack: Array.from({ length: sizes.slack }, (_, i) => {
      const [channel_id, channel_cat] = CHANNELS[i % 3]!;
      return [said(i).root, ...said(i).replies].map((text, k) => ({
        message_id: `${id("m", i)}-${k}`,
        thread_id: id("t", i),
        channel_id,
        channel_cat,
        ts: at(i, sizes.slack) + k * HOUR_US,
        user_id: user(i + k),
        // Sets one thread apart from the next of its kind.
        text: k === 0 ? `${text} (case ${i})` : text,
        reply_to: k === 0 ? null : `${id("m", i)}-0`,
        reply_count: k === 0 ? said(i).replies.length : 0,
        ...links,
      }));
    }).flat(),
    email: Array.from({ length: sizes.email }, (_, i) => ({
      message_id: `${id("n", i)}`,
      thread_id: id("e", i),
      ts: at(i, sizes.email),
      from_id: user(i),
      to_ids: [user(i + 1)],
      cc_ids: [],
      list_cat: CHANNELS[i % 3]![1],
      subject: said(i).subject,
      body_text: `${said(i).root} (case ${i}). Please tell me by Friday.`,
      ...links,
    })),
    users: (["slack", "email"] as const).flatMap((source) =>
      ROLES.map((role, i) => ({ source, user_id: user(i), role }))
    ),
    nlq: Array.from({ length: sizes.nlq }, (_, i) => ({
      query_id: id("q", i),
      user_id: user(i),
      app: "ask",
      ts: at(i, sizes.nlq),
      query_text: `${said(i).query} (${i})`,
      generated_sql: "SELECT 1",
      success_flag: null,
      latency_ms: null,
      result_rows: null,
    })),
  };
}

/** Writes `rows` as a signed folder of communications. */
export async function writeCorrespondence(folder: string, archetype: string, rows: Correspondence): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await using duck = await openDuck();
  const content = [rows.slack, rows.email, rows.users, rows.nlq] as readonly (readonly Row<RowTable>[])[];
  for (const [i, table] of COMMS_TABLES.entries()) {
    await writeRows(duck, join(folder, `${table.name}.parquet`), table, content[i]!);
  }
  const counts = Object.fromEntries(COMMS_TABLES.map(({ name }, i) => [`${name}.parquet`, content[i]!.length]));
  await writeManifest(folder, {
    schema_version: "1.0",
    kind: "comms",
    archetype,
    version: "0.1.0",
    adopted: false,
    seed: 1,
    parameters: {},
    files: await fileEntries(folder, counts),
  });
}
