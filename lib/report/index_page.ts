import type { ExecSummary } from "../contracts/summary.ts";
import { dateRange } from "../core/quantity.ts";
import { image, plain, prose } from "./markdown.ts";

/** One report folder below the index. */
export interface IndexEntry {
  /** Name of the folder, beside `index.md`. */
  readonly folder: string;
  readonly summary: ExecSummary;
  /** Files of the report, relative to its folder, in reading order. */
  readonly files: readonly string[];
  /** Files that judge the report, relative to `index.md`. */
  readonly evaluations?: readonly string[];
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** `reports/index.md`: what each report says first, its files and its figures. */
export function indexPage(entries: readonly IndexEntry[]): string {
  const parts = entries.flatMap(({ folder, summary, files, evaluations = [] }) => {
    const path = (file: string): string => encoded(`${folder}/${file}`);
    const { from, to } = summary.window;
    return [
      `## ${plain(summary.title)}, ${dateRange(from, to)}`,
      prose(summary.headline),
      files.map((file) => `[${plain(file)}](${path(file)})`).join(" · "),
      ...(evaluations.length === 0
        ? []
        : [`Held against the plan: ${evaluations.map((file) => `[${plain(file)}](${encoded(file)})`).join(" · ")}`]),
      ...summary.figures.map(({ alt, png }) => image(alt, path(png))),
    ];
  });
  return ["# Reports", ...(parts.length === 0 ? ["None yet."] : parts)].join("\n\n") + "\n";
}
