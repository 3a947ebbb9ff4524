/** A pack as the text of its files. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import {
  Datasets,
  FreshnessRow,
  Lineage,
  PACK_FILES,
  type PackContent,
  type PackCounts,
  PackEmail,
  PackHashes,
  PackManifest,
  PackQuery,
  PackSlackMessage,
} from "../contracts/pack.ts";
import { csv } from "../core/csv.ts";

export const FRESHNESS_COLUMNS = [
  "dataset",
  "expected_cadence",
  "last_update",
  "lag_min",
  "status",
] as const satisfies readonly (keyof FreshnessRow)[];

function json<T>(contract: z.ZodType<T>, value: T): string {
  return `${JSON.stringify(contract.parse(value), null, 2)}\n`;
}

function jsonLines<T>(contract: z.ZodType<T>, rows: readonly T[]): string {
  return rows.map((row) => `${JSON.stringify(contract.parse(row))}\n`).join("");
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

export function countsOf({ datasets, edges, queries, slack, email }: PackContent): PackCounts {
  return {
    datasets: datasets.length,
    edges: edges.length,
    nl_queries: queries.length,
    slack_messages: slack.length,
    emails: email.length,
  };
}

/** Text by path, held against the contracts (a refusal is a fault of ours); the digests of all others come last. */
export function packFiles(content: PackContent, manifest: Omit<PackManifest, "counts">): ReadonlyMap<string, string> {
  const freshness = content.freshness.map((row) => FreshnessRow.parse(row));
  const files = new Map([
    [PACK_FILES.datasets, json(Datasets, { schema_version: "1.0", datasets: [...content.datasets] })],
    [PACK_FILES.freshness, csv(FRESHNESS_COLUMNS, freshness)],
    [PACK_FILES.lineage, json(Lineage, { schema_version: "1.0", edges: [...content.edges] })],
    [PACK_FILES.queries, jsonLines(PackQuery, content.queries)],
    [PACK_FILES.slack, jsonLines(PackSlackMessage, content.slack)],
    [PACK_FILES.email, jsonLines(PackEmail, content.email)],
    [PACK_FILES.manifest, json(PackManifest, { ...manifest, counts: countsOf(content) })],
  ]);
  const hashes = Object.fromEntries([...files].map(([path, text]) => [path, sha256(text)]));
  return new Map([...files, [PACK_FILES.hashes, json(PackHashes, { schema_version: "1.0", files: hashes })]]);
}
