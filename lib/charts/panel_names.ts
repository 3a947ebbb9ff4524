import type { DailyPanel } from "./daily_panel.ts";
import type { DayAxis } from "./day_axis.ts";
import { type Box, type Label, labelBox, placeLabel } from "./text.ts";
import { COLOR, SIZE } from "./theme.ts";
import type { ValueAxis } from "./value_axis.ts";

/** Marks named in one panel; the others keep their rings. */
const NAMED_MARKS = 3;

/** Names of bands and of the highest marks, each where it covers neither the line nor another name; else left out. */
export function placeNames(panel: DailyPanel, values: ValueAxis, days: DayAxis, bounds: Box): Label[] {
  const rings = panel.marks.map((mark) => ({ mark, x: days.at(mark.day + 0.5), y: values.at(mark.value) }));
  const taken: Box[] = [
    ...lineBoxes(panel.values, values, days),
    ...rings.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })),
  ];
  const highest = rings.toSorted((a, b) => b.mark.value - a.mark.value || a.mark.day - b.mark.day);
  const wanted = [
    ...panel.bands.map(({ from, to, text }) => besideBand(days.at(from), days.at(to), text, bounds)),
    // The highest must have its name; a name further off could be taken for a neighbour's.
    ...highest.slice(0, NAMED_MARKS).map(({ mark, x, y }, i) =>
      aroundRing(x, y, mark.text, i === 0 ? [9, 16, 24] : [9])
    ),
  ];
  return wanted.flatMap((candidates) => {
    const label = placeLabel(candidates, taken, bounds);
    if (label === undefined) return [];
    taken.push(labelBox(label));
    return [label];
  });
}

/** Rectangles around each stretch of the line. */
function lineBoxes(series: DailyPanel["values"], values: ValueAxis, days: DayAxis): Box[] {
  return series.flatMap((value, i) => {
    if (value === null) return [];
    const [y, next] = [values.at(value), values.at(series[i + 1] ?? value)];
    return [{ left: days.at(i + 0.5), right: days.at(i + 1.5), top: Math.min(y, next), bottom: Math.max(y, next) }];
  });
}

function besideBand(from: number, to: number, text: string, { top, bottom }: Box): Label[] {
  const style = { text, size: SIZE.tick, weight: 600, fill: COLOR.bandInk, halo: true } as const;
  return [top + 16, top + 32, top + 48, bottom - 8].flatMap((y): Label[] => [
    { ...style, x: to + 5, y },
    { ...style, x: from - 5, y, anchor: "end" },
  ]);
}

function aroundRing(x: number, y: number, text: string, heights: readonly number[]): Label[] {
  const style = { text, size: SIZE.tick, weight: 600, fill: COLOR.ink, halo: true } as const;
  return [
    { ...style, x: x + 8, y: y + 4 },
    { ...style, x: x - 8, y: y + 4, anchor: "end" },
    { ...style, x, y: y - 9, anchor: "middle" },
    { ...style, x: x + 8, y: y - 6 },
    { ...style, x: x - 8, y: y - 6, anchor: "end" },
    // Over the ring and its neighbours, towards whichever side has room.
    ...heights.flatMap((above): Label[] => [
      { ...style, x: x + 5, y: y - above, anchor: "end" },
      { ...style, x: x - 5, y: y - above },
      { ...style, x, y: y - above, anchor: "middle" },
    ]),
  ];
}
