/** Files of text and JSON, read back and held against their contracts. */
import type { z } from "zod";
import { EXIT, UserError } from "../core/errors.ts";

/** What messages say of a file that cannot be used. */
export interface Told {
  /** What the file is called; its path, if absent. */
  readonly named?: string;
  /** How to come by a good one. */
  readonly hint: string;
}

/** The text of a file; undefined where there is none. */
export async function textIfThere(path: string): Promise<string | undefined> {
  return await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
}

/** The value of a JSON text; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first place that does not fit, and what is wanted there. */
export function firstFault({ issues }: z.ZodError): string {
  const { path, message } = issues[0]!;
  return `${path.length === 0 ? "its root" : path.join(".")}: ${message}`;
}

/** The text of a file that must be there. @throws {UserError} (exit 2) where it cannot be read. */
export async function readText(path: string, { named = path, hint }: Told): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (cause) {
    const why = cause instanceof Deno.errors.NotFound ? "there is none" : (cause as Error).message;
    throw new UserError(`cannot read ${named}: ${why}`, { hint, cause });
  }
}

/** `text` as JSON of a contract. @throws {UserError} (exit 3) naming the first place that does not fit. */
export function parseJson<T>(text: string, contract: z.ZodType<T>, { named, hint }: Required<Told>): T {
  const value = jsonOf(text);
  const parsed = contract.safeParse(value);
  if (parsed.success) return parsed.data;
  const fault = value === undefined ? "it is not JSON" : firstFault(parsed.error);
  throw new UserError(`${named} does not fit its schema: ${fault}`, {
    exitCode: EXIT.badData,
    hint,
    cause: parsed.error,
  });
}

/**
 * A JSON file that must be there.
 *
 * @throws {UserError} where it cannot be read (exit 2) or does not fit its contract (exit 3).
 */
export async function readJson<T>(path: string, contract: z.ZodType<T>, told: Told): Promise<T> {
  return parseJson(await readText(path, told), contract, { named: path, ...told });
}
