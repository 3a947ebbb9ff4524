/** The model of each purpose, as the configuration wants it. */
import { join, resolve } from "node:path";
import type { Config } from "../config/schema.ts";
import type { Purpose } from "../contracts/budget.ts";
import type { Context } from "../core/context.ts";
import { UserError } from "../core/errors.ts";
import type { Model, Provider } from "../llm/client.ts";
import { DEFAULT_LIMITS, openModel } from "../llm/model.ts";
import { openaiProviders } from "../llm/openai.ts";
import { listed } from "../llm/prices.ts";

export interface ModelOptions {
  readonly config: Config;
  readonly purpose: Purpose;
  readonly runId: string;
  /** Folder of the run: its spending goes to `spend/{purse}.jsonl` in it. Null: nothing is written (a plan). */
  readonly runDir: string | null;
  /** Answers where no endpoint is asked. */
  readonly embedded: Provider;
}

export interface PurposeModel {
  readonly model: Model;
  /** What the reader of a plan or a report should know of it, one sentence each. */
  readonly notes: readonly string[];
}

/** Key that local servers are given, which take any. */
const NO_KEY = "none";

/**
 * Opens the model that a purpose asks: the embedded one, or OpenAI's behind the cap, cache and limits of the
 * configuration.
 *
 * @throws {UserError} where OpenAI is demanded and no key is set, or the price of the model is not known.
 */
export async function modelFor(
  context: Pick<Context, "cwd" | "signal">,
  { config, purpose, runId, runDir, embedded }: ModelOptions,
): Promise<PurposeModel> {
  const { llm, cache, classification } = config;
  const { model: name, capUsd, purse } = settingsOf(config, purpose);
  const own = {
    purpose,
    runId,
    capNano: Math.floor(capUsd * 1e9),
    signal: context.signal,
    limits: {
      ...DEFAULT_LIMITS,
      timeoutMs: llm.timeout_s * 1000,
      retries: llm.retries,
      concurrency: Math.min(classification.concurrency, llm.max_concurrency),
      maxConcurrency: llm.max_concurrency,
    },
  };
  const apiKey = keyFor(config, purpose);
  if (apiKey === null) {
    const model = await openModel({ ...own, provider: embedded, cache: null, ledger: null });
    return { model, notes: [] };
  }
  const models = [name, ...(llm.successors[name] ?? [])];
  const [provider, ...successors] = await openaiProviders({
    apiKey,
    apiBase: withVersion(llm.api_base),
    api: purpose === "embeddings" ? purpose : llm.api,
    models,
  });
  const model = await openModel({
    ...own,
    provider: provider!,
    successors,
    cache: cache.enabled ? resolve(context.cwd, cache.dir) : null,
    ledger: runDir === null ? null : join(runDir, "spend", `${purse}.jsonl`),
    prices: llm.prices,
  });
  return { model, notes: retirement(name, successors) };
}

interface Settings {
  readonly model: string;
  readonly capUsd: number;
  /** Whose money it is: purposes of one purse share its cap. */
  readonly purse: Purpose;
}

function settingsOf({ comms, classification, entities, gaps }: Config, purpose: Purpose): Settings {
  if (purpose === "embeddings") return { model: gaps.embed_model, capUsd: gaps.api_cap_usd, purse: "gaps" };
  const section = { generation: comms, classification, entities, gaps }[purpose];
  return { model: section.model, capUsd: section.api_cap_usd, purse: purpose };
}

/** `https://api.openai.com` as `https://api.openai.com/v1`: a base without a path is meant to be the API's. */
function withVersion(base: string): string {
  return new URL(base).pathname === "/" ? `${base.replace(/\/$/, "")}/v1` : base;
}

/** The key to ask an endpoint with; null where the embedded model answers. */
function keyFor({ llm, classification, entities }: Config, purpose: Purpose): string | null {
  const own = purpose === "classification"
    ? classification.provider
    : purpose === "entities"
    ? entities.provider
    : null;
  if (llm.provider === "local" || own === "local") return null;
  if (llm.api_key !== null || llm.provider === "auto") return llm.api_key;
  if (new URL(llm.api_base).hostname !== "api.openai.com") return NO_KEY;
  throw new UserError("cannot ask OpenAI: no key is set, wanted one because llm.provider is openai", {
    hint: "set OPENAI_API_KEY, or use --llm-provider local",
  });
}

function retirement(model: string, successors: readonly Provider[]): string[] {
  const retires = listed(model)?.retires ?? null;
  if (retires === null) return [];
  const then = successors.map((successor) => successor.model).join(", ");
  return [`model ${model} retires on ${retires}${then === "" ? "; no successor is set" : `, then ${then} is asked`}`];
}
