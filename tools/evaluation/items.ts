/** The handwritten evaluation set as the files that `dnr` reads: communications, and the labels beside them. */
import { join } from "node:path";
import { z } from "zod";
import {
  type CommsUser,
  commsUsers,
  type EmailMessage,
  emailMessages,
  nlqQueries,
  type NlqQuery,
  type SlackMessage,
  slackMessages,
} from "../../lib/contracts/comms.ts";
import { Relevance, Role, ROLES, type Source, SOURCES, Theme } from "../../lib/contracts/demand.ts";
import { type Label, labelTables } from "../../lib/contracts/labels.ts";
import { DAY_US, MINUTE_US } from "../../lib/core/calendar.ts";
import type { Duck } from "../../lib/infra/duck.ts";
import { writeRows } from "../../lib/infra/row_table.ts";

const common = { id: z.string(), archetype: z.string(), tables: z.array(z.string()), columns: z.array(z.string()) };
const judged = { relevance: Relevance, theme: Theme.nullable(), met: z.boolean().nullable() };
const ITEMS = {
  slack: z.object({ ...common, ...judged, messages: z.array(z.object({ role: Role, text: z.string() })) }),
  email: z.object({ ...common, ...judged, role: Role, subject: z.string(), body_text: z.string() }),
  nlq: z.object({ ...common, theme: Theme, query_text: z.string() }),
} as const;

type Item<S extends Source> = z.infer<(typeof ITEMS)[S]>;

/** Items are a day apart in turn, over the last four weeks of June 2026: inside the window of a report. */
const FIRST_US = Date.UTC(2026, 5, 3, 17) * 1000;
const DAYS = 28;
const timeOf = (index: number): number => FIRST_US + (index % DAYS) * DAY_US + index * MINUTE_US;

async function read<S extends Source>(source: S, archetype: string): Promise<Item<S>[]> {
  const text = await Deno.readTextFile(join(import.meta.dirname!, `${source}.jsonl`));
  const items = text.trim().split("\n").map((line) => ITEMS[source].parse(JSON.parse(line)) as Item<S>);
  return items.filter((item) => item.archetype === archetype);
}

/** One user for each role, who writes whatever that role says. */
const userOf = (role: Role): string => `u${String(ROLES.indexOf(role) + 1).padStart(3, "0")}`;
const NOTHING = { has_link: false, link_domains: [], has_attachment: false, attachment_names: [], has_code: false };

function slackRows(items: readonly Item<"slack">[]): SlackMessage[] {
  return items.flatMap(({ id, messages }, index) =>
    messages.map(({ role, text }, i) => ({
      ...NOTHING,
      message_id: `${id}-${i + 1}`,
      thread_id: id,
      channel_id: "data-help",
      channel_cat: "analytics" as const,
      ts: timeOf(index) + i * 10 * MINUTE_US,
      user_id: userOf(role),
      text,
      reply_to: i === 0 ? null : `${id}-1`,
      reply_count: i === 0 ? messages.length - 1 : 0,
      has_code: text.includes("`"),
    }))
  );
}

function emailRows(items: readonly Item<"email">[]): EmailMessage[] {
  return items.map(({ id, role, subject, body_text }, index) => ({
    ...NOTHING,
    message_id: id,
    thread_id: id,
    ts: timeOf(index),
    from_id: userOf(role),
    to_ids: [],
    cc_ids: [],
    list_cat: "analytics",
    subject,
    body_text,
  }));
}

function queryRows(items: readonly Item<"nlq">[]): NlqQuery[] {
  const unknown = { success_flag: null, latency_ms: null, result_rows: null };
  return items.map(({ id, query_text }, index) => ({
    ...unknown,
    query_id: id,
    user_id: "u001",
    app: "ask",
    ts: timeOf(index),
    query_text,
    generated_sql: "SELECT 1",
  }));
}

function labelRows(items: readonly Item<Source>[]): Label[] {
  return items.map((item, index) => ({
    item_id: item.id,
    archetype: item.archetype,
    ts: timeOf(index),
    relevance: "relevance" in item ? item.relevance : null,
    theme: item.theme,
    met: "met" in item ? item.met : null,
    tables: item.tables,
    columns: item.columns,
    event_id: null,
  }));
}

/** Writes one company's part of the set: four files into `comms`, three files of labels into `meta`. */
export async function writeEvaluationSet(duck: Duck, archetype: string, comms: string, meta: string): Promise<void> {
  const [slack, email, nlq] = [
    await read("slack", archetype),
    await read("email", archetype),
    await read("nlq", archetype),
  ];
  const users: CommsUser[] = (["slack", "email"] as const).flatMap((source) =>
    ROLES.map((role) => ({ source, user_id: userOf(role), role }))
  );
  const file = (dir: string, name: string): string => join(dir, `${name}.parquet`);
  await writeRows(duck, file(comms, slackMessages.name), slackMessages, slackRows(slack));
  await writeRows(duck, file(comms, emailMessages.name), emailMessages, emailRows(email));
  await writeRows(duck, file(comms, commsUsers.name), commsUsers, users);
  await writeRows(duck, file(comms, nlqQueries.name), nlqQueries, queryRows(nlq));
  const labels = { slack: labelRows(slack), email: labelRows(email), nlq: labelRows(nlq) };
  for (const source of SOURCES) {
    await writeRows(duck, file(meta, labelTables[source].name), labelTables[source], labels[source]);
  }
}
