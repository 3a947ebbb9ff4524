/** The one interface that all models answer through; the rest of the code does not know which. */
import type { z } from "zod";
import type { Estimate, Spend } from "../contracts/budget.ts";

export interface Message {
  readonly role: "system" | "user";
  readonly content: string;
}

/** A question to a model, complete: its hash is the key of the cache. */
export interface Request {
  /** What is asked, such as `classify_thread`; the embedded provider answers by it. */
  readonly task: string;
  /** Version of the prompt's file. */
  readonly promptVersion: string;
  readonly messages: readonly Message[];
  /** JSON Schema of the answer (strict: closed objects, all properties required), and its name. */
  readonly schema: { readonly name: string; readonly definition: Readonly<Record<string, unknown>> };
  readonly maxOutputTokens: number;
  /** Null, or dropped, where a model does not take it. */
  readonly temperature: number | null;
  /** String values of the answer whose probabilities are wanted, by dotted path: `theme`, `items.0.theme`. */
  readonly labels: readonly string[];
  /** What the messages were rendered from. Not part of the key: it holds nothing that the messages do not. */
  readonly input: unknown;
}

export interface Usage {
  /** All input tokens, the cached ones among them. */
  readonly input: number;
  readonly cached: number;
  /** Those that were written to the provider's prompt cache, where it charges for that; among the input too. */
  readonly written?: number;
  /** Reasoning included. */
  readonly output: number;
}

/** Why the model stopped; anything but `stop` is a failure of its own kind and is never repaired. */
export type Finish = "stop" | "length" | "content_filter" | "refusal";

export interface Reply {
  readonly text: string;
  readonly finish: Finish;
  /** Null when the answer did not say. */
  readonly usage: Usage | null;
  /** The model that answered, which may be a successor of the one asked for. */
  readonly model: string;
  /** Probability of the value of each of {@link Request.labels}, where the provider tells; 0 to 1. */
  readonly probabilities: Readonly<Record<string, number>>;
}

export interface Provider {
  readonly name: "openai" | "local";
  /** The model asked for. */
  readonly model: string;
  /** @throws a `ProviderError` where there is no reply. */
  complete(request: Request, signal: AbortSignal): Promise<Reply>;
}

/** Why there is no valid answer. `budget`: it was not asked, for the cap could have been passed. */
export type Failure = "parse_error" | "truncated" | "refused" | "filtered" | "rejected" | "network" | "budget";

export type Answer<T> =
  | {
    readonly status: "ok";
    readonly value: T;
    readonly probabilities: Readonly<Record<string, number>>;
    /** The model that answered. */
    readonly model: string;
    /** The answer was paid for by another run. */
    readonly cached: boolean;
  }
  /** `detail`: one sentence for the log. */
  | { readonly status: Failure; readonly detail: string; readonly model: string };

/** Cost of one request before it is sent, in nanodollars: with a likely answer, and with the longest one. */
export interface Price {
  readonly inputTokens: number;
  readonly likely: number;
  readonly ceiling: number;
}

/** A model with all that stands between it and a task: cache, spending cap, concurrency, retries, repair. */
export interface Model {
  readonly provider: Provider["name"];
  readonly model: string;
  /** True when nothing is ever charged. */
  readonly free: boolean;
  /**
   * Asks once for all: answers from the cache where it can, retries and repairs within the cap, and returns a failure
   * as a value.
   *
   * @param answer The shape of the answer; a reply that does not fit gets one repair.
   * @throws {UserError} where no request can succeed (a wrong key, an unknown model).
   * @throws where `signal` is aborted.
   */
  ask<T>(request: Request, answer: z.ZodType<T>): Promise<Answer<T>>;
  /** @param likelyOutput Output tokens of a usual answer. */
  price(request: Request, likelyOutput: number): Price;
  /** What this run spent so far, as `budget.json` tells it. */
  spend(estimate: Estimate): Spend;
}
