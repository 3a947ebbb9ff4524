/** Markdown in which text from outside stays text. */

/** Control characters, line breaks, and marks that reverse the direction of what follows them. */
// deno-lint-ignore no-control-regex
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/**
 * Text that renders as itself: no markup, no HTML, no link, on one line.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(plain("2 * 3 | <b>"), "2 \\* 3 \\| &lt;b&gt;");
 * assert.equal(plain("1. [x](http://y.example)"), "1\\. \\[x\\](http\\://y.example)");
 * ```
 */
export function plain(text: string): string {
  return text
    .replace(INVISIBLE, " ")
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    // Addresses become links by themselves in many renderers.
    .replace(/:(?=\/\/)|(?<=www)\./gi, "\\$&")
    .replace(/@/g, "&#64;")
    // Headings, lists and rules begin a line.
    .replace(/^(\s*)(?=#+(?:\s|$)|[-+](?:\s|$)|[-=]+\s*$)/, "$1\\")
    .replace(/^(\s*\d+)(?=[.)](?:\s|$))/, "$1\\");
}

/** A name in code type. */
export function code(name: string): string {
  const text = name.replace(INVISIBLE, " ").replace(/\|/g, "¦");
  const fence = "`".repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length === 1 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}

/** Text in which names stand between backquotes: those in code type, the rest as plain text. */
export function prose(text: string): string {
  return text.split("`").map((part, i) => i % 2 === 1 ? code(part) : plain(part)).join("");
}

/** An image; `path` is relative and our own. */
export function image(alt: string, path: string): string {
  return `![${plain(alt)}](${path})`;
}

/** A table; cells are Markdown already. Columns whose heading ends with `:` stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((cell) => cell.endsWith(":") ? "---:" : "---");
  return [line(head.map((cell) => cell.replace(/:$/, ""))), line(rule), ...rows.map(line)].join("\n");
}
