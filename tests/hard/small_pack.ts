/** A small pack with its gaps report, to be ill-treated. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { dnr, type Ran } from "../cli/world.ts";

/** The commands that write, in the order that makes each one's inputs; each takes less than a second. */
export const PACK_COMMANDS = {
  "pack init": ["pack", "init"],
  "pack gen": ["pack", "gen", "--out", "packs/a", "--seed", "7"],
  "gaps gen": ["gaps", "gen", "--pack", "packs/a", "--out", "report_out", "--llm", "off"],
  "gaps eval": ["gaps", "eval", "--out", "report_out", "--oracle", "packs/a.oracle.json", "--write", "scores.json"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type PackCommand = keyof typeof PACK_COMMANDS;

/** Read by `pack gen`, and left alone by `pack init`. */
const CONFIG = "counts: { datasets: 12, nl_queries: 20, slack_threads: 10, email_threads: 5, users: 8 }\n";

export async function runPack(name: PackCommand, cwd: string): Promise<Ran> {
  return await dnr([...PACK_COMMANDS[name], "--quiet"], cwd);
}

/** Runs every command once. */
export async function makePack(cwd: string): Promise<void> {
  await Deno.writeTextFile(join(cwd, "config.yaml"), CONFIG);
  for (const name of Object.keys(PACK_COMMANDS) as PackCommand[]) {
    const { code, stderr } = await runPack(name, cwd);
    assert.equal(code, 0, stderr);
  }
}
