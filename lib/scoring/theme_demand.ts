/** The demand for each theme: its share, who asks for it, when, and whether they got it. */
import { type Source, SOURCES, type Theme, THEMES } from "../contracts/demand.ts";
import type { ThemesLabelled } from "../contracts/themes.ts";
import { combinedShares, type Observation, type Share, themeShares } from "./demand.ts";

/** An answered item with what is counted of it beside its share. */
export interface DemandItem extends Omit<Observation, "counts"> {
  readonly ds: string;
  readonly met: boolean | null;
}

interface DayRange {
  readonly from: string;
  readonly to: string;
}

/**
 * `themes` and `weeks` of `themes.json`.
 *
 * @param items All answered items, whatever their day.
 * @param window Local days that shares and counts speak of, both included.
 * @param weights Of each source, from `sourceWeights`.
 */
export function themeDemand(
  items: readonly DemandItem[],
  window: DayRange,
  weights: Readonly<Record<Source, number>>,
): Pick<ThemesLabelled, "themes" | "weeks"> {
  const inWindow = ({ ds }: DemandItem): boolean => ds >= window.from && ds <= window.to;
  const bySource = SOURCES.map((source) => {
    const own = items.filter((item) => item.source === source);
    return { source, shares: themeShares(own.map((item) => ({ ...item, counts: inWindow(item) }))) };
  });
  const all = combinedShares(bySource, weights);
  const needs = items.filter(inWindow);
  const themes = THEMES.map((theme) => {
    const wanted = needs.filter((item) => item.theme === theme);
    return {
      theme,
      share: rounded(all?.[theme]),
      ...resolution(wanted),
      sources: bySource.map(({ source, shares }) => {
        const own = wanted.filter((item) => item.source === source);
        return { source, share: rounded(shares?.[theme]), ...volume(own), ...resolution(own) };
      }),
    };
  });
  return { themes: themes.sort((a, b) => (b.share?.share ?? 0) - (a.share?.share ?? 0)), weeks: weekly(items) };
}

function resolution(items: readonly DemandItem[]): { met: number; unmet: number; untold: number } {
  const count = (met: boolean | null): number => items.filter((item) => item.met === met).length;
  return { met: count(true), unmet: count(false), untold: count(null) };
}

function volume(items: readonly DemandItem[]): { read: number; weighted: number } {
  return { read: items.length, weighted: digits(items.reduce((sum, { weight }) => sum + weight, 0)) };
}

function weekly(items: readonly DemandItem[]): ThemesLabelled["weeks"] {
  const cells = Map.groupBy(
    items.filter((item): item is DemandItem & { theme: Theme } => item.theme !== null),
    ({ ds, source, theme }) => JSON.stringify([mondayOf(ds), SOURCES.indexOf(source), THEMES.indexOf(theme)]),
  );
  return [...cells].sort(([a], [b]) => a < b ? -1 : 1).map(([, own]) => {
    const { ds, source, theme } = own[0]!;
    return { week: mondayOf(ds), source, theme, ...volume(own) };
  });
}

/** The Monday of the week of a local day. */
function mondayOf(ds: string): string {
  const day = Temporal.PlainDate.from(ds);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

function rounded(share: Share | undefined): Share | null {
  return share === undefined ? null : { share: digits(share.share), low: digits(share.low), high: digits(share.high) };
}

/** Six digits: what a sum's last bits say depends on the order of its terms. */
function digits(value: number): number {
  return Number(value.toFixed(6));
}
