import { dispatch, type World } from "../../commands/dispatch.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, in a world of its own. */
export async function dnr(args: readonly string[], cwd: string, outside: Partial<World> = {}): Promise<Ran> {
  let [stdout, stderr] = ["", ""];
  const code = await dispatch(args, {
    version: "0.1.0",
    cwd,
    env: {},
    stdout: (text) => stdout += text,
    stderr: (text) => stderr += text,
    isTerminal: false,
    columns: 80,
    signal: new AbortController().signal,
    ...outside,
  });
  return { code, stdout, stderr };
}

export async function inFolder(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    await work(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

export async function namesIn(dir: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(dir), (entry) => entry.name)).sort();
}
