import { BODY } from "./figure.ts";
import { type Attributes, element, rounded } from "./svg.ts";
import { drawLabel, fitName, labelBox, overlaps, textWidth } from "./text.ts";
import { COLOR, SIZE } from "./theme.ts";
import { linearAxis, type ValueAxis } from "./value_axis.ts";

/** One bar: its parts lie end to end. */
export interface RateBar {
  readonly label: string;
  readonly parts: readonly { readonly value: number; readonly fill: string }[];
  /** Written at the bar's end. */
  readonly text: string;
  /** Ends of the interval drawn over the bar; of a bar that is not strong it may reach past the axis. */
  readonly interval?: readonly [low: number, high: number];
  /** Bars set apart have their text bold. */
  readonly strong: boolean;
}

export interface RateBars {
  readonly bars: readonly RateBar[];
  /** A line across all bars; absent where values have no target. */
  readonly target?: { readonly value: number; readonly text: string };
  /** Meaning of the fills, where bars have several parts. */
  readonly legend?: readonly { readonly text: string; readonly fill: string }[];
  readonly format: (value: number) => string;
}

const TOP = 100;
const BOTTOM = BODY.bottom - 24;
const HEADER_Y = TOP - 14;
/** Room that labels may take from the bars. */
const LABEL_SHARE = 0.4;
const MAX_STEP = 108;
const MAX_THICKNESS = 42;

/** Horizontal bars from zero, in the order given, with their values written out and a target to hold them against. */
export function rateBars({ bars, target, legend = [], format }: RateBars): string[] {
  const width = BODY.right - BODY.left;
  const fitted = bars.map((bar) => fitName(bar.label, width * LABEL_SHARE, SIZE.label, 400));
  const left = BODY.left + Math.max(...fitted.map((text) => textWidth(text, SIZE.label, 400))) + 10;
  const right = BODY.right - Math.max(...bars.map((bar) => textWidth(bar.text, SIZE.label, 600))) - 12;
  const total = (bar: RateBar): number => bar.parts.reduce((sum, part) => sum + part.value, 0);
  // A few rows have an interval of many points: it must not push what is measured well to the edge.
  const reach = Math.max(
    1.2 * (target?.value ?? 0),
    ...bars.map((bar) => bar.strong ? Math.max(total(bar), bar.interval?.[1] ?? 0) : total(bar)),
  );
  const axis = linearAxis(reach, [left, right]);
  const step = Math.min((BOTTOM - TOP) / bars.length, MAX_STEP);
  const bottom = TOP + step * bars.length;
  return [
    ...axis.ticks.flatMap((tick) => [
      element("line", { x1: axis.at(tick), x2: axis.at(tick), y1: TOP, y2: bottom, stroke: COLOR.grid }),
      drawLabel({
        x: axis.at(tick),
        y: bottom + 16,
        text: format(tick),
        size: SIZE.tick,
        anchor: "middle",
        fill: COLOR.muted,
      }),
    ]),
    ...bars.flatMap((bar, i) => {
      const middle = TOP + (i + 0.5) * step;
      return [
        drawLabel({ x: left - 10, y: middle + 4, text: fitted[i]!, anchor: "end" }),
        ...drawBar(bar, axis, middle, Math.min(step * 0.72, MAX_THICKNESS)),
      ];
    }),
    ...(target === undefined ? [] : [
      ...haloed({ x1: axis.at(target.value), x2: axis.at(target.value), y1: TOP - 6, y2: bottom }, {
        stroke: COLOR.breach,
        "stroke-width": 1.4,
        "stroke-dasharray": "5 4",
      }),
    ]),
    // Texts come last, so that neither grid nor target runs through them.
    ...bars.map((bar, i) => {
      const end = Math.max(axis.at(total(bar)), axis.at(bar.interval?.[1] ?? 0));
      return drawEnd(bar, end + 6, TOP + i * step + step / 2 + 4, target && axis.at(target.value));
    }),
    ...drawHeader(legend, target && { x: axis.at(target.value), text: target.text }),
  ];
}

