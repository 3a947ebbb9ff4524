/** A pack as `dnr gaps` reads it: whole, unchanged since it was written, and in its schema. */
import { join } from "node:path";
import { z } from "zod";
import {
  Datasets,
  FreshnessRow,
  Lineage,
  PACK_FILES,
  type PackContent,
  PackEmail,
  PackHashes,
  PackManifest,
  PackQuery,
  PackSlackMessage,
} from "../contracts/pack.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { digest } from "../infra/files.ts";
import { firstFault, jsonOf } from "../infra/json_file.ts";
import { settled } from "../infra/staging.ts";

export interface ReadPack {
  readonly manifest: PackManifest;
  readonly hashes: PackHashes;
  readonly content: PackContent;
}

/**
 * Reads a pack; the oracle beside it stays closed.
 *
 * @param dir Absolute.
 * @param named The folder as the user names it.
 * @throws {UserError} where there is no pack (exit 2), a file differs from its hash, or one does not fit (exit 3).
 */
export async function readPack(dir: string, named: string): Promise<ReadPack> {
  const folder = await settled(dir);
  if (folder?.isDirectory !== true) {
    throw new UserError(`cannot read pack ${named}: ${folder === undefined ? "there is none" : "it is a file"}`, {
      hint: `make one with: dnr pack gen --out ${named}`,
    });
  }
  const text = async (path: string): Promise<string> => {
    try {
      return await Deno.readTextFile(join(dir, path));
    } catch (cause) {
      if (!(cause instanceof Deno.errors.NotFound)) throw damaged(named, path, (cause as Error).message, cause);
      throw new UserError(`pack ${named} is incomplete: it has no ${path}`, {
        hint: "generate it again, or look with: dnr pack validate",
        cause,
      });
    }
  };
  const json = async <T>(path: string, contract: z.ZodType<T>): Promise<T> =>
    parsed(named, path, contract, await text(path));
  const lines = async <T>(path: string, contract: z.ZodType<T>): Promise<T[]> => {
    const all = (await text(path)).split("\n");
    return all.flatMap((line, i) => line === "" ? [] : [parsed(named, `${path}:${i + 1}`, contract, line)]);
  };

  const hashes = await json(PACK_FILES.hashes, PackHashes);
  for (const path of Object.values(PACK_FILES).filter((path) => path !== PACK_FILES.hashes)) {
    const wanted = hashes.files[path];
    if (wanted === undefined) throw damaged(named, PACK_FILES.hashes, `it has no hash of ${path}`);
    await text(path);
    const found = await digest(join(dir, path));
    if (found !== wanted) {
      throw damaged(
        named,
        path,
        `its SHA-256 is ${found.slice(0, 12)}…, ${PACK_FILES.hashes} says ${wanted.slice(0, 12)}…`,
      );
    }
  }
  const content: PackContent = {
    datasets: (await json(PACK_FILES.datasets, Datasets)).datasets,
    freshness: freshnessRows(named, await text(PACK_FILES.freshness)),
    edges: (await json(PACK_FILES.lineage, Lineage)).edges,
    queries: await lines(PACK_FILES.queries, PackQuery),
    slack: await lines(PACK_FILES.slack, PackSlackMessage),
    email: await lines(PACK_FILES.email, PackEmail),
  };
  requireUniqueIds(named, content);
  return { manifest: await json(PACK_FILES.manifest, PackManifest), hashes, content };
}

function damaged(named: string, path: string, what: string, cause?: unknown): UserError {
  return new UserError(`pack ${named} is damaged: ${path}: ${what}`, {
    exitCode: EXIT.badData,
    hint: `all that is wrong with it: dnr pack validate --pack ${named}`,
    ...(cause === undefined ? {} : { cause }),
  });
}

function parsed<T>(named: string, where: string, contract: z.ZodType<T>, text: string): T {
  const value = jsonOf(text);
  const read = contract.safeParse(value);
  if (read.success) return read.data;
  throw damaged(named, where, value === undefined ? "it is not JSON" : firstFault(read.error), read.error);
}

/** Its cells are ids, times, numbers and words of closed lists: none is ever quoted. */
function freshnessRows(named: string, text: string): FreshnessRow[] {
  const [head, ...rows] = text.split(/\r?\n/);
  const columns = Object.keys(FreshnessRow.shape);
  if (head !== columns.join(",")) {
    throw damaged(named, `${PACK_FILES.freshness}:1`, `wanted the head ${columns.join(",")}`);
  }
  return rows.flatMap((line, i) => {
    if (line === "") return [];
    const cells = Object.fromEntries(line.split(",").map((cell, k) => [columns[k] ?? `column ${k + 1}`, cell]));
    const read = FreshnessRow.extend({ lag_min: z.coerce.number().pipe(z.int().min(0)) }).safeParse(cells);
    if (read.success) return [read.data];
    throw damaged(named, `${PACK_FILES.freshness}:${i + 2}`, firstFault(read.error), read.error);
  });
}

/** Records are cited by their ids. */
function requireUniqueIds(named: string, { datasets, queries, slack, email }: PackContent): void {
  const files = [
    [PACK_FILES.datasets, datasets],
    [PACK_FILES.queries, queries],
    [PACK_FILES.slack, slack],
    [PACK_FILES.email, email],
  ] as const;
  for (const [path, records] of files) {
    const seen = new Set<string>();
    for (const { id } of records) {
      if (seen.has(id)) throw damaged(named, path, `the id ${id} is there twice`);
      seen.add(id);
    }
  }
}
