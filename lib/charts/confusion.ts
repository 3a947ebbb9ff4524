import type { TaskScores } from "../contracts/evaluation.ts";
import { plural } from "../core/quantity.ts";
import { BODY, emptyFigure, type Figure, figure } from "./figure.ts";
import { element } from "./svg.ts";
import { drawLabel, fitName } from "./text.ts";
import { COLOR, SIZE } from "./theme.ts";

const NAME_WIDTH = 230;
const SUPPORT_WIDTH = 60;
const HEAD = 34;
const MAX_ROW = 44;

const SOURCE_TITLES = { slack: "Slack", email: "E-mail", nlq: "Queries" } as const;

/** `Slack theme`: how figures and pages name what was judged. */
export function taskTitle({ source, task }: Pick<TaskScores, "source" | "task">): string {
  return `${SOURCE_TITLES[source]} ${task}`;
}

/** Labels expected (rows, numbered) against labels predicted (columns by the same number), shaded by share of the row. */
export function confusionFigure(scores: TaskScores): Figure {
  const { labels, counts } = scores.confusion;
  const id = `confusion_${scores.source}_${scores.task}`;
  const subtitle =
    `Rows: expected label. Columns: predicted label by its number, “–” no answer. Shaded by share of the row`;
  if (scores.items === 0 || scores.macro_f1 === null) {
    return emptyFigure({
      id,
      titles: [`${taskTitle(scores)}: nothing to judge`],
      subtitle,
      reason: "No item has a label.",
    });
  }
  const { value, low, high } = scores.macro_f1;
  const interval = `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
  const worst = worstConfusion(labels, counts);
  const score = `${taskTitle(scores)}: macro-F1 ${interval}`;
  const mixed = worst === undefined ? "no label is confused" : `${worst.expected} is taken for ${worst.predicted}`;
  return figure({
    id,
    titles: worst === undefined
      ? [`${score}; ${mixed}`]
      : [`${score}; ${mixed}`, `${score}; weakest ${worst.expected}`, score],
    subtitle,
    alt: `${score} on ${plural(scores.items, "item")}. ` +
      (worst === undefined
        ? "No label is confused with another."
        : `Most often confused: ${mixed}, ${worst.count} of ${worst.of}.`),
    body: heatmap(labels, counts),
  });
}

function worstConfusion(
  labels: readonly string[],
  counts: readonly (readonly number[])[],
): { expected: string; predicted: string; count: number; of: number } | undefined {
  return counts
    .flatMap((row, i) =>
      labels.map((predicted, j) => ({
        expected: labels[i]!,
        predicted,
        count: i === j ? 0 : row[j]!,
        of: row.reduce((sum, count) => sum + count, 0),
      }))
    )
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count / b.of - a.count / a.of)[0];
}

function heatmap(labels: readonly string[], counts: readonly (readonly number[])[]): string[] {
  const row = Math.min(MAX_ROW, (BODY.bottom - BODY.top - HEAD) / labels.length);
  const left = BODY.left + NAME_WIDTH;
  const width = (BODY.right - SUPPORT_WIDTH - left) / (labels.length + 1);
  const top = BODY.top + HEAD;
  const heads = [...labels.map((_, j) => String(j + 1)), "–"].map((text, j) =>
    drawLabel({ x: left + (j + 0.5) * width, y: top - 10, text, anchor: "middle", weight: 600, fill: COLOR.muted })
  );
  const cells = counts.flatMap((line, i) => {
    const support = line.reduce((sum, count) => sum + count, 0);
    const middle = top + i * row + row / 2 + 4;
    return [
      drawLabel({
        x: BODY.left,
        y: middle,
        text: fitName(`${i + 1}  ${labels[i]!}`, NAME_WIDTH - 12, SIZE.label, 400),
      }),
      ...line.flatMap((count, j) => {
        const share = support === 0 ? 0 : count / support;
        return [
          element("rect", {
            x: left + j * width + 1,
            y: top + i * row + 1,
            width: width - 2,
            height: row - 2,
            rx: 3,
            fill: i === j ? COLOR.data : COLOR.breach,
            // Rare confusions must still be seen beside an empty cell.
            "fill-opacity": (count === 0 ? 0.03 : 0.12 + 0.88 * share).toFixed(2),
          }),
          drawLabel({
            x: left + (j + 0.5) * width,
            y: middle,
            text: count === 0 ? "·" : String(count),
            anchor: "middle",
            weight: i === j ? 600 : 400,
            fill: count === 0 ? COLOR.calm : share > 0.5 ? COLOR.background : COLOR.ink,
          }),
        ];
      }),
      drawLabel({ x: BODY.right, y: middle, text: String(support), anchor: "end", fill: COLOR.muted }),
    ];
  });
  const all = drawLabel({ x: BODY.right, y: top - 10, text: "all", anchor: "end", weight: 600, fill: COLOR.muted });
  return [...heads, all, ...cells];
}
