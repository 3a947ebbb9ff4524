/** Reads the files of a pack one by one, holds each against its schema, and keeps what is wrong. */
import type { z } from "zod";
import type { PackPath } from "../schemas.ts";
import { readCsv } from "./csv_text.ts";
import { type JsonPath, type JsonText, readJson } from "./json_text.ts";
import { type Placed, type Problem, quoted } from "./problem.ts";

/** Bytes of the files that are there, by path. */
export type PackBytes = ReadonlyMap<string, Uint8Array>;
/** What judges each file, or each of its rows. */
export type PackSchemas = Readonly<Record<PackPath, z.ZodType>>;

/** Records that fit their contract, and how many there are with those that do not; null where nobody can count them. */
export interface Rows<T> {
  readonly placed: readonly Placed<T>[];
  readonly count: number | null;
}

export class PackReader {
  readonly problems: Problem[] = [];
  readonly #bytes: PackBytes;
  readonly #schemas: PackSchemas;

  constructor(bytes: PackBytes, schemas: PackSchemas) {
    this.#bytes = bytes;
    this.#schemas = schemas;
  }

  /** A JSON file; null where it is missing or no JSON. */
  json(file: PackPath): JsonText | null {
    const text = this.#text(file);
    if (text === null) return null;
    const json = readJson(text);
    for (const { line, message } of json.faults) this.#report(file, line, message);
    if (json.value === undefined) return null;
    this.#judge(file, json.value, json.lineOf);
    return json;
  }

  /** A file with one JSON value a line. */
  jsonLines<T>(file: PackPath, contract: z.ZodType<T>): Rows<T> {
    const text = this.#text(file);
    if (text === null) return { placed: [], count: null };
    const lines = text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    const placed = lines.flatMap((content, i) => {
      const line = i + 1;
      const { value, faults } = readJson(content);
      for (const { message } of faults) this.#report(file, line, message);
      return value === undefined ? [] : this.#record(file, line, value, contract);
    });
    return { placed, count: lines.length };
  }

  /** A CSV file with a head of exactly those columns. Cells of `numeric` columns that are whole numbers become numbers. */
  csv<T>(file: PackPath, columns: readonly string[], numeric: readonly string[], contract: z.ZodType<T>): Placed<T>[] {
    const text = this.#text(file);
    if (text === null) return [];
    const { records: [head, ...body], brokenAt } = readCsv(text);
    if (brokenAt !== null) this.#report(file, brokenAt, "is not CSV: a cell in quotes has no end");
    if (head?.cells.join() !== columns.join()) {
      const found = quoted(head?.cells.join() ?? "");
      this.#report(file, 1, `has the columns ${found}, wanted ${columns.join()}`);
      return [];
    }
    const typed = (name: string, cell: string): string | number =>
      numeric.includes(name) && /^\d{1,15}$/.test(cell) ? Number(cell) : cell;
    return body.flatMap(({ line, cells }) => {
      if (cells.length !== columns.length) {
        this.#report(file, line, `has ${cells.length} cells, wanted ${columns.length}`);
        return [];
      }
      const row = Object.fromEntries(columns.map((name, i) => [name, typed(name, cells[i]!)]));
      return this.#record(file, line, row, contract);
    });
  }

  #record<T>(file: PackPath, line: number, value: unknown, contract: z.ZodType<T>): Placed<T>[] {
    this.#judge(file, value, () => line);
    const parsed = contract.safeParse(value);
    return parsed.success ? [{ file, line, value: parsed.data }] : [];
  }

  #report(file: string, line: number | null, message: string): void {
    this.problems.push({ file, line, message });
  }

  #text(file: PackPath): string | null {
    const content = this.#bytes.get(file);
    if (content === undefined) {
      this.#report(file, null, "is missing");
      return null;
    }
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    } catch {
      this.#report(file, brokenLine(content), "is not UTF-8");
      return null;
    }
  }

  /** Reports where `value` does not fit the file's schema, each place once. */
  #judge(file: PackPath, value: unknown, lineOf: (path: JsonPath) => number): void {
    const checked = this.#schemas[file].safeParse(value);
    if (checked.success) return;
    const seen = new Set<string>();
    for (const { path, message } of checked.error.issues) {
      const place = path.map((step) => typeof step === "symbol" ? String(step) : step);
      const name = place.join(".");
      if (seen.has(name)) continue;
      seen.add(name);
      const found = place.reduce<unknown>(
        (inner, step) => (inner as Record<string, unknown> | undefined)?.[step],
        value,
      );
      const what = found === undefined
        ? `${name} is missing: `
        : place.length === 0
        ? ""
        : `${name} is ${quoted(found)}: `;
      this.#report(file, lineOf(place), `${what}${message}`);
    }
  }
}

/** The first line that is not UTF-8. */
function brokenLine(content: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < content.length; line++) {
    const end = content.indexOf(10, from);
    const to = end < 0 ? content.length : end;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(content.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return line;
}
