/** What the words of a company came to be: how long, how repetitive, and how far keywords give the themes away. */
import type { EmailWords, QueryWords, ThreadWords } from "../contracts/comms_plan.ts";
import { NEAR_DUPLICATES } from "../contracts/comms_rules.ts";
import type { Theme } from "../contracts/demand.ts";
import type { z } from "zod";
import { keywordBaseline } from "./keyword_baseline.ts";
import { nearDuplicates, wordsOf } from "./near_duplicates.ts";
import type { CommsPlan } from "./plan.ts";

/** Words of a plan, each list in the order of the plan's. */
export interface CommsWords {
  readonly threads: readonly z.infer<typeof ThreadWords>[];
  readonly emails: readonly z.infer<typeof EmailWords>[];
  readonly queries: readonly z.infer<typeof QueryWords>[];
}

/** Tokens in the middle and at the 95th percentile; null of no texts. */
export interface Lengths {
  readonly median: number | null;
  readonly p95: number | null;
}

export interface CorpusFigures {
  /** Messages, not threads, for Slack. */
  readonly tokens: Readonly<Record<"slack" | "email" | "nlq", Lengths>>;
  /** Share of the texts that nearly repeat an earlier one; null of no texts. Messages: those of 8 words or more. */
  readonly nearDuplicates: Readonly<Record<"threads" | "messages" | "emails" | "queries", number | null>>;
  /** Macro-F1 of the keyword baseline over the positive items; null without any. */
  readonly keywordBaseline: Readonly<Record<"slack" | "email" | "nlq", number | null>>;
}

/** Nearest-rank quantile: the smallest value that at least the share `q` of all values do not pass. */
function quantile(values: readonly number[], q: number): number | null {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(q * values.length) - 1)] ?? null;
}

function repetition(texts: readonly string[]): number | null {
  return texts.length === 0 ? null : nearDuplicates(texts).length / texts.length;
}

/** @param count Tokens of a text. */
export function measureCorpus(plan: CommsPlan, words: CommsWords, count: (text: string) => number): CorpusFigures {
  const threads = words.threads.map(({ texts }) => texts.join("\n"));
  const messages = words.threads.flatMap(({ texts }) => texts);
  const emails = words.emails.map(({ subject, body }) => `${subject}\n${body}`);
  const queries = words.queries.map(({ text }) => text);
  const lengths = (texts: readonly string[]): Lengths => {
    const tokens = texts.map(count);
    return { median: quantile(tokens, 0.5), p95: quantile(tokens, 0.95) };
  };
  const baseline = (
    texts: readonly string[],
    planned: readonly { readonly plan: { readonly theme: Theme | null } }[],
  ) => keywordBaseline(planned.flatMap(({ plan: { theme } }, i) => theme === null ? [] : [{ text: texts[i]!, theme }]));
  return {
    tokens: { slack: lengths(messages), email: lengths(emails), nlq: lengths(queries) },
    nearDuplicates: {
      threads: repetition(threads),
      messages: repetition(messages.filter((text) => wordsOf(text).length >= NEAR_DUPLICATES.leastWordsOfMessage)),
      emails: repetition(emails),
      queries: repetition(queries),
    },
    keywordBaseline: {
      slack: baseline(threads, plan.threads),
      email: baseline(emails, plan.emails),
      nlq: baseline(queries, plan.queries),
    },
  };
}
