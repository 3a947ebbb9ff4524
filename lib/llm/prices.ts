/** What models cost, and when they end. */
import { UserError } from "../core/errors.ts";
import type { Usage } from "./client.ts";

/** Whole nanodollars (1e-9 USD) for a token; 1 is $0.001 for a million. */
export interface Rate {
  readonly input: number;
  /** Input out of the provider's prompt cache. */
  readonly cached: number;
  /** Input written to the provider's prompt cache. */
  readonly written: number;
  readonly output: number;
}

export interface ListedModel extends Rate {
  /** Day from which the endpoint answers no more, where one is announced. */
  readonly retires: string | null;
  /** Where price and date were read, and the day. */
  readonly source: string;
  readonly read: string;
}

const LISTED: Readonly<Record<string, ListedModel>> = {
  "gpt-4o-mini": {
    input: 150,
    cached: 75,
    written: 150,
    output: 600,
    retires: "2027-01-14",
    source: "docs.rs/crate/openai-models/0.1.1, docs.venice.ai (date by secondary sources)",
    read: "2026-11-21",
  },
  "gpt-5-mini": {
    input: 250,
    cached: 25,
    written: 250,
    output: 2000,
    retires: "2026-12-11",
    source: "developers.openai.com/api/docs/models/gpt-5-mini, /api/docs/deprecations",
    read: "2026-11-21",
  },
  "gpt-6-luna": {
    input: 100,
    cached: 10,
    written: 125,
    output: 500,
    retires: null,
    source: "developers.openai.com/api/docs/models/gpt-6-luna",
    read: "2026-11-21",
  },
  "text-embedding-3-small": {
    input: 20,
    cached: 20,
    written: 20,
    output: 0,
    retires: null,
    source: "openrouter.ai/openai/text-embedding-3-small",
    read: "2026-11-21",
  },
  "text-embedding-3-large": {
    input: 130,
    cached: 130,
    written: 130,
    output: 0,
    retires: null,
    source: "developers.openai.com/api/docs/models/text-embedding-3-large",
    read: "2026-11-22",
  },
};

/** `llm.prices` of the configuration: US dollars for a million tokens, by model. */
export type PriceOverrides = Readonly<Record<string, Readonly<Record<"input" | "cached" | "output", number>>>>;

/** What the table knows of a model, which may carry the day of its snapshot (`gpt-4o-mini-2024-07-18`). */
export function listed(model: string): ListedModel | undefined {
  return LISTED[model] ?? LISTED[model.replace(/-\d{4}-\d{2}-\d{2}$/, "")];
}

/** Rounded up, so that no cap is passed by a rounding. The slack is for binary fractions: 0.6 * 1000 is 600. */
const perToken = (usdPerMillion: number): number => Math.ceil(usdPerMillion * 1000 - 1e-6);

/**
 * Price of a model: the configuration's, else the table's.
 *
 * @throws {UserError} for a model that neither knows.
 */
export function rateOf(model: string, overrides: PriceOverrides): Rate {
  const own = overrides[model];
  if (own !== undefined) {
    const [input, cached, output] = [perToken(own.input), perToken(own.cached), perToken(own.output)];
    return { input, cached, written: input, output };
  }
  const rate = listed(model);
  if (rate !== undefined) return rate;
  throw new UserError(
    `unknown price of model ${model}: found ${Object.keys(LISTED).join(", ")}, wanted what it costs before it is asked`,
    {
      hint: `add US dollars for a million tokens to the configuration: llm: {prices: {${model}: ` +
        "{input: 0.10, cached: 0.01, output: 0.50}}}",
    },
  );
}

/** Most that a request can cost, in nanodollars. */
export function ceilingCost(rate: Rate, inputTokens: number, outputTokens: number): number {
  return inputTokens * Math.max(rate.input, rate.written) + outputTokens * rate.output;
}

/** Prompts below this many tokens are never discounted as cached (developers.openai.com/api/docs/guides/prompt-caching). */
const LEAST_CACHED_PROMPT = 1024;

/** Nanodollars of what an answer says it used. A discount that can't be due is not believed. */
export function cost(rate: Rate, { input, cached, written = 0, output }: Usage): number {
  const discounted = input < LEAST_CACHED_PROMPT ? 0 : cached;
  const plain = input - discounted - written;
  return plain * rate.input + discounted * rate.cached + written * rate.written + output * rate.output;
}

/** False for a usage that no answer can have: negative, fractional, or of parts larger than the whole. */
export function isPlausible({ input, cached, written = 0, output }: Usage): boolean {
  const counts = [input, cached, written, output];
  return counts.every((count) => Number.isSafeInteger(count) && count >= 0) && cached + written <= input;
}
