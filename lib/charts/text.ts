import { element, escapeXml } from "./svg.ts";
import { CHARACTERS, WIDTHS } from "./inter_widths.ts";
import { COLOR, SIZE } from "./theme.ts";

export type Weight = keyof typeof WIDTHS;

const INDEX = new Map([...CHARACTERS].map((character, i) => [character, i]));
/** Stands for characters outside the table: wider than any letter, so that an unknown text is never cut short. */
const UNKNOWN = 1000;
const NARROWEST = { 400: Math.min(...WIDTHS[400]), 600: Math.min(...WIDTHS[600]) };

/**
 * Width in pixels of a line of Inter, from its advance widths. Kerning is left out: it only makes lines shorter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(textWidth("90 min", 10, 400).toFixed(2), "32.41");
 * ```
 */
export function textWidth(text: string, size: number, weight: Weight): number {
  let thousandths = 0;
  for (const character of text) {
    const index = INDEX.get(character);
    thousandths += index === undefined ? UNKNOWN : WIDTHS[weight][index]!;
  }
  return thousandths * size / 1000;
}

/** The text, cut at its end with an ellipsis where it would be wider than `width` pixels. */
export function fitText(text: string, width: number, size: number, weight: Weight): string {
  return cut(text, width, size, weight, (characters, kept) => `${characters.slice(0, kept).join("").trimEnd()}…`);
}

/** The same, cut in its middle: of a qualified name, table and column both stay to be seen. */
export function fitName(text: string, width: number, size: number, weight: Weight): string {
  return cut(text, width, size, weight, (characters, kept) => {
    const tail = Math.floor(kept / 2);
    return `${characters.slice(0, kept - tail).join("")}…${characters.slice(characters.length - tail).join("")}`;
  });
}

function cut(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  shorten: (characters: readonly string[], kept: number) => string,
): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  // No more of the narrowest character would fit: a text of a megabyte is not tried at every length.
  const most = Math.ceil(1000 * width / (size * NARROWEST[weight]));
  for (let kept = Math.min(characters.length - 1, most); kept > 0; kept--) {
    const short = shorten(characters, kept);
    if (textWidth(short, size, weight) <= width) return short;
  }
  return "…";
}

/** One line of text; `x` is its start, middle or end, `y` its baseline. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly weight?: Weight;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
  /** Has a pale edge, where it may lie across lines. */
  readonly halo?: boolean;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The rectangle that a label fills: Inter's ascenders reach 0.76 em above the baseline, its descenders 0.22 below. */
export function labelBox(label: Label): Box {
  const size = label.size ?? SIZE.label;
  const width = textWidth(label.text, size, label.weight ?? 400);
  const left = label.x - width * { start: 0, middle: 0.5, end: 1 }[label.anchor ?? "start"];
  return { left, right: left + width, top: label.y - 0.76 * size, bottom: label.y + 0.22 * size };
}

/** Do the rectangles share any area, once each is grown by `gap` pixels? */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

export function drawLabel(label: Label): string {
  return element("text", {
    x: label.x,
    y: label.y,
    "font-size": label.size ?? SIZE.label,
    "font-weight": label.weight ?? 400,
    "text-anchor": label.anchor ?? "start",
    fill: label.fill ?? COLOR.text,
    ...(label.halo === true
      ? { stroke: COLOR.background, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }
      : {}),
  }, escapeXml(label.text));
}

/** The first of `candidates` that lies within `bounds` and keeps clear of `taken`; undefined when none does. */
export function placeLabel(
  candidates: readonly Label[],
  taken: readonly Box[],
  bounds: Box,
): Label | undefined {
  return candidates.find((candidate) => {
    const box = labelBox(candidate);
    return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top &&
      box.bottom <= bounds.bottom && !taken.some((other) => overlaps(box, other, 2));
  });
}
