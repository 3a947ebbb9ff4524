/** The files of a pack as values with their places, each held against its schema. */
import type { z } from "zod";
import {
  Dataset,
  Edge,
  FreshnessRow,
  PACK_FILES,
  PackEmail,
  PackHashes,
  PackManifest,
  PackQuery,
  PackSlackMessage,
} from "../../contracts/pack.ts";
import { FRESHNESS_COLUMNS } from "../files.ts";
import type { PackPath } from "../schemas.ts";
import { readCsv } from "./csv_text.ts";
import { type JsonPath, type JsonText, readJson } from "./json_text.ts";
import { type Placed, type Problem, quoted } from "./problem.ts";

/** Bytes of the files that are there, by path. */
export type PackBytes = ReadonlyMap<string, Uint8Array>;
/** What judges each file, or each of its rows. */
export type PackSchemas = Readonly<Record<PackPath, z.ZodType>>;

/** A JSON file and a place in it. */
export interface PlacedFile<T> {
  readonly value: T;
  readonly lineOf: JsonText["lineOf"];
}

/**
 * What could be read. A record that does not fit the contract is left out: it has its problem already, and what is asked
 * of records together cannot be asked of it.
 */
export interface ReadPack {
  readonly manifest: PlacedFile<PackManifest> | null;
  readonly hashes: PlacedFile<PackHashes> | null;
  readonly datasets: readonly (Placed<Dataset> & { readonly lineOf: JsonText["lineOf"] })[];
  readonly edges: readonly Placed<Edge>[];
  readonly freshness: readonly Placed<FreshnessRow>[];
  readonly queries: readonly Placed<PackQuery>[];
  readonly slack: readonly Placed<PackSlackMessage>[];
  readonly email: readonly Placed<PackEmail>[];
  /** Ids of all datasets, of those left out as well. */
  readonly datasetIds: ReadonlySet<string>;
  /** Records of each file, with those left out; null where the file cannot be counted. */
  readonly counted: Readonly<Record<keyof PackManifest["counts"], number | null>>;
  readonly problems: readonly Problem[];
}

export function readPack(bytes: PackBytes, schemas: PackSchemas): ReadPack {
  const problems: Problem[] = [];
  const report = (file: string, line: number | null, message: string): void => {
    problems.push({ file, line, message });
  };

  const textOf = (file: PackPath): string | null => {
    const content = bytes.get(file);
    if (content === undefined) {
      report(file, null, "is missing");
      return null;
    }
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    } catch {
      report(file, brokenLine(content), "is not UTF-8");
      return null;
    }
  };

  const judge = (file: PackPath, value: unknown, lineOf: (path: JsonPath) => number): void => {
    const checked = schemas[file].safeParse(value);
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
        ? `${name} is missing`
        : place.length === 0
        ? null
        : `${name} is ${quoted(found)}`;
      report(file, lineOf(place), what === null ? message : `${what}: ${message}`);
    }
  };

  /** A JSON file; null where it is none. */
  const document = (file: PackPath): JsonText | null => {
    const text = textOf(file);
    if (text === null) return null;
    const json = readJson(text);
    for (const { line, message } of json.faults) report(file, line, message);
    if (json.value === undefined) return null;
    judge(file, json.value, json.lineOf);
    return json;
  };

  const whole = <T>(file: PackPath, contract: z.ZodType<T>): PlacedFile<T> | null => {
    const json = document(file);
    const parsed = contract.safeParse(json?.value);
    return json !== null && parsed.success ? { value: parsed.data, lineOf: json.lineOf } : null;
  };

  /** The list that a JSON file holds under `key`. */
  const list = (file: PackPath, key: string): { items: unknown[] | null; json: JsonText | null } => {
    const json = document(file);
    const items = (json?.value as Record<string, unknown> | null | undefined)?.[key];
    return { items: Array.isArray(items) ? items : null, json };
  };

  const rows = <T>(file: PackPath, contract: z.ZodType<T>): { placed: Placed<T>[]; count: number | null } => {
    const text = textOf(file);
    if (text === null) return { placed: [], count: null };
    const lines = text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    const placed: Placed<T>[] = [];
    lines.forEach((content, i) => {
      const json = readJson(content);
      for (const { message } of json.faults) report(file, i + 1, message);
      if (json.value === undefined) return;
      judge(file, json.value, () => i + 1);
      const parsed = contract.safeParse(json.value);
      if (parsed.success) placed.push({ file, line: i + 1, value: parsed.data });
    });
    return { placed, count: lines.length };
  };

  const freshnessRows = (): Placed<FreshnessRow>[] => {
    const file = PACK_FILES.freshness;
    const text = textOf(file);
    if (text === null) return [];
    const { records: [head, ...body], brokenAt } = readCsv(text);
    if (brokenAt !== null) report(file, brokenAt, "is not CSV: a cell in quotes has no end");
    if (head?.cells.join() !== FRESHNESS_COLUMNS.join()) {
      const found = quoted(head?.cells.join() ?? "");
      report(file, 1, `has the columns ${found}, wanted ${FRESHNESS_COLUMNS.join()}`);
      return [];
    }
    return body.flatMap(({ line, cells }) => {
      if (cells.length !== FRESHNESS_COLUMNS.length) {
        report(file, line, `has ${cells.length} cells, wanted ${FRESHNESS_COLUMNS.length}`);
        return [];
      }
      const row = Object.fromEntries(FRESHNESS_COLUMNS.map((name, i) => [name, typed(name, cells[i]!)]));
      judge(file, row, () => line);
      const parsed = FreshnessRow.safeParse(row);
      return parsed.success ? [{ file, line, value: parsed.data }] : [];
    });
  };

  const manifest = whole(PACK_FILES.manifest, PackManifest);
  const hashes = whole(PACK_FILES.hashes, PackHashes);
  const datasets = list(PACK_FILES.datasets, "datasets");
  const edges = list(PACK_FILES.lineage, "edges");
  const queries = rows(PACK_FILES.queries, PackQuery);
  const slack = rows(PACK_FILES.slack, PackSlackMessage);
  const email = rows(PACK_FILES.email, PackEmail);
  return {
    manifest,
    hashes,
    datasets: (datasets.items ?? []).flatMap((item, i) => {
      const parsed = Dataset.safeParse(item);
      const lineOf = (path: JsonPath): number => datasets.json!.lineOf(["datasets", i, ...path]);
      return parsed.success ? [{ file: PACK_FILES.datasets, line: lineOf([]), value: parsed.data, lineOf }] : [];
    }),
    edges: (edges.items ?? []).flatMap((item, i) => {
      const parsed = Edge.safeParse(item);
      const line = edges.json!.lineOf(["edges", i]);
      return parsed.success ? [{ file: PACK_FILES.lineage, line, value: parsed.data }] : [];
    }),
    freshness: freshnessRows(),
    queries: queries.placed,
    slack: slack.placed,
    email: email.placed,
    datasetIds: new Set((datasets.items ?? []).flatMap((item) => {
      const id = (item as { id?: unknown } | null)?.id;
      return typeof id === "string" ? [id] : [];
    })),
    counted: {
      datasets: datasets.items?.length ?? null,
      edges: edges.items?.length ?? null,
      nl_queries: queries.count,
      slack_messages: slack.count,
      emails: email.count,
    },
    problems,
  };
}

function typed(column: string, cell: string): string | number {
  return column === "lag_min" && /^\d{1,15}$/.test(cell) ? Number(cell) : cell;
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
