import { element, escapeXml } from "./svg.ts";
import { drawLabel, fitText } from "./text.ts";
import { CANVAS, COLOR, FONT_FAMILY, SIZE } from "./theme.ts";

/** A finished drawing. */
export interface Figure {
  /** File name without its ending. */
  readonly id: string;
  /** The finding. */
  readonly title: string;
  /** What the figure shows, for those who cannot see it. */
  readonly alt: string;
  readonly svg: string;
}

export interface FigureParts {
  readonly id: string;
  /** Tried in turn: the first that fits on one line stands, cut where none does. */
  readonly titles: readonly [string, ...string[]];
  /** What is drawn: subject, unit and days. */
  readonly subtitle: string;
  /** A further line: what must be known and is not drawn. */
  readonly note?: string | undefined;
  readonly alt: string;
  /** Markup drawn below the subtitle. */
  readonly body: readonly string[];
}

/** Where the body may draw: below the subtitle and the note. */
export const BODY = {
  left: CANVAS.margin,
  right: CANVAS.width - CANVAS.margin,
  top: 70,
  bottom: CANVAS.height - 10,
} as const;

/** Sets the title, the subtitle and the body on the canvas. */
export function figure({ id, titles, subtitle, note = "", alt, body }: FigureParts): Figure {
  const width = BODY.right - BODY.left;
  const fits = titles.find((title) => fitText(title, width, SIZE.title, 600) === title);
  const title = fits ?? fitText(titles.at(-1)!, width, SIZE.title, 600);
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: CANVAS.width,
      height: CANVAS.height,
      viewBox: `0 0 ${CANVAS.width} ${CANVAS.height}`,
      role: "img",
      "font-family": FONT_FAMILY,
    },
    element("title", {}, escapeXml(title)),
    element("desc", {}, escapeXml(alt)),
    element("rect", { width: CANVAS.width, height: CANVAS.height, fill: COLOR.background }),
    drawLabel({ x: BODY.left, y: 28, text: title, size: SIZE.title, weight: 600, fill: COLOR.ink }),
    ...[subtitle, note].filter((line) => line !== "").map((line, i) =>
      drawLabel({ x: BODY.left, y: 48 + 16 * i, text: fitText(line, width, SIZE.subtitle, 400), fill: COLOR.muted })
    ),
    ...body,
  );
  return { id, title, alt, svg: `${svg}\n` };
}

/** A figure of nothing, which says why. */
export function emptyFigure(parts: Omit<FigureParts, "alt" | "body"> & { readonly reason: string }): Figure {
  const { reason, ...rest } = parts;
  const top = BODY.top + 2;
  const height = BODY.bottom - 16 - top;
  const width = BODY.right - BODY.left;
  return figure({
    ...rest,
    alt: `${parts.titles[0]}. ${reason}`,
    body: [
      element("rect", { x: BODY.left, y: top, width, height, rx: 6, fill: "#f8fafc", stroke: COLOR.grid }),
      drawLabel({
        x: BODY.left + width / 2,
        y: top + height / 2 + 4,
        text: fitText(reason, width - 40, 13, 400),
        size: 13,
        anchor: "middle",
        fill: COLOR.muted,
      }),
    ],
  });
}
