import type { Source } from "../contracts/demand.ts";
import type { ThemesLabelled } from "../contracts/themes.ts";
import { dateRange, percent, plural } from "../core/quantity.ts";
import { emptyFigure, type Figure, figure } from "./figure.ts";
import { rateBars } from "./rate_bars.ts";
import { COLOR } from "./theme.ts";

const ID = "theme_demand";

/** Themes in the words of those who read the report. */
export const THEME_TITLES = {
  metric_definition_mismatch: "Metric definitions",
  join_keys_orphans: "Rows that fail to join",
  freshness_ingest_lag: "Late data",
  duplicates_dedup: "Duplicates",
  access_permissions_pii: "Access and privacy",
  new_field_schema_request: "New fields",
  revenue_coverage_mapping: "Revenue coverage",
  attribution_funnel_gaps: "Attribution and funnels",
} as const;

const SOURCE_NAMES: Readonly<Record<Source, string>> = { slack: "Slack", email: "e-mail", nlq: "queries" };
const FILLS: Readonly<Record<Source, string>> = { slack: COLOR.data, email: COLOR.calm, nlq: COLOR.second };

/** Share of each theme in what people ask of their data in the window, split by where they ask. */
export function themeDemandFigure({ window, sources, themes }: ThemesLabelled): Figure {
  const days = dateRange(window.from, window.to);
  const subtitle = `Share of all needs by theme, % of weighted demand with 95% interval, ${days}`;
  const weights = new Map(sources.map(({ source, weight }) => [source, weight]));
  const asked = themes.flatMap((theme) => theme.share === null ? [] : [{ ...theme, share: theme.share }]);
  const first = asked[0];
  if (first === undefined) {
    const titles = ["Nobody asked for data on these days"] as const;
    return emptyFigure({
      id: ID,
      titles: [...titles],
      subtitle,
      reason: "No thread, e-mail or query of the window asks for data.",
    });
  }
  // A source without a need leaves its weight to the others.
  const speaking = sources.filter(({ source }) =>
    asked.some((theme) => theme.sources.some((own) => own.source === source && own.share !== null))
  );
  const whole = speaking.reduce((sum, { weight }) => sum + weight, 0);
  const needs = speaking.reduce((sum, source) => sum + source.needs, 0);
  const top = percent(100 * first.share.share);
  return figure({
    id: ID,
    titles: [
      `Most asked for: ${THEME_TITLES[first.theme].toLowerCase()}, ${top} of ${plural(needs, "need")}`,
      `Most asked for: ${THEME_TITLES[first.theme].toLowerCase()}, ${top}`,
    ],
    subtitle,
    alt: `Bars of demand by theme, ${days}. ` +
      asked.map(({ theme, share: { share, low, high }, met, unmet }) =>
        `${THEME_TITLES[theme]}: ${percent(100 * share)} (${percent(100 * low)} to ${
          percent(100 * high)
        }), ${met} met, ${unmet} unmet.`
      ).join(" "),
    body: rateBars({
      bars: asked.map(({ theme, share, sources: parts }, i) => ({
        label: THEME_TITLES[theme],
        parts: parts.flatMap(({ source, share: own }) =>
          own === null ? [] : [{ value: 100 * weights.get(source)! / whole * own.share, fill: FILLS[source] }]
        ),
        interval: [100 * share.low, 100 * share.high],
        text: percent(100 * share.share),
        strong: i < 3,
      })),
      legend: speaking.map(({ source }) => ({ text: SOURCE_NAMES[source], fill: FILLS[source] })),
      format: percent,
    }),
  });
}
