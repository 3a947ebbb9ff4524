import { scaleLinear } from "d3-scale";
import type { Calibration, TaskScores } from "../contracts/evaluation.ts";
import { plural } from "../core/quantity.ts";
import { taskTitle } from "./confusion.ts";
import { BODY, emptyFigure, type Figure, figure } from "./figure.ts";
import { element } from "./svg.ts";
import { drawLabel } from "./text.ts";
import { COLOR, SIZE } from "./theme.ts";

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Stated probability against observed accuracy, bin by bin: on the diagonal the model knows how sure it may be. */
export function reliabilityFigure(scores: TaskScores): Figure {
  const id = `reliability_${scores.source}_${scores.task}`;
  const { calibration } = scores;
  const subtitle =
    "Share of right labels (vertical) at the probability that the model stated (horizontal), by bins of equally many items";
  if (calibration === null) {
    const titles = [`${taskTitle(scores)}: no probabilities`] as const;
    return emptyFigure({ id, titles: [...titles], subtitle, reason: "No answered item states a probability." });
  }
  const { ece, ece_if_calibrated: noise } = calibration;
  const bias = calibration.bins.reduce(
    (sum, bin) => sum + bin.items / calibration.items * (bin.mean_probability - bin.accuracy),
    0,
  );
  const points = (Math.abs(bias) * 100).toFixed(1);
  const finding = Math.abs(bias) < 0.005
    ? "neither too sure nor too timid"
    : `${points} points too ${bias > 0 ? "sure" : "timid"}`;
  const error = `calibration error ${ece.toFixed(3)}, chance alone gives ${noise.toFixed(3)}`;
  return figure({
    id,
    titles: [`${taskTitle(scores)}: ${finding}; ${error}`, `${taskTitle(scores)}: ${finding}`],
    subtitle,
    alt: `${taskTitle(scores)}, ${plural(calibration.items, "item")}: ${finding}; ${error}. ` +
      calibration.bins.map((bin) => `${bin.mean_probability.toFixed(2)} stated, ${bin.accuracy.toFixed(2)} right`).join(
        "; ",
      ),
    body: plot(calibration),
  });
}

function plot({ bins }: Calibration): string[] {
  const x = scaleLinear([0, 1], [BODY.left + 46, BODY.right - 16]);
  const y = scaleLinear([0, 1], [BODY.bottom - 30, BODY.top + 8]);
  const grid = TICKS.flatMap((tick) => [
    element("line", { x1: x(0), x2: x(1), y1: y(tick), y2: y(tick), stroke: COLOR.grid }),
    drawLabel({
      x: x(0) - 8,
      y: y(tick) + 4,
      text: tick.toFixed(2),
      size: SIZE.tick,
      anchor: "end",
      fill: COLOR.muted,
    }),
    drawLabel({
      x: x(tick),
      y: y(0) + 18,
      text: tick.toFixed(2),
      size: SIZE.tick,
      anchor: "middle",
      fill: COLOR.muted,
    }),
  ]);
  const diagonal = [
    element("line", { x1: x(0), y1: y(0), x2: x(1), y2: y(1), stroke: COLOR.calm, "stroke-dasharray": "5 4" }),
    drawLabel({ x: x(0.2) + 10, y: y(0.2) + 16, text: "as sure as it is right", fill: COLOR.muted, halo: true }),
  ];
  const path = bins.map(({ mean_probability, accuracy }) =>
    `${x(mean_probability).toFixed(2)},${y(accuracy).toFixed(2)}`
  );
  return [
    ...grid,
    ...diagonal,
    element("polyline", { points: path.join(" "), fill: "none", stroke: COLOR.data, "stroke-width": 2 }),
    ...bins.map(({ mean_probability, accuracy }) =>
      element("circle", {
        cx: x(mean_probability),
        cy: y(accuracy),
        r: 6,
        fill: COLOR.data,
        stroke: COLOR.background,
      })
    ),
  ];
}
