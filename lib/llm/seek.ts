/** Where an answer comes from: the cache, what is known to fail, or the endpoint. */
import type { z } from "zod";
import { openCache, type Stored } from "./cache.ts";
import type { Answer, Provider, Reply, Request } from "./client.ts";
import { openFailures } from "./failures.ts";
import { answerOf, judge, repairRequest } from "./judge.ts";
import { isPlausible } from "./prices.ts";
import { ProviderError } from "./provider_error.ts";
import { CapReached, type Send } from "./send.ts";
import type { Tally } from "./tally.ts";

export interface SeekOptions {
  readonly provider: Provider;
  readonly runId: string;
  readonly cache: string | null;
  readonly ledger: string | null;
  readonly capNano: number;
}

/** @param key Of the request, as the cache has it. */
export type Seek = <T>(key: string, request: Request, answer: z.ZodType<T>) => Promise<Answer<T>>;

/** The way from a request to its answer. What is final is kept: answers in the cache, failures beside the ledger. */
export function seeker(options: SeekOptions, send: Send, tally: Tally): Seek {
  const { provider: { model }, runId, capNano } = options;
  const cache = options.cache === null ? null : openCache(options.cache);
  const failures = options.ledger === null ? null : openFailures(`${options.ledger}.failures`, capNano);

  const readStored = <T>(stored: Stored | undefined, answer: z.ZodType<T>): Answer<T> | undefined => {
    if (stored === undefined) return undefined;
    const verdict = judge({ ...stored, finish: "stop" }, answer);
    return verdict.status === "ok" ? answerOf(verdict, stored, stored.paid_by !== runId) : undefined;
  };

  const repair = async (request: Request, detail: string): Promise<Reply | null> => {
    try {
      tally.repairs++;
      return await send(repairRequest(request, detail));
    } catch (error) {
      if (!(error instanceof CapReached && error.before === null)) throw error;
      tally.repairs--;
      return null;
    }
  };

  const ask: Seek = async (key, request, answer) => {
    const reply = await send(request);
    const verdict = judge(reply, answer);
    const repaired = verdict.status === "parse_error" ? await repair(request, verdict.detail) : null;
    const last = repaired ?? reply;
    const final = repaired === null ? verdict : judge(repaired, answer);
    if (final.status !== "ok") return answerOf(final, last, false);
    const usage = last.usage !== null && isPlausible(last.usage) ? last.usage : null;
    const { text, probabilities } = last;
    const kept = await cache?.put(key, { text, model: last.model, probabilities, usage, paid_by: runId });
    // Of two processes that asked the same, both tell the answer that is kept.
    return readStored(kept, answer) ?? answerOf(final, last, false);
  };

  const failed = (error: unknown): Answer<never> => {
    if (error instanceof CapReached) {
      tally.stopped ??= `the cap of $${capNano / 1e9} does not reach for another request`;
      return error.before === null
        ? { status: "budget", detail: tally.stopped, model }
        : { status: "network", detail: error.before.message, model };
    }
    if (!(error instanceof ProviderError)) throw error;
    return { status: error.next === "retry" ? "network" : "rejected", detail: error.message, model };
  };

  return async (key, request, answer) => {
    const stored = readStored(await cache?.get(key), answer);
    if (stored !== undefined) {
      tally.cacheHits++;
      return stored;
    }
    const known = failures?.get(key);
    if (known !== undefined) return known;
    const given = await ask(key, request, answer).catch(failed);
    if (given.status !== "ok") failures?.add(key, given);
    return given;
  };
}
