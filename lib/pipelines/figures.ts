import { join } from "node:path";
import type { Figure } from "../charts/figure.ts";
import { openRaster } from "../infra/raster.ts";

/** A figure as a report names it. */
export interface FigureEntry extends Pick<Figure, "id" | "title" | "alt"> {
  /** Path in the report's folder. */
  readonly png: string;
}

/** Writes each figure as `figures/{id}.svg` and `.png` below `dir`. */
export async function writeFigures(dir: string, figures: readonly Figure[]): Promise<FigureEntry[]> {
  const raster = await openRaster();
  await Deno.mkdir(join(dir, "figures"));
  for (const { id, svg } of figures) {
    await Deno.writeTextFile(join(dir, "figures", `${id}.svg`), svg);
    await Deno.writeFile(join(dir, "figures", `${id}.png`), raster(svg));
  }
  return figures.map(({ id, title, alt }) => ({ id, title, alt, png: `figures/${id}.png` }));
}
