/**
 * An endpoint that speaks as OpenAI's does, on the loopback: replies from a queue or a function, a history of calls,
 * faults by name, and a bill of its own.
 */
import { type Api, type Asked, askedOf, leastValue, strictFault } from "./asked.ts";
import { inputTokens, outputTokens, PRICE_LIST, tokensOf } from "./bill.ts";
import { answered, type FaultName, FAULTS } from "./faults.ts";
import { embeddings } from "./embeddings.ts";
import { errorResponse } from "./wire.ts";

/** One reply in the queue: a fault, else an answer (JSON value) or the text of one. */
export interface Scripted {
  readonly fault?: FaultName;
  readonly answer?: unknown;
  readonly text?: string;
}

export interface FakeOptions {
  /** The answer of a sound server, a JSON value; the schema's least value where none is given. */
  readonly answer?: (asked: Asked) => unknown;
  /** The fault of a call, for those that the queue does not script. */
  readonly fault?: (asked: Asked) => FaultName | null;
  /** How long each call takes. */
  readonly delayMs?: number;
  /** Any key but this is refused; every key is taken where none is given. */
  readonly apiKey?: string;
  /** Models that are gone. */
  readonly gone?: readonly string[];
  /** Parameters that every model refuses, by their names in the body. */
  readonly refuses?: readonly string[];
}

export interface FakeOpenAI extends AsyncDisposable {
  /** `http://127.0.0.1:port/v1` */
  readonly base: string;
  /** Replies of the next calls, in order. */
  readonly queue: Scripted[];
  /** Every call of a model, in order of arrival. */
  readonly calls: readonly Asked[];
  /** Nanodollars charged so far, for answers that never arrived too. */
  readonly bill: number;
  /** Most calls that were under way at once. */
  readonly peak: number;
}

/** Models that think, whose sampling can't be steered. */
const REASONING = /^(gpt-5-mini|o\d)/;

export function startFakeOpenAI(options: FakeOptions = {}): FakeOpenAI {
  const queue: Scripted[] = [];
  const calls: Asked[] = [];
  const times = new Map<string, number>();
  const stop = new AbortController();
  const state = { bill: 0, active: 0, peak: 0 };

  const reply = async (asked: Asked): Promise<Response> => {
    if (options.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.delayMs));
    const refusal = refusalOf(asked, options);
    if (refusal !== null) return refusal;
    const scripted = queue.shift();
    const answer = scripted?.answer ?? options.answer?.(asked) ?? leastValue(asked.schema.definition);
    const text = scripted?.text ?? JSON.stringify(answer);
    const price = PRICE_LIST[asked.model] ?? PRICE_LIST["gpt-4o-mini"]!;
    const bill = (output: number): void => {
      state.bill += inputTokens(asked) * price.input + output * price.output;
    };
    const exchange = { asked, text, stop: stop.signal, bill };
    const fault = scripted === undefined ? options.fault?.(asked) ?? null : scripted.fault ?? null;
    if (fault !== null) return await FAULTS[fault](exchange);
    const cut = outputTokens(asked, text) < tokensOf(text);
    return answered(exchange, cut ? { text: text.slice(0, 40), finish: "length" } : {});
  };

  const complete = async (api: Api, request: Request): Promise<Response> => {
    const told = await request.text().catch(() => null);
    if (told === null) return errorResponse(400, { message: "The client was gone before it had asked" });
    const nth = times.get(told) ?? 0;
    times.set(told, nth + 1);
    const asked = askedOf(api, JSON.parse(told), nth);
    calls.push(asked);
    state.peak = Math.max(state.peak, ++state.active);
    try {
      return await reply(asked);
    } finally {
      state.active--;
    }
  };

  const handle = async (request: Request): Promise<Response> => {
    const key = request.headers.get("authorization")?.replace("Bearer ", "");
    if (options.apiKey !== undefined && key !== options.apiKey) {
      return errorResponse(401, { message: `Incorrect API key provided: ${key}`, code: "invalid_api_key" });
    }
    switch (new URL(request.url).pathname) {
      case "/v1/responses":
        return await complete("responses", request);
      case "/v1/chat/completions":
        return await complete("chat", request);
      case "/v1/embeddings": {
        const { response, tokens, model } = embeddings(await request.json());
        state.bill += tokens * (PRICE_LIST[model]?.input ?? 0);
        return response;
      }
      case "/v1/models":
        return Response.json({ object: "list", data: Object.keys(PRICE_LIST).map((id) => ({ id, object: "model" })) });
      default:
        return errorResponse(404, { message: `Unknown request URL: ${new URL(request.url).pathname}` });
    }
  };

  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {}, signal: stop.signal }, handle);
  return {
    base: `http://127.0.0.1:${server.addr.port}/v1`,
    queue,
    calls,
    get bill() {
      return state.bill;
    },
    get peak() {
      return state.peak;
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await server.finished;
    },
  };
}

/** What the API refuses before it answers. */
function refusalOf(asked: Asked, { gone = [], refuses = [] }: FakeOptions): Response | null {
  const { model, schema, body, logprobs, effort } = asked;
  if (gone.includes(model)) {
    return errorResponse(404, { message: `The model \`${model}\` has been deprecated`, code: "model_not_found" });
  }
  const strict = strictFault(schema.definition);
  if (strict !== null) {
    const message = `Invalid schema for response_format '${schema.name}': ${strict}`;
    return errorResponse(400, { message, code: "invalid_json_schema", param: "text.format.schema" });
  }
  const unknown = refuses.find((name) => name in body);
  const thinking = REASONING.test(model)
    ? "temperature" in body ? "temperature" : logprobs ? "logprobs" : effort === "none" ? "reasoning.effort" : undefined
    : undefined;
  const parameter = unknown ?? thinking;
  if (parameter === undefined) return null;
  const message = `Unsupported parameter: '${parameter}' is not supported with this model.`;
  return errorResponse(400, { message, code: "unsupported_parameter", param: parameter });
}
