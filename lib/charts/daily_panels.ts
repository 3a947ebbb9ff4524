import { area, line } from "d3-shape";
import type { Band, DailyPanel } from "./daily_panel.ts";
import { type DayAxis, dayAxis } from "./day_axis.ts";
import { BODY } from "./figure.ts";
import { placeNames } from "./panel_names.ts";
import { element } from "./svg.ts";
import { drawLabel, fitName, fitText, textWidth } from "./text.ts";
import { COLOR, SIZE } from "./theme.ts";
import type { ValueAxis } from "./value_axis.ts";

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

/** What the drawing of one panel needs to know of its place. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly values: ValueAxis;
  readonly days: DayAxis;
  readonly sloY: number;
  readonly clipId: string;
}

/** Panels side by side over the same days and the same values: a line a day, filled where it breaks the SLO. */
export function dailyPanels(spec: DailyPanels): string[] {
  const values = spec.axis([BOTTOM, TOP]);
  const ticks = values.ticks.map((value) => ({ y: values.at(value), text: spec.format(value) }));
  const start = BODY.left + Math.max(...ticks.map((tick) => textWidth(tick.text, SIZE.tick, 400))) + 8;
  const end = BODY.right - textWidth(spec.sloText, SIZE.label, 600) - 8;
  const width = (end - start - GAP * (spec.panels.length - 1)) / spec.panels.length;
  const sloY = values.at(spec.slo);
  const panels = spec.panels.flatMap((panel, i) => {
    const left = start + i * (width + GAP);
    const days = dayAxis(spec.days, [left, left + width]);
    return drawPanel(panel, { left, right: left + width, values, days, sloY, clipId: `${spec.id}-over-${i}` });
  });
  return [
    ...ticks.map(({ y, text }) =>
      drawLabel({ x: start - 8, y: y + 4, text, size: SIZE.tick, anchor: "end", fill: COLOR.muted })
    ),
    ...panels,
    drawLabel({ x: end + 8, y: sloY + 4, text: spec.sloText, weight: 600, fill: COLOR.breach }),
  ];
}

function drawPanel(panel: DailyPanel, plot: Plot): string[] {
  const { left, right, values, days } = plot;
  const names = placeNames(panel, values, days, { left, right, top: TOP - 4, bottom: BOTTOM });
  return [
    ...drawHeading(panel, plot),
    ...panel.bands.map((band) => drawBand(band, days)),
    ...drawGrid(plot),
    ...drawSeries(panel.values, plot),
    ...panel.marks.map((mark) => drawRing(days.at(mark.day + 0.5), values.at(mark.value))),
    ...names.map(drawLabel),
  ];
}

function drawHeading({ heading, note }: DailyPanel, { left, right }: Plot): string[] {
  const width = right - left;
  const name = { text: fitName(heading, width, SIZE.label, 600), weight: 600, fill: COLOR.ink } as const;
  return [
    drawLabel({ ...name, x: left, y: TOP - 26 }),
    drawLabel({ x: left, y: TOP - 11, text: fitText(note, width, SIZE.tick, 400), size: SIZE.tick }),
  ];
}

function drawBand({ from, to }: Band, days: DayAxis): string {
  // Half a day is a hair at 18 months: what is set apart must be seen.
  const width = Math.max(days.at(to) - days.at(from), 3);
  return element("rect", { x: days.at(from), y: TOP, width, height: BOTTOM - TOP, fill: COLOR.band });
}

function drawGrid({ left, right, values, days }: Plot): string[] {
  const lines = values.ticks.map((value) => {
    const y = values.at(value);
    return element("line", { x1: left, x2: right, y1: y, y2: y, stroke: COLOR.grid });
  });
  const labels = days.ticks.map(({ day, text }) =>
    drawLabel({ x: days.at(day + 0.5), y: BOTTOM + 18, text, size: SIZE.tick, anchor: "middle", fill: COLOR.muted })
  );
  return [...lines, ...labels];
}

/** The line, what of it lies over the SLO, the SLO itself, and dots for days without a measured neighbour. */
function drawSeries(series: DailyPanel["values"], { left, right, values, days, sloY, clipId }: Plot): string[] {
  const x = (_: number | null, i: number): number => days.at(i + 0.5);
  const y = (value: number | null): number => values.at(value!);
  const defined = (value: number | null): boolean => value !== null;
  const path = line<number | null>().digits(2).defined(defined).x(x).y(y)(series) ?? "";
  const over = area<number | null>().digits(2).defined(defined).x(x).y0(sloY).y1(y)(series) ?? "";
  const slo = { stroke: COLOR.breach, "stroke-width": 1.3, "stroke-dasharray": "5 4" };
  const alone = series.flatMap((value, i) =>
    value !== null && (series[i - 1] ?? null) === null && (series[i + 1] ?? null) === null
      ? [element("circle", { cx: x(value, i), cy: y(value), r: 1.6, fill: COLOR.data })]
      : []
  );
  return [
    element("clipPath", { id: clipId }, element("rect", { x: left, y: TOP, width: right - left, height: sloY - TOP })),
    element("path", { d: over, fill: COLOR.breachFill, "clip-path": `url(#${clipId})` }),
    element("line", { x1: left, x2: right, y1: sloY, y2: sloY, ...slo }),
    element("path", { d: path, fill: "none", stroke: COLOR.data, "stroke-width": 1.6, "stroke-linejoin": "round" }),
    ...alone,
  ];
}

function drawRing(cx: number, cy: number): string {
  return element("circle", { cx, cy, r: 4, fill: COLOR.background, stroke: COLOR.breach, "stroke-width": 2 });
}
