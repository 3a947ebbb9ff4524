/** What tests of the model's stack share: a request, a model before a fake endpoint, a folder. */
import { z } from "zod";
import type { Model, Request } from "../../lib/llm/client.ts";
import { type ModelOptions, openModel } from "../../lib/llm/model.ts";
import { openaiProviders } from "../../lib/llm/openai.ts";
import type { Api } from "../../lib/llm/openai_wire.ts";
import type { Limits } from "../../lib/llm/send.ts";

export const API_KEY = "sk-test-0123456789abcdef";

export const Label = z.strictObject({ theme: z.enum(["freshness", "duplicates"]), sure: z.boolean() });

const definition = {
  type: "object",
  properties: { theme: { type: "string", enum: ["freshness", "duplicates"] }, sure: { type: "boolean" } },
  required: ["theme", "sure"],
  additionalProperties: false,
};

export function labelRequest(text: string, changes: Partial<Request> = {}): Request {
  return {
    task: "label",
    promptVersion: "1",
    messages: [{ role: "system", content: "You label a text." }, { role: "user", content: text }],
    schema: { name: "label", definition },
    maxOutputTokens: 64,
    temperature: 0,
    labels: ["theme"],
    input: { text },
    ...changes,
  };
}

/** Short enough that a hanging endpoint does not hold a test up. */
export const QUICK: Limits = { timeoutMs: 50, retries: 2, backoffMs: 1, concurrency: 5, maxConcurrency: 40 };
/** For tests whose endpoint answers: a busy machine is no fault. */
export const PATIENT: Limits = { ...QUICK, timeoutMs: 10_000 };

export interface Setup extends Partial<Omit<ModelOptions, "provider" | "successors">> {
  readonly base: string;
  readonly api?: Api;
  /** The model asked for, then its successors. */
  readonly models?: readonly string[];
  readonly apiKey?: string;
}

export async function fakeModel(
  { base, api = "responses", models = ["gpt-4o-mini"], apiKey = API_KEY, ...options }: Setup,
): Promise<Model> {
  const [provider, ...successors] = await openaiProviders({ apiKey, apiBase: base, api, models });
  return await openModel({
    provider: provider!,
    successors,
    purpose: "classification",
    runId: "run-1",
    cache: null,
    ledger: null,
    capNano: 1e9,
    limits: PATIENT,
    signal: new AbortController().signal,
    ...options,
  });
}

export const NO_ESTIMATE = { p50: 0, p95: 0, ceiling: 0 };

export async function withDir<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await Deno.makeTempDir();
  try {
    return await use(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

/** All that stands in the files below a folder, one text. */
export async function everyText(dir: string): Promise<string> {
  const texts: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(dir)) {
    texts.push(isDirectory ? await everyText(`${dir}/${name}`) : await Deno.readTextFile(`${dir}/${name}`));
  }
  return texts.join("\n");
}
