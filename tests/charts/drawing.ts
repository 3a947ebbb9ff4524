/** What a drawing holds, read back from its markup. */
import { type Box, type Label, labelBox, type Weight } from "../../lib/charts/text.ts";

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
