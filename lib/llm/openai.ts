/** OpenAI, or whatever endpoint speaks as it does. */
import type { APIError, OpenAI } from "openai";
import { UserError } from "../core/errors.ts";
import { boundedFetch } from "./bounded_fetch.ts";
import type { Provider, Reply, Request } from "./client.ts";
import { type Optional, refusedParameter, traitsOf } from "./openai_traits.ts";
import { embeddings } from "./openai_embeddings.ts";
import { type Api, chat, responses, type Wire } from "./openai_wire.ts";
import { ProviderError } from "./provider_error.ts";

export interface OpenAIOptions {
  readonly apiKey: string;
  /** Such as `https://api.openai.com/v1`. */
  readonly apiBase: string;
  readonly api: Api;
  /** A provider is made for each: the model asked for, then its successors. */
  readonly models: readonly string[];
}

/** A call as the driver returns it. */
interface Posted {
  asResponse(): Promise<Response>;
}

const WIRES: Readonly<Record<Api, Wire>> = { responses, chat, embeddings };

/** Timeouts are the caller's: each attempt has its own. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/** Providers of `models` over one connection. The driver, slow to load, is loaded here. */
export async function openaiProviders({ apiKey, apiBase, api, models }: OpenAIOptions): Promise<Provider[]> {
  const driver = await import("openai");
  const client = new driver.OpenAI({
    apiKey,
    baseURL: apiBase,
    // What the driver would else read from the environment belongs to other programs.
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    logLevel: "off",
    fetch: boundedFetch,
  });
  const isApiError = (error: unknown): error is APIError => error instanceof driver.APIError;
  return models.map((model) => provider(client, isApiError, { apiKey, apiBase, api }, model));
}

function provider(
  client: OpenAI,
  isApiError: (error: unknown) => error is APIError,
  { apiKey, apiBase, api }: Omit<OpenAIOptions, "models">,
  model: string,
): Provider {
  const wire = WIRES[api];
  const traits = traitsOf(model);
  const refused = new Set<Optional>(traits.refused);
  const resource = { responses: client.responses, chat: client.chat.completions, embeddings: client.embeddings }[api];
  const create = resource.create.bind(resource) as (body: unknown, options: { signal: AbortSignal }) => Posted;
  /** An endpoint may repeat the key in what it says, and its words reach logs, cache and reports. */
  const redact = (text: string): string => isSecret(apiKey) ? text.replaceAll(apiKey, "(key)") : text;

  const complete = async (request: Request, signal: AbortSignal): Promise<Reply> => {
    const sent = wire.body(model, request, traits, refused);
    const refusedBefore = new Set(refused);
    try {
      // Read here: what the driver does with an answer presumes that it is one.
      const response = await create(sent, { signal }).asResponse();
      const reply = wire.reply(await response.json(), request);
      return { ...reply, text: redact(reply.text), model: redact(reply.model) };
    } catch (error) {
      signal.throwIfAborted();
      if (!isApiError(error)) {
        throw error instanceof SyntaxError ? new ProviderError("garbled", "the answer is not JSON") : error;
      }
      if (error.cause instanceof ProviderError || error.cause instanceof UserError) throw error.cause;
      const parameter = error.status === 400 ? refusedParameter(error.param, error.message) : undefined;
      if (parameter !== undefined && !refusedBefore.has(parameter)) {
        refused.add(parameter);
        throw new ProviderError("parameter", `${model} does not take ${parameter}`);
      }
      throw statusFault(error, model, apiBase, redact);
    }
  };
  return { name: "openai", model, complete };
}

/** Local servers take any key, such as `none`, which is a word like others. */
const isSecret = (key: string): boolean => key.length >= 8;

/** What an answer with an error status means: the user's to mend, or a fault. */
function statusFault(
  { status, code, message, headers }: APIError,
  model: string,
  apiBase: string,
  redact: (text: string) => string,
): UserError | ProviderError {
  const told = redact(message).slice(0, 300);
  if (code === "model_not_found" || code === "model_deprecated" || status === 410 || isAboutModel(status, message)) {
    return new ProviderError("gone", `the endpoint has no model ${model}: ${told}`);
  }
  if (code === "insufficient_quota") {
    return new UserError(`the model's endpoint asks for payment: ${told}`, {
      hint: "add credit to the account of the key, or run with --llm-provider local",
    });
  }
  if (status === 401 || status === 403) {
    return new UserError(`the model's endpoint refuses the key: ${apiBase} answers ${status}, wanted 200`, {
      hint: "set OPENAI_API_KEY to a valid key, or run with --llm-provider local",
    });
  }
  if (status === 404) {
    return new UserError(`the model's endpoint does not have this API: ${told}`, {
      hint: `check llm.api_base (${apiBase}); a compatible server may need llm.api: chat`,
    });
  }
  const retryAfterMs = retryAfter(headers);
  if (status === 429) return new ProviderError("overloaded", told, retryAfterMs);
  if (status === undefined) return new ProviderError("lost", told);
  if (status >= 500 || status === 408 || status === 409) return new ProviderError("broken", told, retryAfterMs);
  return new ProviderError("rejected", told);
}

function isAboutModel(status: number | undefined, message: string): boolean {
  return (status === 404 || status === 400) &&
    /\bmodel\b.*\b(not exist|not found|deprecated|shut down)\b/i.test(message);
}

/** Milliseconds that the headers ask for; a date counts from the answer's own `Date`. */
function retryAfter(headers: Headers | undefined): number | null {
  const milliseconds = Number(headers?.get("retry-after-ms") ?? NaN);
  if (milliseconds >= 0) return milliseconds;
  const told = headers?.get("retry-after") ?? "";
  if (/^\d+(\.\d+)?$/.test(told)) return Number(told) * 1000;
  const apart = Date.parse(told) - Date.parse(headers?.get("date") ?? "");
  return apart >= 0 ? apart : null;
}
