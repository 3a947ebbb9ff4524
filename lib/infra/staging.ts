/** Folders that appear whole or not at all, whatever moment a run is killed at. */
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { UserError } from "../core/errors.ts";

/** One of these, at the top of a folder, shows that dnr wrote it: only such a folder, or an empty one, is replaced. */
const MARKS = ["manifest.json", "defects.json", "data_health.json", "exec_summary.json", "qc_summary.json", "qc"];

/** A folder in the making, on the file system of the folder that it will become. Undone when disposed uncommitted. */
export interface Staging extends AsyncDisposable {
  /** Where to write. */
  readonly dir: string;
  /** Puts the folder in its place, instead of the one that may be there. */
  commit(): Promise<void>;
}

/** A process, told from an earlier one of the same number by when it started. */
const owner = `${process.pid}-${Math.trunc(performance.timeOrigin).toString(36)}`;

/**
 * Name of what a run keeps beside `target` while it works: `.<name>.staging-<pid>-<start>-<random>`, then one of
 * nothing (being written), `.ready` (whole, about to take its place) and `.retired` (the folder that it replaces).
 */
function stagingPrefix(target: string): string {
  return `.${basename(target)}.staging-`;
}

function isAlive(leftover: string, prefix: string): boolean {
  const [pid, start] = leftover.slice(prefix.length).split("-");
  if (Number(pid) === process.pid) return `${pid}-${start}` === owner;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(dir), (entry) => entry.name)).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, () => false);
}

/**
 * Ends what killed runs began on `target`, a file or a folder: a run killed while it put a whole folder in place has
 * that finished, everything else that it left is removed. What a live process is working on stays.
 */
export async function sweep(target: string): Promise<void> {
  const parent = dirname(resolve(target));
  const prefix = stagingPrefix(target);
  const dead = (await namesIn(parent)).filter((name) => name.startsWith(prefix) && !isAlive(name, prefix));
  for (const suffix of [".ready", ".retired"]) {
    const whole = dead.find((name) => name.endsWith(suffix));
    if (whole !== undefined && !(await exists(target))) await Deno.rename(join(parent, whole), target);
  }
  for (const name of dead) await Deno.remove(join(parent, name), { recursive: true }).catch(ignoreMissing);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

/** Refuses to replace what dnr did not write: a mistyped `--out` must never cost the user a folder. */
async function refuseForeign(target: string): Promise<void> {
  const info = await Deno.stat(target).catch(() => undefined);
  if (info === undefined) return;
  if (!info.isDirectory) throw new UserError(`cannot write folder ${target}: a file of that name is in the way`);
  const names = await namesIn(target);
  if (names.length > 0 && !names.some((name) => MARKS.includes(name))) {
    throw new UserError(`cannot replace folder ${target}: it holds files that dnr did not write (${names[0]})`, {
      hint: "name another output folder, or move those files away",
    });
  }
}

/** A temporary path beside `target`, created as a file or a folder. */
export async function stagingPath(target: string, kind: "file" | "folder"): Promise<string> {
  const dir = dirname(resolve(target));
  await Deno.mkdir(dir, { recursive: true });
  const prefix = `${stagingPrefix(target)}${owner}-`;
  return kind === "file" ? await Deno.makeTempFile({ dir, prefix }) : await Deno.makeTempDir({ dir, prefix });
}

/**
 * Starts a folder that will become `target`. A kill at any moment leaves the old folder, the new one, or a state that
 * the next {@link stageFolder} or {@link sweep} of the same target mends.
 *
 * @throws {UserError} where `target` is a file, or a folder that dnr did not write.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const root = await Deno.makeTempDir();
 * {
 *   await using staging = await stageFolder(`${root}/toy`);
 *   await Deno.writeTextFile(`${staging.dir}/manifest.json`, "{}");
 *   await staging.commit();
 * }
 * assert.equal(await Deno.readTextFile(`${root}/toy/manifest.json`), "{}");
 * ```
 */
export async function stageFolder(target: string): Promise<Staging> {
  await sweep(target);
  await refuseForeign(target);
  const dir = await stagingPath(target, "folder");
  // makeTempDir() gives 0700, which would keep readers other than the owner out of the finished folder.
  if (Deno.build.os !== "windows") await Deno.chmod(dir, 0o755);
  const [ready, retired] = [`${dir}.ready`, `${dir}.retired`];
  return {
    dir,
    async commit() {
      await Deno.rename(dir, ready);
      await replace(ready, target, retired);
      await Deno.remove(retired, { recursive: true }).catch(ignoreMissing);
    },
    async [Symbol.asyncDispose]() {
      for (const path of [dir, ready]) await Deno.remove(path, { recursive: true }).catch(ignoreMissing);
    },
  };
}

/** Moves `target` away, as often as another run puts it back meanwhile, until `ready` takes its place. */
async function replace(ready: string, target: string, retired: string): Promise<void> {
  for (let attempt = 0;; attempt++) {
    await Deno.remove(retired, { recursive: true }).catch(ignoreMissing);
    await Deno.rename(target, retired).catch(ignoreMissing);
    try {
      return await Deno.rename(ready, target);
    } catch (error) {
      if (attempt === 9 || !(await exists(target))) throw error;
    }
  }
}
