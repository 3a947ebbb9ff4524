import type { Bucket, Source } from "../../lib/contracts/demand.ts";
import type { Item, ItemMessage } from "../../lib/contracts/item.ts";

/** A message; `hour` counts from 2026-06-01 00:00 UTC. */
export function message(text: string, more: Partial<ItemMessage> & { readonly hour?: number } = {}): ItemMessage {
  const { hour = 0, ...rest } = more;
  const tsUs = (Date.UTC(2026, 5, 1) + hour * 3_600_000) * 1000;
  return { id: "m001", tsUs, role: "other", text, linkDomains: [], hasCode: false, ...rest };
}

export interface MadeUp {
  readonly source?: Source;
  readonly id?: string;
  readonly ds?: string;
  readonly bucket?: Bucket | null;
  readonly channel?: string | null;
  readonly subject?: string | null;
}

export function item(messages: readonly ItemMessage[], more: MadeUp = {}): Item {
  const [root = message(""), ...replies] = messages;
  return {
    source: "slack",
    id: "t0001",
    tsUs: root.tsUs,
    ds: "2026-06-01",
    bucket: "analytics",
    channel: "data-help",
    subject: null,
    messages: [root, ...replies],
    ...more,
  };
}
