/**
 * Builds the one-file program: `deno task compile [--llm-host HOST:PORT] [--out FILE]`.
 *
 * The runtime that goes into it, `denort`, is downloaded by Deno, or is the file that the environment's `DENORT_BIN`
 * names.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_LLM_HOST, permissionFlags } from "./permissions.ts";
import { copyTree } from "./tree.ts";

const ROOT = resolve(import.meta.dirname!, "..", "..");

/** Where the program is built unless told otherwise. */
export const BINARY = join(ROOT, "dist", Deno.build.os === "windows" ? "dnr.exe" : "dnr");

export type Built =
  | { readonly built: true }
  /** No denort: neither downloaded nor named. */
  | { readonly built: false; readonly reason: string };

/**
 * Flags of `deno compile`.
 *
 * What the program reads at run time is named: `commands/dispatch.ts`, which `main.ts` imports by a computed path, and
 * the trained weights. It unpacks itself on the first run, for DuckDB's shared library is found beside its
 * binding, and resvg reads fonts, only as files on disk.
 */
export function compileFlags(llmHost: string, out: string): string[] {
  return [
    "--no-check",
    "--frozen",
    "--node-modules-dir=manual",
    "--self-extracting",
    "--app-name=dnr",
    "--include=commands/dispatch.ts",
    "--include=assets",
    ...permissionFlags(llmHost),
    `--output=${out}`,
    "main.ts",
  ];
}

/** @throws {Error} where `deno compile` fails for another reason than a missing denort. */
export async function compile(llmHost: string, out: string): Promise<Built> {
  const stage = await Deno.makeTempDir({ prefix: "dnr-compile-" });
  try {
    await copyTree(ROOT, stage);
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["compile", ...compileFlags(llmHost, resolve(out))],
      cwd: stage,
      env: { NO_COLOR: "1" },
    }).output();
    if (success) return { built: true };
    const said = new TextDecoder().decode(stderr);
    const reason = denortFault(said);
    if (reason === undefined) throw new Error(`deno compile failed:\n${said}`);
    return { built: false, reason };
  } finally {
    await Deno.remove(stage, { recursive: true });
  }
}

/** Why there is no denort, out of what `deno compile` says; undefined where that is not its trouble. */
export function denortFault(said: string): string | undefined {
  return /^\s*\d+: (.*denort.*)$/m.exec(said)?.[1];
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { "llm-host": { type: "string", default: DEFAULT_LLM_HOST }, out: { type: "string", default: BINARY } },
  });
  const result = await compile(values["llm-host"], values.out);
  console.log(result.built ? `wrote ${values.out}` : `not built: ${result.reason}`);
  if (!result.built) Deno.exitCode = 1;
}
