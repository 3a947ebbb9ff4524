/** The files of a pack as values with their places. */
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
import type { JsonPath, JsonText } from "./json_text.ts";
import type { Placed, Problem } from "./problem.ts";
import { type PackBytes, PackReader, type PackSchemas } from "./reader.ts";

/** A value with places inside it. */
export interface Charted<T> {
  readonly value: T;
  readonly lineOf: JsonText["lineOf"];
}

/**
 * What could be read. A record that does not fit the contract is left out: it has its problem already, and what is asked
 * of records together cannot be asked of it.
 */
export interface ReadPack {
  readonly manifest: Charted<PackManifest> | null;
  readonly hashes: Charted<PackHashes> | null;
  readonly datasets: readonly (Placed<Dataset> & Charted<Dataset>)[];
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

/** Reads every file that is there; what is wrong with one is among the problems. */
export function readPack(bytes: PackBytes, schemas: PackSchemas): ReadPack {
  const reader = new PackReader(bytes, schemas);
  const manifest = whole(reader.json(PACK_FILES.manifest), PackManifest);
  const hashes = whole(reader.json(PACK_FILES.hashes), PackHashes);
  const datasets = list(reader.json(PACK_FILES.datasets), PACK_FILES.datasets, "datasets", Dataset);
  const edges = list(reader.json(PACK_FILES.lineage), PACK_FILES.lineage, "edges", Edge);
  const queries = reader.jsonLines(PACK_FILES.queries, PackQuery);
  const slack = reader.jsonLines(PACK_FILES.slack, PackSlackMessage);
  const email = reader.jsonLines(PACK_FILES.email, PackEmail);
  return {
    manifest,
    hashes,
    datasets: datasets.placed,
    edges: edges.placed,
    freshness: reader.csv(PACK_FILES.freshness, FRESHNESS_COLUMNS, ["lag_min"], FreshnessRow),
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
    problems: reader.problems,
  };
}

function whole<T>(json: JsonText | null, contract: z.ZodType<T>): Charted<T> | null {
  const parsed = contract.safeParse(json?.value);
  return json !== null && parsed.success ? { value: parsed.data, lineOf: json.lineOf } : null;
}

/** The list that a JSON file holds under `key`: as it lies, and those of its entries that fit. */
function list<T>(
  json: JsonText | null,
  file: PackPath,
  key: string,
  contract: z.ZodType<T>,
): { readonly items: readonly unknown[] | null; readonly placed: readonly (Placed<T> & Charted<T>)[] } {
  const items = (json?.value as Record<string, unknown> | null | undefined)?.[key];
  if (json === null || !Array.isArray(items)) return { items: null, placed: [] };
  const placed = items.flatMap((item, i) => {
    const parsed = contract.safeParse(item);
    const lineOf = (path: JsonPath): number => json.lineOf([key, i, ...path]);
    return parsed.success ? [{ file, line: lineOf([]), value: parsed.data, lineOf }] : [];
  });
  return { items, placed };
}