function drawBar(bar: RateBar, axis: ValueAxis, middle: number, thickness: number): string[] {
  let sum = 0;
  const parts = bar.parts.flatMap(({ value, fill }) => {
    const [from, to] = [axis.at(sum), axis.at(sum += value)];
    const rect = { x: from, y: middle - thickness / 2, width: to - from, height: thickness, fill };
    return to > from ? [element("rect", rect)] : [];
  });
  return bar.interval === undefined ? parts : [...parts, ...drawInterval(bar.interval, bar.strong, axis, middle)];
}

/** A line from end to end; an end past the axis has an arrow instead of a cap. */
function drawInterval(
  [low, high]: readonly [number, number],
  strong: boolean,
  axis: ValueAxis,
  middle: number,
): string[] {
  const [from, to] = [axis.at(low), axis.at(high)];
  const cap = 5;
  const end = high > axis.ticks.at(-1)!
    ? `M${rounded(to - cap)},${rounded(middle - cap)}L${rounded(to)},${rounded(middle)}l-${cap},${cap}`
    : `M${rounded(to)},${rounded(middle - cap)}v${2 * cap}`;
  const d = `M${rounded(from)},${rounded(middle - cap)}v${2 * cap}M${rounded(from)},${rounded(middle)}H${
    rounded(to)
  }${end}`;
  return haloed({ d, fill: "none" }, { stroke: strong ? COLOR.ink : COLOR.calm, "stroke-width": 1.4 });
}

/** A line with a pale edge, to stand out on bars as on the ground. */
function haloed(shape: Attributes, stroke: Attributes): string[] {
  const name = "d" in shape ? "path" : "line";
  const halo = { stroke: COLOR.background, "stroke-width": 4, "stroke-opacity": 0.75 };
  return [element(name, { ...shape, ...halo }), element(name, { ...shape, ...stroke })];
}

/** A bar's text, beside the target's line where that would run through it, clear of the grid. */
function drawEnd(bar: RateBar, x: number, y: number, targetX: number | undefined): string {
  const label = { x, y, text: bar.text, weight: bar.strong ? 600 : 400, fill: COLOR.text, halo: true } as const;
  const box = labelBox(label);
  const crossed = targetX !== undefined && box.left - 3 < targetX && targetX < box.right + 3;
  const placed = crossed ? { ...label, x: targetX + 6 } : label;
  return drawLabel(placed);
}

/** The target's name above its line, and the legend at the right, or at the left where the target is in its way. */
function drawHeader(
  legend: NonNullable<RateBars["legend"]>,
  target: { readonly x: number; readonly text: string } | undefined,
): string[] {
  const name = target && {
    x: Math.min(Math.max(target.x, BODY.left + 30), BODY.right - textWidth(target.text, SIZE.label, 600) / 2),
    y: HEADER_Y,
    text: target.text,
    weight: 600,
    anchor: "middle",
    fill: COLOR.breach,
  } as const;
  const widths = legend.map(({ text }) => 16 + textWidth(text, SIZE.tick, 400) + 16);
  const total = widths.reduce((sum, width) => sum + width, -16);
  const atRight = { left: BODY.right - total, right: BODY.right, top: HEADER_Y - 10, bottom: HEADER_Y + 3 };
  let x = name !== undefined && overlaps(atRight, labelBox(name), 8) ? BODY.left : atRight.left;
  const entries = legend.flatMap(({ text, fill }, i) => {
    const start = x;
    x += widths[i]!;
    return [
      element("rect", { x: start, y: HEADER_Y - 9, width: 10, height: 10, rx: 2, fill }),
      drawLabel({ x: start + 16, y: HEADER_Y, text, size: SIZE.tick }),
    ];
  });
  return [...(name === undefined ? [] : [drawLabel(name)]), ...entries];
}
