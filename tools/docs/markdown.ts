/** Tables and cells of the generated pages. */

/** Text of a cell: on one line, with what would end the cell escaped. */
export function cell(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().replaceAll("|", "\\|");
}

/** A table in the form that `deno fmt` leaves as it is: every column as wide as its longest cell. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [heading, ...rows].map((row) => row.map(cell));
  const widths = heading.map((_, i) => Math.max(3, ...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((text, i) => text.padEnd(widths[i]!)).join(" | ")} |`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join("\n");
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** As wide as `deno fmt` lets lines be. */
const WIDTH = 120;

/** A paragraph in lines of up to {@link WIDTH} characters; code between backquotes stays on one line. */
export function wrapped(text: string): string {
  const words = text.split(/\s+(?=(?:[^`]*`[^`]*`)*[^`]*$)/);
  const lines = [words[0]!];
  for (const word of words.slice(1)) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.join("\n");
}

const isParagraph = (part: string): boolean => !part.includes("\n") && !/^(#|<)/.test(part);

/** Parts of a page, an empty line between them. */
export function page(...parts: readonly string[]): string {
  return `${
    parts.filter((part) => part !== "").map((part) => isParagraph(part) ? wrapped(part) : part).join("\n\n")
  }\n`;
}

export const GENERATED = "<!-- Written by `deno task docs` from the program itself: change that, not this page. -->";
