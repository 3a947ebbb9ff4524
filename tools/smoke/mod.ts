/**
 * Runs the compiled program, as a stranger would: `deno task smoke [--binary FILE] [--require-binary]`.
 *
 * Without `--binary` it is built first. Where no denort can be had, that is said, and the tree that would have been
 * compiled is run by Deno under the compiled program's permissions instead; `--require-binary` makes that a failure.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import manifest from "../../deno.json" with { type: "json" };
import { BINARY, compile } from "../compile/mod.ts";
import { DEFAULT_LLM_HOST, permissionFlags } from "../compile/permissions.ts";
import { copyTree } from "../compile/tree.ts";
import { makesSameFiles, type Program, refusesOtherHosts, tellsVersion } from "./checks.ts";

const ROOT = resolve(import.meta.dirname!, "..", "..");

function bySources(root: string, permissions: readonly string[]): Program {
  return {
    command: Deno.execPath(),
    args: ["run", "--node-modules-dir=manual", ...permissions, join(root, "main.ts")],
  };
}

/** The program to check, and why it is not a binary where it is none. */
async function programToCheck(
  binary: string | undefined,
  dir: string,
): Promise<[Program, skipped: string | undefined]> {
  if (binary !== undefined) return [{ command: resolve(binary), args: [] }, undefined];
  const result = await compile(DEFAULT_LLM_HOST, BINARY);
  if (result.built) return [{ command: BINARY, args: [] }, undefined];
  const tree = join(dir, "tree");
  await Deno.mkdir(tree);
  await copyTree(ROOT, tree);
  return [bySources(tree, permissionFlags(DEFAULT_LLM_HOST)), result.reason];
}

const { values } = parseArgs({
  options: { binary: { type: "string" }, "require-binary": { type: "boolean", default: false } },
});
const dir = await Deno.makeTempDir({ prefix: "dnr-smoke-" });
try {
  const [program, skipped] = await programToCheck(values.binary, dir);
  if (skipped !== undefined) {
    console.log(`skipped: no binary was built: ${skipped}`);
    console.log("checked instead: what it would embed, run by Deno under its permissions");
  }
  const faults = [
    ...await tellsVersion(program, manifest.version, dir),
    ...await refusesOtherHosts(program, dir),
    ...await makesSameFiles(program, bySources(ROOT, ["--allow-all"]), dir),
    ...(skipped !== undefined && values["require-binary"] ? ["a binary was required"] : []),
  ];
  for (const fault of faults) console.log(`failed: ${fault}`);
  console.log(faults.length === 0 ? "smoke test passed" : "smoke test failed");
  Deno.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await Deno.remove(dir, { recursive: true });
}
