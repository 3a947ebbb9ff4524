/** Folders that appear whole or not at all, whatever moment a run is killed at. */
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../core/errors.ts";

/** One of these, at the top of a folder, shows that dnr wrote it: only such a folder, or an empty one, is replaced. */
const MARKS = [
  "manifest.json",
  "defects.json",
  "labels_slack.parquet",
  "data_health.json",
  "exec_summary.json",
  "qc_summary.json",
  "qc",
  "entities.parquet",
  "summary.json",
  "findings.json",
];

/** How often two runs may take the place from each other before one gives up. */
const MAX_ATTEMPTS = 100;

/** A folder in the making, on the file system of the folder that it will become. Undone when disposed uncommitted. */
export interface Staging extends AsyncDisposable {
  /** Where to write. */
  readonly dir: string;
  /** Puts the folder in its place, instead of the one that may be there. */
  commit(): Promise<void>;
}

/**
 * Name of what a run keeps beside `target` while it works: `.<name>.staging-<id>`, then one of nothing (being
 * written), `.ready` (whole, about to take its place), `.retired` (the folder that it replaces) and `.lock`, which the
 * run holds locked: the system frees it however the run ends, so a free lock marks what a killed run has left.
 */
function stagingPrefix(target: string): string {
  // Deno takes some characters in no name that it makes up; with % among them, no two targets share a prefix.
  const name = basename(target).replace(/[%"*:<>?\\|]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `.${name}.staging-`;
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
 * that finished, everything else that it left is removed. What a live run is working on stays.
 */
export async function sweep(target: string): Promise<void> {
  const parent = dirname(resolve(target));
  const prefix = stagingPrefix(target);
  const left = (await namesIn(parent)).filter((name) => name.startsWith(prefix));
  const ids = new Set(left.map((name) => name.slice(prefix.length).split(".", 1)[0]!));
  for (const id of ids) await sweepRun(target, join(parent, `${prefix}${id}`));
}

/**
 * What lies at `path`; undefined where there is nothing. A run that was killed while it put a folder in its place has left
 * it beside, where no reader would find it: it is put there first.
 */
export async function settled(path: string): Promise<Deno.FileInfo | undefined> {
  const stat = (): Promise<Deno.FileInfo | undefined> => Deno.stat(path).catch(() => undefined);
  return await stat() ?? (await sweep(path), await stat());
}

async function sweepRun(target: string, path: string): Promise<void> {
  using lock = await Deno.open(`${path}.lock`, { create: true, write: true });
  if (!(await lock.tryLock(true))) return;
  for (const whole of [`${path}.ready`, `${path}.retired`]) {
    if (await exists(whole) && !(await exists(target))) await Deno.rename(whole, target);
  }
  for (const suffix of ["", ".ready", ".retired", ".lock"]) await remove(`${path}${suffix}`);
}

async function remove(path: string): Promise<void> {
  await Deno.remove(path, { recursive: true }).catch(ignoreMissing);
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

/** A path beside `target` that no other run uses or sweeps until it is disposed, which removes what lies there. */
export async function claimStaging(target: string): Promise<{ readonly path: string } & AsyncDisposable> {
  const dir = dirname(resolve(target));
  await Deno.mkdir(dir, { recursive: true });
  for (;;) {
    const lockPath = await Deno.makeTempFile({ dir, prefix: stagingPrefix(target), suffix: ".lock" });
    const lock = await Deno.open(lockPath, { write: true });
    await lock.lock(true);
    // A sweep may have taken the file for a dead run's before it was locked.
    if (!(await exists(lockPath))) {
      lock.close();
      continue;
    }
    const path = lockPath.slice(0, -".lock".length);
    return {
      path,
      async [Symbol.asyncDispose]() {
        for (const suffix of ["", ".ready", ".retired", ".lock"]) await remove(`${path}${suffix}`);
        lock.close();
      },
    };
  }
}

/**
 * Keeps other runs from putting anything in the place of `target` until it is disposed; waits while one of them does. For
 * outputs that belong together: of two runs at once, the later one's take the place of the earlier one's, all of them.
 */
export async function takeTurn(target: string): Promise<AsyncDisposable> {
  const path = join(dirname(resolve(target)), `${stagingPrefix(target)}turn.lock`);
  for (;;) {
    const lock = await Deno.open(path, { create: true, write: true });
    await lock.lock(true);
    // Whoever had the turn before has removed the file that was waited for.
    const there = await Deno.stat(path).catch(() => undefined);
    if (there !== undefined && there.ino === (await lock.stat()).ino) {
      return {
        async [Symbol.asyncDispose]() {
          await remove(path);
          lock.close();
        },
      };
    }
    lock.close();
  }
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
  const claim = await claimStaging(target);
  const dir = claim.path;
  await Deno.mkdir(dir);
  return {
    dir,
    async commit() {
      await Deno.rename(dir, `${dir}.ready`);
      await replace(`${dir}.ready`, target, `${dir}.retired`);
    },
    [Symbol.asyncDispose]: () => claim[Symbol.asyncDispose](),
  };
}

/** Moves `target` away, as often as another run puts it back meanwhile, until `ready` takes its place. */
async function replace(ready: string, target: string, retired: string): Promise<void> {
  for (let attempt = 0;; attempt++) {
    await remove(retired);
    await Deno.rename(target, retired).catch(ignoreMissing);
    try {
      return await Deno.rename(ready, target);
    } catch (error) {
      const code = (error as { code?: string }).code ?? "";
      if (attempt === MAX_ATTEMPTS || !["ENOTEMPTY", "EEXIST"].includes(code)) throw error;
    }
  }
}
