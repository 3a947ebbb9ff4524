/** What a drawing holds, read back from its markup. */
import assert from "node:assert/strict";
import { type Box, type Label, labelBox, overlaps, type Weight } from "../../lib/charts/text.ts";
import { CANVAS } from "../../lib/charts/theme.ts";

function attribute(tag: string, name: string): string {
  const match = tag.match(new RegExp(` ${name}="([^"]*)"`));
  if (match === null) throw new RangeError(`attribute() needs ${name}: ${tag} has none`);
  return match[1]!;
}

/** Every line of text with the rectangle that it fills. */
export function labelsOf(svg: string): { readonly text: string; readonly box: Box }[] {
  return [...svg.matchAll(/(<text [^>]*>)([^<]*)<\/text>/g)].map(([, tag, escaped]) => {
    const text = escaped!.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
    const label: Label = {
      x: Number(attribute(tag!, "x")),
      y: Number(attribute(tag!, "y")),
      text,
      size: Number(attribute(tag!, "font-size")),
      weight: Number(attribute(tag!, "font-weight")) as Weight,
      anchor: attribute(tag!, "text-anchor") as NonNullable<Label["anchor"]>,
    };
    return { text, box: labelBox(label) };
  });
}

/** Number of elements of a kind with the given markup in their tag. */
export function countOf(svg: string, name: string, containing = ""): number {
  return [...svg.matchAll(new RegExp(`<${name} [^>]*>`, "g"))].filter(([tag]) => tag.includes(containing)).length;
}

/** Fails where a label leaves the canvas or runs into another. */
export function assertLegible(svg: string): void {
  const labels = labelsOf(svg);
  assert.ok(labels.length >= 3);
  labels.forEach(({ text, box }, i) => {
    const inside = box.left >= 0 && box.right <= CANVAS.width && box.top >= 0 && box.bottom <= CANVAS.height;
    assert.ok(inside, `"${text}" leaves the canvas`);
    for (const other of labels.slice(i + 1)) {
      assert.ok(!overlaps(box, other.box), `"${text}" runs into "${other.text}"`);
    }
  });
}
