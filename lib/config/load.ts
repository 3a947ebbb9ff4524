/** The effective configuration: defaults, then YAML, then the environment, then flags, each value with its source. */
import { z } from "zod";
import { UserError } from "../core/errors.ts";
import { ENV_ALIASES, settings } from "./keys.ts";
import { Config, SECRETS } from "./schema.ts";
import { type Entry, fromEnv, fromYaml, type Source, sourceName } from "./sources.ts";

/** Read when it exists and no other file is named. */
const DEFAULT_FILE = "configs/default.yaml";

export interface Loaded {
  readonly config: Config;
  /** Source of every setting by its dotted path; `default` where none is named. */
  readonly sources: ReadonlyMap<string, Source>;
}

export interface Inputs {
  /** `--config`, relative to `cwd`. */
  readonly file: string | undefined;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Settings given by flags. */
  readonly flags: readonly Entry[];
}

/**
 * Reads all sources and merges them.
 *
 * @throws {UserError} naming the setting, its source, the value found and the value wanted.
 */
export async function loadConfig({ file, cwd, env, flags }: Inputs): Promise<Loaded> {
  const entries = [...await fileEntries(file, cwd), ...fromEnv(env), ...flags];
  return merge([...entries, ...namedKey(merge(entries).config, env)]);
}

/** The key out of the variable that the configuration itself names. */
function namedKey({ classification: { env_key_var: name } }: Config, env: Inputs["env"]): Entry[] {
  const key = env[name] ?? "";
  const known = ENV_ALIASES.some(([alias]) => alias === name);
  return key === "" || known ? [] : [{ path: "llm.api_key", value: key, source: { kind: "env", name } }];
}

async function fileEntries(file: string | undefined, cwd: string): Promise<Entry[]> {
  const { resolve } = await import("node:path");
  const name = file ?? DEFAULT_FILE;
  try {
    return await fromYaml(await Deno.readTextFile(resolve(cwd, name)), name);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    if (file === undefined && cause instanceof Deno.errors.NotFound) return [];
    throw new UserError(`cannot read the configuration: ${(cause as Error).message}`, {
      hint: "--config wants the path of a YAML file",
      cause,
    });
  }
}

/** Entries in order of precedence, the strongest last, over the defaults. */
export function merge(entries: readonly Entry[]): Loaded {
  const sources = new Map<string, Source>();
  const given: Record<string, unknown> = {};
  for (const { path, value, source } of entries) {
    const checked = settings.get(path)!.safeParse(value);
    if (!checked.success) throw wrongValue(path, value, source, checked.error);
    sources.set(path, source);
    setIn(given, path.split("."), checked.data);
  }
  return { config: Config.parse(given), sources };
}

function setIn(target: Record<string, unknown>, [key, ...rest]: string[], value: unknown): void {
  if (rest.length === 0) target[key!] = value;
  else setIn((target[key!] ??= {}) as Record<string, unknown>, rest, value);
}

function wrongValue(path: string, value: unknown, source: Source, error: z.ZodError): UserError {
  const found = SECRETS.includes(path) ? "a value not shown" : JSON.stringify(value);
  return new UserError(
    `wrong value for ${path} (${sourceName(source)}): found ${found}, wanted ${wanted(error.issues[0]!)}`,
  );
}

/** What zod's sentence wants, without what it found. */
function wanted({ message }: z.core.$ZodIssue): string {
  return message
    .replace(/^(Invalid (input|option|string)|Too (small|big)): /, "")
    .replace(/^expected /, "")
    .replace(/, received .*$/, "")
    .replace(/^\w+ to be /, "");
}
