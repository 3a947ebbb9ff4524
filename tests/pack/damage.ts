/** A kind of damage to a pack, and ways to do it. */

/** One kind of damage: what becomes of a file's text (null: it is taken away), and what must be said of it. */
export interface Damage {
  readonly title: string;
  readonly file: string;
  readonly damage: (text: string) => string | null;
  readonly says: RegExp;
  /** File and line of the problem, where they are not the file and its first line that differs. */
  readonly at?: { readonly file: string; readonly line: (files: ReadonlyMap<string, string>) => number | null };
  /** Leave the digests as they were. */
  readonly keepHashes?: true;
}

export function json<T = Record<string, unknown>>(text: string, change: (value: T) => void): string {
  const value = JSON.parse(text);
  change(value);
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Changes the record in line `index` (from 0; negative from the end) of a JSONL file. */
export function record(text: string, index: number, change: (value: Record<string, unknown>) => void): string {
  const lines = text.trimEnd().split("\n");
  const value = JSON.parse(lines.at(index)!);
  change(value);
  lines[index < 0 ? lines.length + index : index] = JSON.stringify(value);
  return `${lines.join("\n")}\n`;
}

export function cell(text: string, row: number, column: number, value: string): string {
  const lines = text.split("\n");
  const cells = lines[row]!.split(",");
  cells[column] = value;
  lines[row] = cells.join(",");
  return lines.join("\n");
}

export function lineHolding(file: string, part: string): (files: ReadonlyMap<string, string>) => number {
  return (files) => files.get(file)!.split("\n").findIndex((line) => line.includes(part)) + 1;
}

export interface Shape {
  readonly datasets: Record<string, unknown>[];
  readonly edges: { from: string; to: string; type: string }[];
  readonly files: Record<string, string>;
  readonly counts: Record<string, number>;
  readonly window: Record<string, string>;
}

export const answerIn = (text: string): number =>
  text.split("\n").findIndex((line) => line !== "" && JSON.parse(line).id !== JSON.parse(line).thread_id);

/** Line on which the dataset of that index opens, in a file that was written with two spaces. */
export function openingOf(text: string, index: number): number {
  const lines = text.split("\n").flatMap((line, i) => line === "    {" ? [i + 1] : []);
  return lines.at(index)!;
}

export function lineOfColumn(text: string, index: number): number {
  return text.split("\n").flatMap((line, i) => line === "        {" ? [i + 1] : []).at(index)!;
}
