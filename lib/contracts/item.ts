/** What is triaged and classified: a Slack thread, an e-mail or a natural-language query, with its messages. */
import type { Bucket, Role, Source } from "./demand.ts";

export interface ItemMessage {
  readonly id: string;
  /** µs since 1970 UTC. */
  readonly tsUs: number;
  readonly role: Role;
  readonly text: string;
  readonly linkDomains: readonly string[];
  /** The sender's client marked a block of code. */
  readonly hasCode: boolean;
}

export interface Item {
  readonly source: Source;
  /** `thread_id`, or `query_id` of a query. */
  readonly id: string;
  /** Of the root, µs since 1970 UTC. */
  readonly tsUs: number;
  /** Local day of the root. */
  readonly ds: string;
  /** Null for a query. */
  readonly bucket: Bucket | null;
  /** Slack channel; the list's bucket for an e-mail; null for a query. */
  readonly channel: string | null;
  /** Of an e-mail. */
  readonly subject: string | null;
  /** The root first, then its replies, oldest first. At least one. */
  readonly messages: readonly [ItemMessage, ...ItemMessage[]];
}
