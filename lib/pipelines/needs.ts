/** What people need, as the ranking reads it: the positive items of a window. */
import type { SourceCoverage } from "../contracts/budget.ts";
import type { Source, Theme } from "../contracts/demand.ts";
import type { Item } from "../contracts/item.ts";
import type { ThemesLabelled } from "../contracts/themes.ts";
import type { Mention, Need } from "../scoring/gaps.ts";
import type { Demand } from "./decision.ts";

/** Characters of a quote; a longer text is cut after a word. */
const QUOTE = 240;

/** An item that may hold a need. */
export interface NeedyItem {
  readonly source: Source;
  readonly id: string;
  /** Local day. */
  readonly ds: string;
}

/** What is known of an item's need. */
export interface ReadNeed {
  readonly source: Source;
  readonly item_id: string;
  readonly theme: Theme | null;
  readonly theme_prob: number | null;
  readonly met: boolean | null;
  readonly weight: number;
}

export interface Named extends Mention {
  readonly source: Source;
  readonly item_id: string;
}

/** How a report quotes an item. */
export function quoteOf({ subject, messages: [root] }: Item): string {
  const text = [...(subject === null ? [] : [subject]), root.text].join(": ").replace(/\s+/g, " ").trim();
  if (text.length <= QUOTE) return text;
  const cut = text.slice(0, QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), QUOTE / 2))}…`;
}

/**
 * The needs among `items` that fall on the days of a window, in their order.
 *
 * @param quote Words of an item that make an example.
 * @param read What each item was read to need; items without an entry, or without a theme, need nothing.
 */
export function needsOf<I extends NeedyItem>(
  items: readonly I[],
  quote: (item: I) => string,
  read: readonly ReadNeed[],
  named: readonly Named[],
  window: { readonly from: string; readonly to: string },
): Need[] {
  const key = (source: Source, id: string): string => `${source}/${id}`;
  const needs = new Map(read.map((need) => [key(need.source, need.item_id), need]));
  const mentions = Map.groupBy(named, ({ source, item_id }) => key(source, item_id));
  return items.flatMap((item) => {
    const need = needs.get(key(item.source, item.id));
    if (need === undefined || need.theme === null || item.ds < window.from || item.ds > window.to) return [];
    return [{
      source: item.source,
      id: item.id,
      ds: item.ds,
      theme: need.theme,
      themeProb: need.theme_prob,
      met: need.met,
      weight: need.weight,
      mentions: (mentions.get(key(item.source, item.id)) ?? [])
        .map(({ table, column, confidence }) => ({ table, column, confidence })),
      quote: quote(item),
    }];
  });
}

/**
 * The demand that a report ranks by.
 *
 * @param themes Holds the weight of each source.
 * @param coverage Of each source: answered among the eligible.
 */
export function demandOf(
  needs: readonly Need[],
  { sources }: ThemesLabelled,
  coverage: readonly SourceCoverage[],
): Demand {
  const sourceWeights = Object.fromEntries(sources.map(({ source, weight }) => [source, weight])) as Record<
    Source,
    number
  >;
  const covered = coverage.reduce(
    (sum, { source, of_eligible }) => sum + sourceWeights[source] * (of_eligible ?? 0),
    0,
  );
  return { needs, sourceWeights, coverage: Math.min(1, covered) };
}
