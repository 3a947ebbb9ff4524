/**
 * Writes `lib/charts/inter_widths.ts`, the advance widths of the bundled font: `deno run -A tools/font_widths.ts`.
 *
 * Figures are laid out from this table, so that layout stays pure and no font file is read until pixels are drawn.
 */

/** Printable ASCII and the typographic marks that our texts use. */
export const CHARACTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("") + "–—…·×≤≥−’“”é";

export const FONTS = {
  400: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  600: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
} as const;

/** Glyph of a code point, from a `cmap` subtable of format 4 (OpenType specification, `cmap`). */
function glyphIndex(cmap: DataView, codePoint: number): number {
  const segments = cmap.getUint16(6) / 2;
  const ends = 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const ranges = deltas + 2 * segments;
  for (let i = 0; i < segments; i++) {
    if (codePoint > cmap.getUint16(ends + 2 * i)) continue;
    const start = cmap.getUint16(starts + 2 * i);
    if (codePoint < start) return 0;
    const delta = cmap.getUint16(deltas + 2 * i);
    const range = cmap.getUint16(ranges + 2 * i);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.getUint16(ranges + 2 * i + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Advance widths in thousandths of an em, one per character of `characters`. Throws where the font lacks one. */
export function advanceWidths(ttf: Uint8Array, characters: string): number[] {
  const font = new DataView(ttf.buffer, ttf.byteOffset, ttf.byteLength);
  const table = (tag: string): DataView => {
    for (let i = 0; i < font.getUint16(4); i++) {
      const at = 12 + 16 * i;
      const name = String.fromCharCode(...ttf.subarray(at, at + 4));
      if (name === tag) {
        return new DataView(ttf.buffer, ttf.byteOffset + font.getUint32(at + 8), font.getUint32(at + 12));
      }
    }
    throw new RangeError(`advanceWidths() needs a table "${tag}": the font has none`);
  };
  const unitsPerEm = table("head").getUint16(18);
  const metrics = table("hhea").getUint16(34);
  const hmtx = table("hmtx");
  const cmap = table("cmap");
  const unicode = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(4 + 8 * i + 4))
    .map((offset) => new DataView(cmap.buffer, cmap.byteOffset + offset))
    .find((subtable) => subtable.getUint16(0) === 4);
  if (unicode === undefined) throw new RangeError("advanceWidths() needs a cmap of format 4: the font has none");
  return [...characters].map((character) => {
    const glyph = glyphIndex(unicode, character.codePointAt(0)!);
    if (glyph === 0) throw new RangeError(`advanceWidths() needs a glyph for "${character}": the font has none`);
    return Math.round(1000 * hmtx.getUint16(4 * Math.min(glyph, metrics - 1)) / unitsPerEm);
  });
}

/** Widths by weight, as the module holds them. */
export async function measureFonts(): Promise<Record<keyof typeof FONTS, number[]>> {
  const read = async (specifier: string): Promise<number[]> =>
    advanceWidths(await Deno.readFile(new URL(import.meta.resolve(specifier))), CHARACTERS);
  return { 400: await read(FONTS[400]), 600: await read(FONTS[600]) };
}

if (import.meta.main) {
  const widths = await measureFonts();
  const module = `// Written by tools/font_widths.ts from @expo-google-fonts/inter: do not edit.

/** Characters whose widths are known. */
export const CHARACTERS = ${JSON.stringify(CHARACTERS)};

/** Advance widths in thousandths of an em, by weight, in the order of {@link CHARACTERS}. */
// deno-fmt-ignore
export const WIDTHS = {
  400: [${widths[400].join(", ")}],
  600: [${widths[600].join(", ")}],
} as const;
`;
  await Deno.writeTextFile(new URL("../lib/charts/inter_widths.ts", import.meta.url), module);
}
