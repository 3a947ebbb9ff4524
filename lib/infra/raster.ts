import { fileURLToPath } from "node:url";

const FONTS = [
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
] as const;

/** Pixels drawn for one CSS pixel. */
const PIXEL_RATIO = 2;

/** Paths of the bundled fonts. Throws where one is missing: resvg would leave all text out without a word. */
async function fontFiles(): Promise<string[]> {
  const paths = FONTS.map((font) => fileURLToPath(import.meta.resolve(font)));
  for (const path of paths) {
    const info = await Deno.stat(path).catch((cause) => {
      throw new Error(`cannot draw figures: the bundled font ${path} is missing`, { cause });
    });
    if (info.size === 0) throw new Error(`cannot draw figures: the bundled font ${path} is empty`);
  }
  return paths;
}

const PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">x</text></svg>';

/** A rasteriser of SVG that knows the bundled fonts alone, at {@link PIXEL_RATIO}; each call returns a PNG. */
export async function openRaster(): Promise<(svg: string) => Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const font = { loadSystemFonts: false, fontFiles: await fontFiles(), defaultFontFamily: "Inter" };
  // The fonts may be there for Deno alone, as in a program that was compiled without unpacking itself.
  if (new Resvg(PROBE, { font }).getBBox() === undefined) throw new Error("cannot draw figures: resvg reads no font");
  return (svg) => new Resvg(svg, { font, fitTo: { mode: "zoom", value: PIXEL_RATIO } }).render().asPng();
}
