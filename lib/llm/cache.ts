/** Answers that were paid for, by the hash of what was asked. Holds no secret: keys travel in headers alone. */
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Provider, Request } from "./client.ts";

const Count = z.int().min(0);
const Stored = z.strictObject({
  text: z.string(),
  /** The model that answered. */
  model: z.string(),
  probabilities: z.record(z.string(), z.number().min(0).max(1)),
  usage: z.strictObject({ input: Count, cached: Count, written: Count.optional(), output: Count }).nullable(),
  /** Id of the run that paid. */
  paid_by: z.string(),
});
export type Stored = z.infer<typeof Stored>;

/** `sha256` is of the answer as JSON: a flipped bit in it would otherwise pass for another answer. */
const Entry = z.strictObject({ key: z.string(), answer: Stored, sha256: z.string() });

export interface Cache {
  /** Undefined where there is none, or a damaged one. */
  get(key: string): Promise<Stored | undefined>;
  /** Keeps a valid answer, unless another process was faster: returns the one that is kept. */
  put(key: string, answer: Stored): Promise<Stored>;
}

/** SHA-256, in hex, of all that makes an answer what it is: provider, model, parameters, prompt, messages, schema. */
export function cacheKey({ name, model }: Pick<Provider, "name" | "model">, request: Request): string {
  const { task, promptVersion, messages, schema, maxOutputTokens, temperature, labels } = request;
  const asked = [name, model, task, promptVersion, maxOutputTokens, temperature, labels];
  const said = messages.map(({ role, content }) => [role, content]);
  return sha256(JSON.stringify([...asked, said, schema.name, schema.definition]));
}

/** Cache in a folder: one file an answer, in 256 folders. */
export function openCache(dir: string): Cache {
  const pathOf = (key: string): string => join(dir, key.slice(0, 2), `${key}.json`);
  const get = async (key: string): Promise<Stored | undefined> => {
    try {
      const entry = Entry.parse(JSON.parse(await Deno.readTextFile(pathOf(key))));
      return entry.key === key && entry.sha256 === digest(entry.answer) ? entry.answer : undefined;
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
      if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.InvalidData) return undefined;
      throw error;
    }
  };
  const put = async (key: string, answer: Stored): Promise<Stored> => {
    const kept = await get(key);
    if (kept !== undefined) return kept;
    await writeBeside(pathOf(key), JSON.stringify({ key, answer, sha256: digest(answer) }));
    return answer;
  };
  return { get, put };
}

async function writeBeside(path: string, text: string): Promise<void> {
  const dir = dirname(path);
  await Deno.mkdir(dir, { recursive: true });
  const beside = await Deno.makeTempFile({ dir, prefix: ".", suffix: ".part" });
  try {
    await Deno.writeTextFile(beside, text);
    await Deno.rename(beside, path);
  } catch (error) {
    await Deno.remove(beside).catch(() => {});
    throw error;
  }
}

/** Of the answer with its properties in the contract's order. */
function digest({ text, model, probabilities, usage, paid_by }: Stored): string {
  const counted = usage && [usage.input, usage.cached, usage.written ?? null, usage.output];
  return sha256(JSON.stringify([text, model, Object.entries(probabilities), counted, paid_by]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
