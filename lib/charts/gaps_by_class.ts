import type { Backlog, GapRecord } from "../contracts/backlog.ts";
import { type Source, SOURCES } from "../contracts/demand.ts";
import { GAP_CLASSES } from "../contracts/pack.ts";
import { count, dateRange, percent, plural } from "../core/quantity.ts";
import { emptyFigure, type Figure, figure } from "./figure.ts";
import { rateBars } from "./rate_bars.ts";
import { COLOR } from "./theme.ts";

const ID = "gaps_by_class";

const CLASS_NAMES = {
  missing_dataset: "Missing dataset",
  missing_column: "Missing column",
  stale_data: "Stale data",
  access: "Access",
  definition_conflict: "Conflicting definitions",
  quality: "Data quality",
  grain_mismatch: "Grain too coarse",
} as const;

const SOURCE_NAMES: Readonly<Record<Source, string>> = { slack: "Slack", email: "e-mail", nlq: "queries" };
const FILLS: Readonly<Record<Source, string>> = { slack: COLOR.data, email: COLOR.calm, nlq: COLOR.second };

/** How many items meet each class of gap, split by where they ask. */
export function gapsByClassFigure(
  { window }: Pick<Backlog, "window">,
  records: readonly Pick<GapRecord, "gap_class" | "source">[],
): Figure {
  const days = dateRange(window.from.slice(0, 10), window.to.slice(0, 10));
  const subtitle = `Queries and threads that meet a gap, by class and source, ${days}`;
  const gaps = records.filter(({ gap_class }) => gap_class !== "none");
  if (gaps.length === 0) {
    return emptyFigure({
      id: ID,
      titles: ["No gap was found"],
      subtitle,
      reason: "No query or thread meets a gap in the data.",
    });
  }
  const of = (name: string, source: Source): number =>
    gaps.filter((gap) => gap.gap_class === name && gap.source === source).length;
  const bars = GAP_CLASSES.flatMap((name) => {
    if (name === "none") return [];
    const parts = SOURCES.map((source) => ({ source, value: of(name, source) }));
    const total = parts.reduce((sum, { value }) => sum + value, 0);
    return total === 0 ? [] : [{ name, parts, total }];
  }).sort((a, b) => b.total - a.total);
  const first = bars[0]!;
  const share = percent(100 * first.total / gaps.length);
  return figure({
    id: ID,
    titles: [
      `Most met: ${CLASS_NAMES[first.name].toLowerCase()}, ${share} of ${plural(gaps.length, "item")} with a gap`,
      `Most met: ${CLASS_NAMES[first.name].toLowerCase()}`,
    ],
    subtitle,
    alt: `Bars of items by class of gap, ${days}. ` +
      bars.map(({ name, parts, total }) =>
        `${CLASS_NAMES[name]}: ${total} (${
          parts.map(({ source, value }) => `${SOURCE_NAMES[source]} ${value}`).join(", ")
        }).`
      ).join(" "),
    body: rateBars({
      bars: bars.map(({ name, parts, total }, i) => ({
        label: CLASS_NAMES[name],
        parts: parts.map(({ source, value }) => ({ value, fill: FILLS[source] })),
        text: count(total),
        strong: i === 0,
      })),
      legend: SOURCES.filter((source) => gaps.some((gap) => gap.source === source))
        .map((source) => ({ text: SOURCE_NAMES[source], fill: FILLS[source] })),
      format: count,
    }),
  });
}
