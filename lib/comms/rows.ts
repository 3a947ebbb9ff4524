/** Plans and their words as the rows of `comms/{arch}/`, by time. */
import type { CommsUser, EmailMessage, NlqQuery, SlackMessage } from "../contracts/comms.ts";
import type { Person } from "./people.ts";
import type { PlannedEmail } from "./plan_emails.ts";
import type { PlannedQuery } from "./plan_queries.ts";
import type { PlannedThread } from "./plan_threads.ts";
import { hasCode, linkDomains } from "./references.ts";

/** What a text turned out to hold, whether it was planned or not. */
function held(text: string): { has_link: boolean; link_domains: string[]; has_code: boolean } {
  const domains = linkDomains(text);
  return { has_link: domains.length > 0, link_domains: domains, has_code: hasCode(text) };
}

function attached(names: readonly string[]): { has_attachment: boolean; attachment_names: string[] } {
  return { has_attachment: names.length > 0, attachment_names: [...names] };
}

/** Of equal times the lower id comes first. */
function byTime<T extends { readonly ts: number }>(rows: readonly T[], id: (row: T) => string): T[] {
  return rows.toSorted((a, b) => a.ts - b.ts || (id(a) < id(b) ? -1 : 1));
}

/** @param words One list of texts a thread, one text a message. */
export function slackRows(
  threads: readonly PlannedThread[],
  words: readonly { readonly texts: readonly string[] }[],
): SlackMessage[] {
  const rows = threads.flatMap(({ plan, bucket, times, attachments }, t) =>
    plan.messages.map(({ message_id, user_id }, i): SlackMessage => {
      const text = words[t]!.texts[i]!;
      return {
        message_id,
        thread_id: plan.thread_id,
        channel_id: plan.channel_id,
        channel_cat: bucket,
        ts: times[i]!,
        user_id,
        text,
        reply_to: i === 0 ? null : plan.messages[0]!.message_id,
        reply_count: i === 0 ? plan.messages.length - 1 : 0,
        ...held(text),
        ...attached(attachments[i]!),
      };
    })
  );
  return byTime(rows, ({ message_id }) => message_id);
}

export function emailRows(
  emails: readonly PlannedEmail[],
  words: readonly { readonly subject: string; readonly body: string }[],
): EmailMessage[] {
  const rows = emails.map(({ plan, bucket, at, to, cc, attachments }, i): EmailMessage => {
    const { subject, body } = words[i]!;
    return {
      message_id: plan.message.message_id,
      thread_id: plan.thread_id,
      ts: at,
      from_id: plan.message.user_id,
      to_ids: [...to],
      cc_ids: [...cc],
      list_cat: bucket,
      subject,
      body_text: body,
      ...attached(attachments),
      ...held(`${subject}\n${body}`),
    };
  });
  return byTime(rows, ({ message_id }) => message_id);
}

/** What became of a statement that was planned or run. */
export interface SqlOutcome {
  readonly success: boolean;
  /** Null where it was only planned. */
  readonly latencyMs: number | null;
  readonly rows: number | null;
}

/** @param outcomes One a query; null: the statements were left alone. */
export function nlqRows(
  queries: readonly PlannedQuery[],
  words: readonly { readonly text: string }[],
  outcomes: readonly SqlOutcome[] | null,
): NlqQuery[] {
  const rows = queries.map(({ plan, at, user_id, app }, i): NlqQuery => ({
    query_id: plan.query_id,
    user_id,
    app,
    ts: at,
    query_text: words[i]!.text,
    generated_sql: plan.sql,
    success_flag: outcomes?.[i]?.success ?? null,
    latency_ms: outcomes?.[i]?.latencyMs ?? null,
    result_rows: outcomes?.[i]?.rows ?? null,
  }));
  return byTime(rows, ({ query_id }) => query_id);
}

/** Everybody has an account in both. */
export function userRows(people: readonly Person[]): CommsUser[] {
  return (["slack", "email"] as const).flatMap((source) => people.map((person) => ({ source, ...person })));
}
