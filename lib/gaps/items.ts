/** The items of a pack: what is read as one, whatever order the lines of its files have. */
import type { Source } from "../contracts/demand.ts";
import type { PackContent, PackQuery } from "../contracts/pack.ts";

/** A query, or a thread of Slack or e-mail. */
export interface GapItem {
  readonly source: Source;
  /** Of the query, or of the thread. */
  readonly id: string;
  /** Ids of all records that it is made of, the first one first. */
  readonly records: readonly string[];
  readonly ts: string;
  readonly userId: string;
  /** Of an e-mail thread. */
  readonly subject: string | undefined;
  readonly texts: readonly string[];
  /** What came of a query, and what was read for it. */
  readonly query: Pick<PackQuery, "status" | "datasets"> | null;
}

interface Said {
  readonly id: string;
  readonly ts: string;
  readonly userId: string;
  readonly text: string;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All that is said in an item, its subject first. */
export function wholeText({ subject, texts }: Pick<GapItem, "subject" | "texts">): string {
  return [...(subject === undefined ? [] : [subject]), ...texts].join("\n");
}

/** Items by source, then id; messages of a thread by time, then id. */
export function itemsOf({ queries, slack, email }: Pick<PackContent, "queries" | "slack" | "email">): GapItem[] {
  const thread = (source: Source, id: string, said: readonly Said[], subject?: string): GapItem => {
    // The thread is named after its first message, whatever a clock says.
    const messages = said.toSorted((a, b) =>
      Number(b.id === id) - Number(a.id === id) || compare(a.ts, b.ts) || compare(a.id, b.id)
    );
    const { ts, userId } = messages[0]!;
    const texts = messages.map(({ text }) => text);
    return { source, id, records: messages.map((message) => message.id), ts, userId, subject, texts, query: null };
  };
  const items = [
    ...Array.from(
      Map.groupBy(slack, ({ thread_id }) => thread_id),
      ([id, messages]) => thread("slack", id, messages.map((message) => ({ ...message, userId: message.user_id }))),
    ),
    ...Array.from(Map.groupBy(email, ({ thread_id }) => thread_id), ([id, messages]) => {
      const first = messages.find((message) => message.id === id) ?? messages[0]!;
      const said = messages.map((message) => ({ ...message, userId: message.from_id, text: message.body }));
      return thread("email", id, said, first.subject);
    }),
    ...queries.map(({ id, ts, user_id, text, status, datasets }): GapItem => ({
      source: "nlq",
      id,
      records: [id],
      ts,
      userId: user_id,
      subject: undefined,
      texts: [text],
      query: { status, datasets },
    })),
  ];
  return items.sort((a, b) => compare(a.source, b.source) || compare(a.id, b.id));
}
