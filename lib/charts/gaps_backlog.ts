import { type Backlog, UNSURE_BELOW } from "../contracts/backlog.ts";
import { dateRange, percent, plural } from "../core/quantity.ts";
import { emptyFigure, type Figure, figure } from "./figure.ts";
import { rateBars } from "./rate_bars.ts";
import { COLOR } from "./theme.ts";

const ID = "gaps_backlog";

/** Bars that stay apart on the canvas. */
const MOST = 10;

/** The head of the backlog by score, with what the score is made of. */
export function gapsBacklogFigure({ window, backlog }: Pick<Backlog, "window" | "backlog">): Figure {
  const days = dateRange(window.from.slice(0, 10), window.to.slice(0, 10));
  const subtitle = `Score (severity × frequency, 0 to 1) of the first gaps of the backlog, ${days}`;
  const first = backlog[0];
  if (first === undefined) {
    return emptyFigure({ id: ID, titles: ["The backlog is empty"], subtitle, reason: "No gap was found in the pack." });
  }
  const shown = backlog.slice(0, MOST);
  const score = (value: number): string => value.toFixed(2);
  return figure({
    id: ID,
    titles: [`Fix first: ${first.title}`, "What to fix first"],
    subtitle,
    ...(backlog.length > MOST
      ? {
        note: `The first ${MOST} of ${backlog.length}; paler bars are unsure (confidence below ${
          percent(100 * UNSURE_BELOW)
        }).`,
      }
      : {}),
    alt: `Bars of backlog items by score, ${days}. ` +
      shown.map(({ rank, title, score: value, asks, people }) =>
        `${rank}. ${title}: ${score(value)}, ${plural(asks, "item")} of ${plural(people, "person", "people")}.`
      ).join(" "),
    body: rateBars({
      bars: shown.map(({ title, score: value, asks, people, confidence }, i) => ({
        label: title,
        parts: [{ value, fill: confidence < UNSURE_BELOW ? COLOR.calm : COLOR.data }],
        text: `${score(value)}: ${plural(asks, "ask")}, ${plural(people, "person", "people")}`,
        strong: i < 3,
      })),
      format: score,
    }),
  });
}
