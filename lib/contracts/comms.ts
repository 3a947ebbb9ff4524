/** The Parquet files of `comms/{arch}/`: what people wrote. Columns as in the seed's specification. */
import { BUCKETS, ROLES } from "./demand.ts";
import {
  flag,
  instant,
  integer,
  oneOf,
  orNull,
  real,
  type Row,
  type RowTable,
  rowTable,
  text,
  texts,
} from "./row_table.ts";

export const slackMessages = rowTable("slack_messages", {
  message_id: text,
  thread_id: text,
  channel_id: text,
  channel_cat: oneOf(BUCKETS),
  ts: instant,
  user_id: text,
  text,
  /** The root's `message_id`; null for the root itself. */
  reply_to: orNull(text),
  /** Replies to this message: those of the thread for its root, else 0. */
  reply_count: integer,
  has_link: flag,
  link_domains: texts,
  has_attachment: flag,
  attachment_names: texts,
  has_code: flag,
});
export type SlackMessage = Row<typeof slackMessages>;

export const emailMessages = rowTable("email_messages", {
  message_id: text,
  thread_id: text,
  ts: instant,
  from_id: text,
  to_ids: texts,
  cc_ids: texts,
  list_cat: oneOf(BUCKETS),
  subject: text,
  body_text: text,
  has_attachment: flag,
  attachment_names: texts,
  has_link: flag,
  link_domains: texts,
  has_code: flag,
});
export type EmailMessage = Row<typeof emailMessages>;

export const commsUsers = rowTable("comms_users", {
  source: oneOf(["slack", "email"]),
  user_id: text,
  role: oneOf(ROLES),
});
export type CommsUser = Row<typeof commsUsers>;

export const nlqQueries = rowTable("nlq", {
  query_id: text,
  user_id: text,
  app: text,
  ts: instant,
  query_text: text,
  generated_sql: text,
  /** Null until known: a query that was neither planned nor run has no outcome. */
  success_flag: orNull(flag),
  latency_ms: orNull(real),
  result_rows: orNull(integer),
});
export type NlqQuery = Row<typeof nlqQueries>;

export const COMMS_TABLES: readonly RowTable[] = [slackMessages, emailMessages, commsUsers, nlqQueries];
