import { area, line } from "d3-shape";
import type { DayAxis } from "./day_axis.ts";
import { dayAxis } from "./day_axis.ts";
import { BODY } from "./figure.ts";
import { element } from "./svg.ts";
import { type Box, drawLabel, fitName, fitText, type Label, labelBox, placeLabel, textWidth } from "./text.ts";
import { COLOR, SIZE } from "./theme.ts";
import type { ValueAxis } from "./value_axis.ts";

/** A day set apart, with a ring on its value. */
export interface Mark {
  readonly day: number;
  readonly value: number;
  readonly text: string;
}

/** An interval set apart, in days from the start of the first one. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface DailyPanel {
  readonly heading: string;
  readonly note: string;
  /** One value a day; null where nothing was measured. */
  readonly values: readonly (number | null)[];
  readonly marks: readonly Mark[];
  readonly bands: readonly Band[];
}

export interface DailyPanels {
  /** Unique among figures that may stand on one page. */
  readonly id: string;
  /** `YYYY-MM-DD`, consecutive. */
  readonly days: readonly string[];
  readonly panels: readonly DailyPanel[];
  readonly slo: number;
  readonly sloText: string;
  readonly axis: (range: readonly [number, number]) => ValueAxis;
  readonly format: (value: number) => string;
}

const TOP = 112;
const BOTTOM = BODY.bottom - 24;
const GAP = 26;
/** Marks named in one panel; the others keep their rings. */
const NAMED_MARKS = 3;

/** Panels side by side over the same days and the same values: a line a day, filled where it breaks the SLO. */
export function dailyPanels(spec: DailyPanels): string[] {
  const values = spec.axis([BOTTOM, TOP]);
  const ticks = values.ticks.map((value) => ({ y: values.at(value), text: spec.format(value) }));
  const left = BODY.left + Math.max(...ticks.map((tick) => textWidth(tick.text, SIZE.tick, 400))) + 8;
  const right = BODY.right - textWidth(spec.sloText, SIZE.label, 600) - 8;
  const width = (right - left - GAP * (spec.panels.length - 1)) / spec.panels.length;
  const tickLabels = ticks.map((tick) =>
    drawLabel({ x: left - 8, y: tick.y + 4, text: tick.text, size: SIZE.tick, anchor: "end", fill: COLOR.muted })
  );
  const panels = spec.panels.flatMap((panel, i) => {
    const x = left + i * (width + GAP);
    return drawPanel(panel, spec, values, dayAxis(spec.days, [x, x + width]), `${spec.id}-over-${i}`);
  });
  const slo = drawLabel({
    x: right + 8,
    y: values.at(spec.slo) + 4,
    text: spec.sloText,
    weight: 600,
    fill: COLOR.breach,
  });
  return [...tickLabels, ...panels, slo];
}

