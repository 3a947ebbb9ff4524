/** Tables as docs/performance.md holds them (`deno fmt` leaves them alone), readable on a terminal too. */

/** A padded Markdown table; columns of numbers stand to the right, missing ones (empty cells) among them. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((title, i) => {
    const cells = rows.map((row) => row[i] ?? "");
    const right = cells.every((cell) => /^[\d,.]*$/.test(cell));
    return { right, width: Math.max(3, ...[title, ...cells].map((cell) => cell.length)) };
  });
  const line = (cells: readonly string[]): string =>
    `| ${
      columns.map(({ right, width }, i) => right ? cells[i]!.padStart(width) : cells[i]!.padEnd(width)).join(" | ")
    } |`;
  const rule = columns.map(({ right, width }) => right ? `${"-".repeat(width - 1)}:` : "-".repeat(width));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
