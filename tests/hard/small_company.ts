/** A small company with all its outputs, to be ill-treated. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { digest } from "../../lib/infra/files.ts";
import { dnr, type Ran } from "../cli/world.ts";

/** The commands that read or write folders, in the order that makes each one's inputs; each takes about a second. */
export const COMMANDS = {
  "gen-warehouse": ["gen-warehouse", "--archetype", "neobank", "--scale", "fast", "--months", "1"],
  "gen-comms": [
    "gen-comms",
    "--archetype",
    "neobank",
    "--slack",
    "40",
    "--email",
    "12",
    "--nlq",
    "20",
    "--months",
    "2",
  ],
  "run-report": ["run-report", "--warehouse", "data/neobank", "--comms", "comms/neobank"],
  "validate": ["validate", "--warehouse", "data/neobank", "--comms", "comms/neobank"],
  "explain": ["explain", "--report", "reports/neobank"],
  "eval-findings": ["eval-findings", "--report", "reports/neobank"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type CommandName = keyof typeof COMMANDS;

export const SETTINGS = { DNR_RESOURCES_THREADS: "1", DNR_EVALUATION_RESAMPLES: "100" };

export async function run(name: CommandName, cwd: string): Promise<Ran> {
  return await dnr([...COMMANDS[name], "--quiet"], cwd, { env: SETTINGS });
}

/** Generates, reports, and gives the folder of the run. */
export async function makeCompany(cwd: string): Promise<{ readonly run: string }> {
  for (const name of ["gen-warehouse", "gen-comms", "run-report"] as const) {
    const { code, stderr } = await run(name, cwd);
    assert.equal(code, 0, stderr);
  }
  const summary = JSON.parse(await Deno.readTextFile(join(cwd, "reports/neobank/exec_summary.json")));
  return { run: join("runs", summary.run_id) };
}

/**
 * The ending of a command on bad input: a documented exit code, and a message that no person needs a programmer for.
 *
 * @param codes The exit codes that are right here.
 */
export function endsReadably({ code, stderr }: Ran, codes: readonly number[], what: string): void {
  assert.ok(codes.includes(code), `${what}: exit ${code}, wanted ${codes}: ${stderr}`);
  assert.doesNotMatch(stderr, /^\s+at .*:\d+|\.ts:\d+/m, `${what}: shows a stack trace`);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(stderr, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/, `${what}: passes control characters to the terminal`);
  if (code > 1) assert.match(stderr, /^error: .+/m, `${what}: gives no sentence`);
}

/** SHA-256 of every file below `dir` by its path; what dnr keeps beside its outputs while it works counts too. */
export async function digests(dir: string, below = ""): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, isDirectory } of Deno.readDir(join(dir, below))) {
    const path = below === "" ? name : `${below}/${name}`;
    if (isDirectory) Object.assign(found, await digests(dir, path));
    else found[path] = await digest(join(dir, path));
  }
  return Object.fromEntries(Object.entries(found).sort());
}

export async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(join(from, name), join(to, name));
    else await Deno.copyFile(join(from, name), join(to, name));
  }
}