function drawPanel(panel: DailyPanel, spec: DailyPanels, values: ValueAxis, days: DayAxis, clipId: string): string[] {
  const n = spec.days.length;
  const [left, right] = [days.at(0), days.at(n)];
  const sloY = values.at(spec.slo);
  const x = (_: number | null, i: number): number => days.at(i + 0.5);
  const defined = (value: number | null): boolean => value !== null;
  const path = line<number | null>().digits(2).defined(defined).x(x).y((value) => values.at(value!));
  const over = area<number | null>().digits(2).defined(defined).x(x).y0(sloY).y1((value) => values.at(value!));
  const alone = panel.values.flatMap((value, i) =>
    value !== null && (panel.values[i - 1] ?? null) === null && (panel.values[i + 1] ?? null) === null
      ? [element("circle", { cx: days.at(i + 0.5), cy: values.at(value), r: 1.6, fill: COLOR.data })]
      : []
  );
  const rings = panel.marks.map((mark) => ({ mark, x: days.at(mark.day + 0.5), y: values.at(mark.value) }));
  return [
    drawLabel({
      x: left,
      y: TOP - 26,
      text: fitName(panel.heading, right - left, 12, 600),
      weight: 600,
      fill: COLOR.ink,
    }),
    drawLabel({ x: left, y: TOP - 11, text: fitText(panel.note, right - left, SIZE.tick, 400), size: SIZE.tick }),
    ...panel.bands.map((band) =>
      element("rect", {
        x: days.at(band.from),
        y: TOP,
        // Half a day is a hair at 18 months: what is set apart must be seen.
        width: Math.max(days.at(band.to) - days.at(band.from), 3),
        height: BOTTOM - TOP,
        fill: COLOR.band,
      })
    ),
    ...values.ticks.map((value) =>
      element("line", { x1: left, x2: right, y1: values.at(value), y2: values.at(value), stroke: COLOR.grid })
    ),
    element("clipPath", { id: clipId }, element("rect", { x: left, y: TOP, width: right - left, height: sloY - TOP })),
    element("path", { d: over(panel.values) ?? "", fill: COLOR.breachFill, "clip-path": `url(#${clipId})` }),
    element("line", {
      x1: left,
      x2: right,
      y1: sloY,
      y2: sloY,
      stroke: COLOR.breach,
      "stroke-width": 1.3,
      "stroke-dasharray": "5 4",
    }),
    element("path", {
      d: path(panel.values) ?? "",
      fill: "none",
      stroke: COLOR.data,
      "stroke-width": 1.6,
      "stroke-linejoin": "round",
    }),
    ...alone,
    ...rings.map((ring) =>
      element("circle", {
        cx: ring.x,
        cy: ring.y,
        r: 4,
        fill: COLOR.background,
        stroke: COLOR.breach,
        "stroke-width": 2,
      })
    ),
    ...annotations(panel, rings, values, days, { left, right, top: TOP - 4, bottom: BOTTOM }).map(drawLabel),
    ...days.ticks.map(({ day, text }) =>
      drawLabel({
        x: days.at(day + 0.5),
        y: BOTTOM + 18,
        text,
        size: SIZE.tick,
        anchor: "middle",
        fill: COLOR.muted,
      })
    ),
  ];
}

/** Names of bands and of the highest marks, each where it covers neither the line nor another name. */
function annotations(
  panel: DailyPanel,
  rings: readonly { readonly mark: Mark; readonly x: number; readonly y: number }[],
  values: ValueAxis,
  days: DayAxis,
  bounds: Box,
): Label[] {
  const points = panel.values.map((value, i) =>
    value === null ? undefined : { x: days.at(i + 0.5), y: values.at(value) }
  );
  const taken: Box[] = points.flatMap((point, i) => {
    const next = points[i + 1] ?? point;
    if (point === undefined || next === undefined) return [];
    return [{ left: point.x, right: next.x, top: Math.min(point.y, next.y), bottom: Math.max(point.y, next.y) }];
  });
  taken.push(...rings.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })));
  const placed: Label[] = [];
  const place = (candidates: readonly Label[]): void => {
    const label = placeLabel(candidates, taken, bounds);
    if (label === undefined) return;
    placed.push(label);
    taken.push(labelBox(label));
  };
  for (const band of panel.bands) {
    const style = { text: band.text, size: SIZE.tick, weight: 600, fill: COLOR.bandInk } as const;
    const rows = [TOP + 12, TOP + 28, TOP + 44, BOTTOM - 8];
    place(rows.flatMap((y): Label[] => [
      { ...style, x: days.at(band.to) + 5, y },
      { ...style, x: days.at(band.from) - 5, y, anchor: "end" },
    ]));
  }
  const highest = rings.toSorted((a, b) => b.mark.value - a.mark.value || a.mark.day - b.mark.day);
  for (const { mark, x, y } of highest.slice(0, NAMED_MARKS)) {
    const style = { text: mark.text, size: SIZE.tick, weight: 600, fill: COLOR.ink } as const;
    place([
      { ...style, x: x + 8, y: y + 4 },
      { ...style, x: x - 8, y: y + 4, anchor: "end" },
      { ...style, x, y: y - 9, anchor: "middle" },
      { ...style, x: x + 8, y: y - 6 },
      { ...style, x: x - 8, y: y - 6, anchor: "end" },
    ]);
  }
  return placed;
}
