/** What the program must do wherever it runs: each check gives what is wrong, or nothing. */
import { join } from "node:path";

/** A way to start dnr: the compiled program, or Deno with its sources. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs to the end in `cwd`; of the environment it sees the system's own variables and `env`. */
async function run(
  { command, args }: Program,
  given: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { code, stdout, stderr } = await new Deno.Command(command, { args: [...args, ...given], cwd, env }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

export async function tellsVersion(program: Program, version: string, cwd: string): Promise<string[]> {
  const { code, stdout } = await run(program, ["--version"], cwd);
  return code === 0 && stdout === `${version}\n` ? [] : [`--version: exit ${code}, ${stdout}, wanted ${version}`];
}

/**
 * `quickstart --fast` in an empty folder, and the same by `reference`: both must leave the same files but for
 * provenance. A figure whose font was not found, or weights that were not embedded, would show here.
 */
export async function makesSameFiles(program: Program, reference: Program, cwd: string): Promise<string[]> {
  const [own, wanted] = [join(cwd, "own"), join(cwd, "wanted")];
  for (const [each, folder] of [[program, own], [reference, wanted]] as const) {
    await Deno.mkdir(folder);
    const { code, stderr } = await run(each, ["quickstart", "--fast", "--llm-provider", "local"], folder);
    if (code !== 0) return [`quickstart --fast: exit ${code}: ${stderr.trimEnd().split("\n").slice(-3).join(" / ")}`];
  }
  const [found, expected] = [await digests(own), await digests(wanted)];
  const paths = [...new Set([...found.keys(), ...expected.keys()])].sort();
  return paths.filter((path) => found.get(path) !== expected.get(path))
    .map((path) => `quickstart --fast: ${path} differs from what the sources make`);
}

/** A request to a host that the build does not name, which no one answers. */
export async function refusesOtherHosts(program: Program, cwd: string): Promise<string[]> {
  const args = ["gen-comms", "--archetype", "neobank", "--api-base", "https://models.invalid/v1"];
  const { code, stderr } = await run(program, args, cwd, { OPENAI_API_KEY: "sk-smoke-test" });
  const clear = stderr.includes(`the model's endpoint may not be reached: Requires net access to "models.invalid:443"`);
  return code === 2 && clear ? [] : [`a host that is not allowed: exit ${code}, ${stderr}`];
}

/** SHA-256 in hex of every file below `dir` by its path, but for the provenance of runs and what is cached. */
async function digests(dir: string, below = ""): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { name, isDirectory } of Deno.readDir(join(dir, below))) {
    const path = below === "" ? name : `${below}/${name}`;
    if (path === "runs" || path === ".cache") continue;
    if (isDirectory) { for (const [key, value] of await digests(dir, path)) found.set(key, value); }
    else found.set(path, await sha256(join(dir, path)));
  }
  return found;
}

async function sha256(path: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
  return new Uint8Array(hash).toHex();
}
