/** Items out of the rows of `comms/{arch}/`, in an order that nothing but the rows decides. */
import type { CommsUser, EmailMessage, NlqQuery, SlackMessage } from "../contracts/comms.ts";
import type { Role } from "../contracts/demand.ts";
import type { Item, ItemMessage } from "../contracts/item.ts";
import { offsetsOver } from "../core/calendar.ts";
import { localDs } from "../core/local_day.ts";
import { compareText } from "../core/order.ts";

export interface Correspondence {
  readonly slack: readonly SlackMessage[];
  readonly email: readonly EmailMessage[];
  readonly users: readonly CommsUser[];
  readonly nlq: readonly NlqQuery[];
}

interface Threaded {
  readonly thread_id: string;
  readonly message_id: string;
  readonly ts: number;
}

/**
 * Threads, e-mails and queries, each source by time of its roots, then by id.
 *
 * A Slack thread's root is the message that replies to none (the oldest, where several or none do), an e-mail's the
 * oldest. Users without a role count as `other`.
 *
 * @param tz Time zone whose days items are counted by.
 */
export function itemsOf({ slack, email, users, nlq }: Correspondence, tz: string): Item[] {
  const clock = offsetsOver(tz, [...slack, ...email, ...nlq].map(({ ts }) => ts));
  const day = (us: number): string => localDs(us, clock);
  const roles = new Map(users.map(({ source, user_id, role }) => [`${source}/${user_id}`, role]));
  const roleOf = (source: "slack" | "email", user: string): Role => roles.get(`${source}/${user}`) ?? "other";
  return [
    ...threads(slack, ({ reply_to }) => reply_to === null)
      .map((thread) => slackItem(thread, day, (user) => roleOf("slack", user))),
    ...threads(email, () => true).map((thread) => emailItem(thread, day, (user) => roleOf("email", user))),
    ...nlq.map((query) => queryItem(query, day)).sort(byTime),
  ];
}

function slackItem(
  [root, ...replies]: readonly [SlackMessage, ...SlackMessage[]],
  day: (us: number) => string,
  roleOf: (user: string) => Role,
): Item {
  const said = (message: SlackMessage): ItemMessage => ({
    id: message.message_id,
    tsUs: message.ts,
    role: roleOf(message.user_id),
    text: message.text,
    linkDomains: message.link_domains,
    hasCode: message.has_code,
  });
  return {
    source: "slack",
    id: root.thread_id,
    tsUs: root.ts,
    ds: day(root.ts),
    bucket: root.channel_cat,
    channel: root.channel_id,
    subject: null,
    messages: [said(root), ...replies.map(said)],
  };
}

function emailItem(
  [root, ...answers]: readonly [EmailMessage, ...EmailMessage[]],
  day: (us: number) => string,
  roleOf: (user: string) => Role,
): Item {
  const said = (message: EmailMessage): ItemMessage => ({
    id: message.message_id,
    tsUs: message.ts,
    role: roleOf(message.from_id),
    text: message.body_text,
    linkDomains: message.link_domains,
    hasCode: message.has_code,
  });
  return {
    source: "email",
    id: root.thread_id,
    tsUs: root.ts,
    ds: day(root.ts),
    bucket: root.list_cat,
    channel: root.list_cat,
    subject: root.subject,
    messages: [said(root), ...answers.map(said)],
  };
}

function queryItem({ query_id: id, ts, query_text: text }: NlqQuery, day: (us: number) => string): Item {
  return {
    source: "nlq",
    id,
    tsUs: ts,
    ds: day(ts),
    bucket: null,
    channel: null,
    subject: null,
    messages: [{ id, tsUs: ts, role: "other", text, linkDomains: [], hasCode: false }],
  };
}

function threads<M extends Threaded>(rows: readonly M[], mayBeRoot: (row: M) => boolean): [M, ...M[]][] {
  const found = Map.groupBy(rows, ({ thread_id }) => thread_id);
  const ordered = [...found.values()].map((messages): [M, ...M[]] => {
    const sorted = messages.toSorted((a, b) => a.ts - b.ts || compareText(a.message_id, b.message_id));
    const root = sorted.find(mayBeRoot) ?? sorted[0]!;
    return [root, ...sorted.filter((message) => message !== root)];
  });
  return ordered.sort(([a], [b]) => a.ts - b.ts || compareText(a.thread_id, b.thread_id));
}

function byTime(a: Item, b: Item): number {
  return a.tsUs - b.tsUs || compareText(a.id, b.id);
}
