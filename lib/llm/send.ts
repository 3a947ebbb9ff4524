/** From a request to its reply: a place, money, the attempt, and as many more attempts as are agreed. */
import { UserError } from "../core/errors.ts";
import { generator } from "../core/seeds.ts";
import type { Provider, Reply, Request } from "./client.ts";
import { openLimit } from "./limit.ts";
import { ceilingCost, cost, isPlausible, type Rate } from "./prices.ts";
import { ProviderError } from "./provider_error.ts";
import { MAX_PAUSE_MS, retrying, withTimeout } from "./retry.ts";
import type { Ledger, Reservation } from "./spend.ts";
import type { Tally } from "./tally.ts";
import type { Tokenizer } from "./tokens.ts";

/** One that can be asked: the model of the configuration, or a successor. */
export interface Candidate {
  readonly provider: Provider;
  readonly rate: Rate;
  readonly tokenizer: Tokenizer;
}

export interface Limits {
  /** Of one attempt. */
  readonly timeoutMs: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** Before the first retry. */
  readonly backoffMs: number;
  /** Requests under way at the start, and at most. */
  readonly concurrency: number;
  readonly maxConcurrency: number;
}

export interface Sending {
  /** In the order in which they are asked, once the one before is gone. */
  readonly candidates: readonly Candidate[];
  readonly ledger: Ledger;
  readonly limits: Limits;
  readonly tally: Tally;
  readonly signal: AbortSignal;
}

/** The cap does not reach for an attempt. */
export class CapReached extends Error {
  /** @param before Why the attempts before it gave nothing; null for the first. */
  constructor(readonly before: ProviderError | null) {
    super("the cap does not reach");
  }
}

/** @throws {CapReached}, {@link ProviderError}, {@link UserError}, or the signal's reason. */
export type Send = (request: Request) => Promise<Reply>;

/** Most that a request can cost, in nanodollars. */
function ceilingOf({ rate, tokenizer }: Candidate, request: Request): number {
  return ceilingCost(rate, tokenizer.request(request).ceiling, request.maxOutputTokens);
}

/**
 * Sends requests, as many at once as the endpoint bears. A model that is gone is followed by its successor for all that
 * comes after; an error that no request can be spared, such as a wrong key, ends them all.
 */
export function sender({ candidates, ledger, limits, tally, signal }: Sending): Send {
  const limit = openLimit({ start: limits.concurrency, ceiling: limits.maxConcurrency, signal });
  let current = 0;
  let fatal: UserError | null = null;

  const attempt = async (request: Request, before: ProviderError | null): Promise<Reply> => {
    if (fatal !== null) throw fatal;
    const asked = current;
    try {
      return await exchange(candidates[asked]!, request, before);
    } catch (error) {
      if (error instanceof ProviderError && error.fault === "gone") {
        if (asked + 1 === candidates.length) throw fatal = noModelLeft(candidates, error);
        current = Math.max(current, asked + 1);
      }
      if (error instanceof UserError) fatal = error;
      throw error;
    }
  };

  const exchange = async (
    candidate: Candidate,
    request: Request,
    before: ProviderError | null,
  ): Promise<Reply> => {
    const reservation = await ledger.reserve(ceilingOf(candidate, request));
    if (reservation === null) throw new CapReached(before);
    if (signal.aborted) reservation.release();
    signal.throwIfAborted();
    tally.requests++;
    tally.open += reservation.reserved;
    try {
      const reply = await withTimeout(limits.timeoutMs, signal, (ends) => candidate.provider.complete(request, ends));
      tally.open -= reservation.reserved;
      settle(reservation, candidate, request, reply, tally);
      return reply;
    } catch (error) {
      tally.open -= reservation.reserved;
      if (error instanceof ProviderError ? !error.mayBeBilled : error instanceof UserError) reservation.release();
      else forfeit(reservation, tally);
      if (error instanceof ProviderError && error.fault === "unreachable") tally.requests--;
      throw error;
    }
  };

  const inPlace = async (request: Request, before: ProviderError | null): Promise<Reply> => {
    const place = await limit.enter();
    try {
      const reply = await attempt(request, before);
      place.leave("ok");
      return reply;
    } catch (error) {
      const fault = error instanceof ProviderError ? error : null;
      if (fault !== null && fault.retryAfterMs !== null) limit.pause(Math.min(MAX_PAUSE_MS, fault.retryAfterMs));
      place.leave(fault?.fault === "overloaded" ? "overloaded" : "other");
      throw error;
    }
  };

  return (request) =>
    retrying((before) => inPlace(request, before), {
      retries: limits.retries,
      backoffMs: limits.backoffMs,
      random: generator(0, `llm/retry/${JSON.stringify(request.messages.at(-1))}`),
      signal,
      onRetry: () => void tally.retries++,
    });
}

/**
 * Charges what the answer says it used. A usage that no answer can have, or that is less than the messages alone, is not
 * believed; nor is an output shorter than the text that came.
 */
function settle(
  reservation: Reservation,
  { rate, tokenizer }: Candidate,
  request: Request,
  { usage, text }: Reply,
  tally: Tally,
): void {
  if (usage === null || !isPlausible(usage) || usage.input < tokenizer.request(request).floor) {
    return forfeit(reservation, tally);
  }
  tally.used(usage);
  const output = Math.max(usage.output, tokenizer.text(text));
  tally.settled += reservation.settle(cost(rate, { ...usage, output }));
}

function forfeit(reservation: Reservation, tally: Tally): void {
  reservation.forfeit();
  tally.forfeited += reservation.reserved;
}

function noModelLeft(candidates: readonly Candidate[], { message }: ProviderError): UserError {
  const models = candidates.map(({ provider }) => provider.model).join(", ");
  return new UserError(`no model is left to ask: ${message} (asked in turn: ${models})`, {
    hint: "name another model, or further llm.successors, in the configuration",
  });
}
