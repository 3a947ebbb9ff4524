/** Numbers are attribute values rounded to hundredths of a pixel: the same text on every machine. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text as it may stand in markup or in a quoted attribute. Characters that XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    // deno-lint-ignore no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** A coordinate in hundredths of a pixel. Throws on what is not a finite number: it would vanish from the drawing. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`rounded() needs a finite coordinate: ${value}`);
  return String(Math.round(value * 100) / 100 + 0);
}

/** An element. `children` are markup already; attributes are escaped here, and left out when undefined. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? rounded(value) : escapeXml(value!)}"`);
  const open = `<${name}${pairs.join("")}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join("")}</${name}>`;
}
