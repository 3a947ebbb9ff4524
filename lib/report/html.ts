/** HTML as values: text is escaped where it enters, so that no page can forget to. */

/** Markup that stands as it is. Only this file and drawings of our own make it. */
export interface Html {
  readonly markup: string;
}

/** A child of an element: text, or markup. */
export type Node = Html | string;

/** Left out when undefined; `true` stands for an attribute without a value. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const VOID = new Set(["meta", "br", "hr", "img"]);

/** Control characters, and marks that reverse the direction of what follows or hide in it. */
const INVISIBLE =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+|\p{Surrogate}/gu;

/**
 * Text that renders as itself, in an element or in a quoted attribute.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(escaped(`<b title="x">&\u202e`), "&lt;b title=&quot;x&quot;&gt;&amp; ");
 * ```
 */
export function escaped(text: string): string {
  return text.replace(INVISIBLE, " ")
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;");
}

function markupOf(node: Node): string {
  return typeof node === "string" ? escaped(node) : node.markup;
}

/** Nodes one after the other. */
export function fragment(...nodes: readonly Node[]): Html {
  return { markup: nodes.map(markupOf).join("") };
}

/**
 * An element.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(element("p", { class: "a" }, "1 < 2 ", element("b", {}, "yes")).markup, '<p class="a">1 &lt; 2 <b>yes</b></p>');
 * ```
 */
export function element(name: string, attributes: Attributes, ...children: readonly Node[]): Html {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined)
    .map(([key, value]) => value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`);
  const open = `<${name}${pairs.join("")}>`;
  return { markup: VOID.has(name) ? open : `${open}${fragment(...children).markup}</${name}>` };
}

/** A drawing of `lib/charts`, which escapes what it draws. */
export function drawing({ svg }: { readonly svg: string }): Html {
  return { markup: svg.trim() };
}

/** A style sheet of our own. */
export function styleSheet(css: string): Html {
  if (css.includes("</")) throw new RangeError("a style sheet must not close its element");
  return { markup: `<style>\n${css}</style>` };
}

/** Text in which names stand between backquotes: those in code type, the rest as text. */
export function prose(text: string): Html {
  return fragment(...text.split("`").map((part, i) => i % 2 === 1 ? element("code", {}, part) : part));
}

/** A column of a table: numbers stand to the right. */
export interface TableColumn {
  readonly head: string;
  readonly number?: boolean;
}

/** A table; the first cell of each row heads it. */
export function table(
  { caption, columns, rows }: {
    /** Left out where a heading stands above. */
    readonly caption?: string;
    readonly columns: readonly TableColumn[];
    readonly rows: readonly (readonly Node[])[];
  },
): Html {
  const style = (i: number): Attributes => columns[i]?.number === true ? { class: "number" } : {};
  return element(
    "table",
    {},
    ...(caption === undefined ? [] : [element("caption", {}, caption)]),
    element(
      "thead",
      {},
      element("tr", {}, ...columns.map(({ head }, i) => element("th", { scope: "col", ...style(i) }, head))),
    ),
    element(
      "tbody",
      {},
      ...rows.map((cells) =>
        element(
          "tr",
          {},
          ...cells.map((cell, i) => i === 0 ? element("th", { scope: "row" }, cell) : element("td", style(i), cell)),
        )
      ),
    ),
  );
}
