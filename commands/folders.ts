/** Folders as the user names them. */
import { isAbsolute, relative, resolve, sep } from "node:path";
import { UserError } from "../lib/core/errors.ts";

/** A folder and the flag that names it. */
export type NamedFolder = readonly [flag: string, folder: string];

/** Whether `inner` is `outer` or lies in it; both absolute. On Windows the way to another drive is absolute. */
function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/**
 * Refuses outputs that would take something else away: an output folder is replaced as a whole, with an input or
 * another output that is the same folder or lies in it.
 *
 * @throws {UserError} naming the first two flags that clash.
 */
export function requireApart(cwd: string, outputs: readonly NamedFolder[], inputs: readonly NamedFolder[] = []): void {
  for (const [flag, folder] of outputs) {
    for (const [other, within] of [...inputs, ...outputs]) {
      if (other === flag || !holds(resolve(cwd, folder), resolve(cwd, within))) continue;
      throw new UserError(`cannot write ${flag} ${folder}: it would replace ${other} ${within}`, {
        hint: "name folders that lie beside each other",
      });
    }
  }
}

/**
 * A path as a word of a POSIX shell, so that a command with it can be copied and run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(shellWord("data/neobank"), "data/neobank");
 * assert.equal(shellWord("it's mine"), `'it'\\''s mine'`);
 * ```
 */
export function shellWord(path: string): string {
  return /^[\w./:@%+,=-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
