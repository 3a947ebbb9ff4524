/** Files that appear whole or not at all, and the manifests that say what a folder must hold. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { z } from "zod";
import { type FileEntry, Manifest } from "../contracts/manifest.ts";
import { EXIT, UserError } from "../core/errors.ts";
import { jsonOf } from "./json_file.ts";
import { claimStaging, settled, sweep } from "./staging.ts";

export { stageFolder, type Staging, takeTurn } from "./staging.ts";

const MANIFEST = "manifest.json";
const CHUNK_BYTES = 1 << 20;

/** Writes a file beside its place and renames it: a reader sees the old content or the new, whole. */
export async function writeFileAtomic(path: string, data: string | Uint8Array): Promise<void> {
  await sweep(path);
  await using staging = await claimStaging(path);
  await Deno.writeFile(staging.path, typeof data === "string" ? new TextEncoder().encode(data) : data);
  await Deno.rename(staging.path, path);
}

/** Writes `value` as indented JSON after its contract has accepted it; a refusal is a fault of ours (ZodError). */
export async function writeJson<T>(path: string, contract: z.ZodType<T>, value: T): Promise<void> {
  await writeFileAtomic(path, `${JSON.stringify(contract.parse(value), null, 2)}\n`);
}

/** SHA-256 of a file's bytes, in hex. */
export async function digest(path: string): Promise<string> {
  using file = await Deno.open(path);
  const hash = createHash("sha256");
  const chunk = new Uint8Array(CHUNK_BYTES);
  for (;;) {
    const bytes = await file.read(chunk);
    if (bytes === null) return hash.digest("hex");
    hash.update(chunk.subarray(0, bytes));
  }
}

async function pathsIn(dir: string, below = ""): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of Deno.readDir(join(dir, below))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    paths.push(...(entry.isDirectory ? await pathsIn(dir, path) : [path]));
  }
  return paths;
}

/**
 * Size and SHA-256 of one file.
 *
 * @param path Relative to `dir`, with `/`.
 * @param rows Row count, for Parquet files.
 */
export async function fileEntry(dir: string, path: string, rows?: number): Promise<FileEntry> {
  const file = join(dir, path);
  const { size } = await Deno.stat(file);
  return { path, bytes: size, sha256: await digest(file), ...(rows === undefined ? {} : { rows }) };
}

/**
 * Entries of all files in `dir` but its manifest, by path.
 *
 * @param rows Row counts by path, for Parquet files.
 */
export async function fileEntries(dir: string, rows: Readonly<Record<string, number>> = {}): Promise<FileEntry[]> {
  const paths = (await pathsIn(dir)).filter((path) => path !== MANIFEST).sort();
  const entries: FileEntry[] = [];
  for (const path of paths) entries.push(await fileEntry(dir, path, rows[path]));
  return entries;
}

/** Writes `manifest.json` into `dir`, its files ordered by path (relative to `dir`, with `/`). */
export async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  const files = manifest.files.toSorted((a, b) => a.path < b.path ? -1 : 1);
  await writeJson(join(dir, MANIFEST), Manifest, { ...manifest, files });
}

/**
 * The manifest of a folder.
 *
 * @throws {UserError} where the folder or its manifest is missing (exit 2), or the manifest is malformed (exit 3).
 */
export async function readManifest(dir: string): Promise<Manifest> {
  const folder = await settled(dir);
  if (folder?.isDirectory !== true) {
    throw new UserError(`cannot read folder ${dir}: ${folder === undefined ? "there is none" : "it is a file"}`, {
      hint: "check the path, or generate the folder first",
    });
  }
  const path = join(dir, MANIFEST);
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) {
      throw new UserError(`cannot read ${path}: ${(cause as Error).message}`, { cause });
    }
    throw new UserError(`folder ${dir} is incomplete: it has no ${MANIFEST}`, {
      hint: `generate it again; files made elsewhere are taken in with: dnr adopt --archetype … --warehouse ${dir}`,
      cause,
    });
  }
  const manifest = Manifest.safeParse(jsonOf(text));
  if (!manifest.success) {
    const issue = manifest.error.issues[0]!;
    const what = issue.path.length === 0 ? "it is not JSON of an object" : `${issue.path.join(".")} ${issue.message}`;
    throw new UserError(`malformed manifest ${path}: ${what}`, {
      exitCode: EXIT.badData,
      hint: "generate the folder again, or take its files in with: dnr adopt",
    });
  }
  return manifest.data;
}

/**
 * Holds every file of `manifest` against its size and SHA-256: a flipped bit in Parquet can otherwise change sums
 * without a word.
 *
 * @throws {UserError} (exit 3) naming the first file that differs.
 */
export async function verifyFiles(dir: string, manifest: Manifest): Promise<void> {
  for (const entry of manifest.files) {
    const fault = await fileFault(dir, entry);
    if (fault !== undefined) {
      throw new UserError(`folder ${dir} is damaged: ${entry.path} ${fault}`, {
        exitCode: EXIT.badData,
        hint: "generate the folder again, or restore the file",
      });
    }
  }
}

/** What is wrong with a file of the manifest of `dir`, as the end of a sentence that starts with its name. */
export async function fileFault(dir: string, entry: FileEntry): Promise<string | undefined> {
  const path = join(dir, entry.path);
  const info = await Deno.stat(path).catch(() => undefined);
  if (info === undefined) return "is missing";
  if (info.size !== entry.bytes) return `has ${info.size} bytes, its manifest says ${entry.bytes}`;
  const found = await digest(path);
  if (found !== entry.sha256) {
    return `has SHA-256 ${found.slice(0, 12)}…, its manifest says ${entry.sha256.slice(0, 12)}…`;
  }
  return undefined;
}
