/** A provider with all that stands between it and a task: cache, cap, concurrency, retries, repair. */
import type { z } from "zod";
import type { Purpose } from "../contracts/budget.ts";
import { cacheKey } from "./cache.ts";
import type { Answer, Model, Provider, Request } from "./client.ts";
import { answerOf, judge } from "./judge.ts";
import { ceilingCost, type PriceOverrides, rateOf } from "./prices.ts";
import { seeker } from "./seek.ts";
import { type Candidate, type Limits, sender } from "./send.ts";
import { type Ledger, openLedger } from "./spend.ts";
import { Tally } from "./tally.ts";
import { tokenizerFor } from "./tokens.ts";

export interface ModelOptions {
  readonly provider: Provider;
  /** Asked in order, once the endpoint says that the model before is gone. */
  readonly successors?: readonly Provider[];
  readonly purpose: Purpose;
  readonly runId: string;
  /** Folder of the cache; null: none. */
  readonly cache: string | null;
  /**
   * File of the spending ledger, shared by all processes of the run; beside it, under the same name with `.failures`,
   * stand the requests that have no valid answer. Null: both are of this process alone.
   */
  readonly ledger: string | null;
  /** Nanodollars. */
  readonly capNano: number;
  readonly prices?: PriceOverrides;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

/** Seed: "timeout 15 s, 2 retries with backoff", concurrency 5. */
export const DEFAULT_LIMITS: Limits = {
  timeoutMs: 15_000,
  retries: 2,
  backoffMs: 500,
  concurrency: 5,
  maxConcurrency: 40,
};

/**
 * Puts a model together. The embedded one (`local`) answers at once, free, and needs nothing of all that.
 *
 * @throws {UserError} where the price of a model is not known.
 */
export async function openModel(options: ModelOptions): Promise<Model> {
  const { provider, successors = [], prices = {}, ledger, capNano } = options;
  const tally = new Tally();
  if (provider.name === "local") return localModel(options, tally);
  const candidate = async (asked: Provider): Promise<Candidate> => ({
    provider: asked,
    rate: rateOf(asked.model, prices),
    tokenizer: await tokenizerFor(asked.model),
  });
  const candidates = await Promise.all([provider, ...successors].map(candidate));
  return paidModel(options, candidates, openLedger(ledger, capNano), tally);
}

function localModel({ provider, purpose, capNano, signal }: ModelOptions, tally: Tally): Model {
  const { name, model } = provider;
  return {
    provider: name,
    model,
    free: true,
    ask: async (request, answer) => {
      signal.throwIfAborted();
      const reply = await provider.complete(request, signal);
      return counted(tally, answerOf(judge(reply, answer), reply, false));
    },
    price: () => ({ inputTokens: 0, likely: 0, ceiling: 0 }),
    spend: (estimate) => tally.spend({ purpose, provider: name, model }, estimate, capNano, 0),
  };
}

function paidModel(options: ModelOptions, candidates: readonly Candidate[], ledger: Ledger, tally: Tally): Model {
  const { provider: { name, model }, purpose, capNano, signal } = options;
  const seek = seeker(options, sender({ candidates, ledger, limits: options.limits, tally, signal }), tally);
  const underWay = new Map<string, Promise<Answer<unknown>>>();
  return {
    provider: name,
    model,
    free: false,
    ask: async <T>(request: Request, answer: z.ZodType<T>): Promise<Answer<T>> => {
      signal.throwIfAborted();
      const key = cacheKey(options.provider, request);
      const shared = underWay.get(key);
      if (shared !== undefined) tally.cacheHits++;
      const sought = shared ?? seek(key, request, answer).finally(() => underWay.delete(key));
      underWay.set(key, sought);
      return counted(tally, await sought as Answer<T>);
    },
    price: (request, likelyOutput) => {
      const { rate, tokenizer } = candidates[0]!;
      const { likely, ceiling } = tokenizer.request(request);
      return {
        inputTokens: likely,
        likely: likely * rate.input + likelyOutput * rate.output,
        ceiling: ceilingCost(rate, ceiling, request.maxOutputTokens),
      };
    },
    spend: (estimate) => tally.spend({ purpose, provider: name, model }, estimate, capNano, ledger.committed()),
  };
}

function counted<T>(tally: Tally, answer: Answer<T>): Answer<T> {
  if (answer.status === "ok") tally.answered(answer.model);
  else tally.failed(answer.status);
  return answer;
}
