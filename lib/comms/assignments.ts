/** The three kinds of things to write: how each is asked for, checked, and written without a model. */
import type { z } from "zod";
import { EmailPlan, EmailWords, QueryPlan, QueryWords, ThreadPlan, ThreadWords } from "../contracts/comms_plan.ts";
import { WriteEmailsAnswer, WriteQueriesAnswer, WriteThreadsAnswer } from "../contracts/write_tasks.ts";
import type { Writer } from "../llm/embedded/write_tasks.ts";
import emailsPrompt from "../llm/prompts/write_emails.v1.md" with { type: "text" };
import queriesPrompt from "../llm/prompts/write_queries.v1.md" with { type: "text" };
import threadsPrompt from "../llm/prompts/write_threads.v1.md" with { type: "text" };
import type { Fault } from "./check_text.ts";
import { emailFaults, queryFaults, type Rulebook, threadFaults } from "./check_words.ts";

/** @typeParam P A plan. @typeParam W Its words. */
export interface Assignment<P, W> {
  readonly task: string;
  readonly prompt: { readonly version: string; readonly text: string };
  /** Answer of a request: words by id. */
  readonly answer: z.ZodType<{ items: readonly ({ readonly id: string } & W)[] }>;
  /** Texts that one request asks for; a usual answer of that size takes some seven seconds, half of a timeout. */
  readonly textsPerRequest: number;
  /** Output tokens of one text with its JSON: most, and usual. */
  readonly tokensPerText: { readonly most: number; readonly likely: number };
  id(plan: P): string;
  texts(plan: P): number;
  /** What a prompt tells of the plan. */
  brief(plan: P): unknown;
  faults(plan: P, words: W, rules: Rulebook): readonly Fault[];
  /** All that was written, for the search for repetitions. */
  text(words: W): string;
  write(writer: Writer, plan: P, take: number): W;
}

/** A plan without what says nothing: nulls and flags that are off. */
function brief(plan: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== null && value !== false));
}

export const threadAssignment: Assignment<ThreadPlan, z.infer<typeof ThreadWords>> = {
  task: "write_threads",
  prompt: { version: "write_threads.v1", text: threadsPrompt },
  answer: WriteThreadsAnswer,
  textsPerRequest: 20,
  tokensPerText: { most: 110, likely: 32 },
  id: (plan) => plan.thread_id,
  texts: (plan) => plan.messages.length,
  brief: ({ thread_id, channel_id, ds, messages, shape: _, ...about }) => ({
    id: thread_id,
    channel: channel_id,
    day: ds,
    ...brief(about),
    messages: messages.map(({ message_id: _, ...message }) => brief(message)),
  }),
  faults: threadFaults,
  text: ({ texts }) => texts.join("\n"),
  write: (writer, plan, take) => writer.thread(plan, take),
};

export const emailAssignment: Assignment<EmailPlan, z.infer<typeof EmailWords>> = {
  task: "write_emails",
  prompt: { version: "write_emails.v1", text: emailsPrompt },
  answer: WriteEmailsAnswer,
  textsPerRequest: 4,
  tokensPerText: { most: 280, likely: 140 },
  id: (plan) => plan.thread_id,
  texts: () => 1,
  brief: ({ thread_id, ds, message: { message_id: _, ...message }, ...about }) => ({
    id: thread_id,
    day: ds,
    ...brief(about),
    ...brief(message),
  }),
  faults: emailFaults,
  text: ({ subject, body }) => `${subject}\n${body}`,
  write: (writer, plan, take) => writer.email(plan, take),
};

export const queryAssignment: Assignment<QueryPlan, z.infer<typeof QueryWords>> = {
  task: "write_queries",
  prompt: { version: "write_queries.v1", text: queriesPrompt },
  answer: WriteQueriesAnswer,
  textsPerRequest: 20,
  tokensPerText: { most: 60, likely: 27 },
  id: (plan) => plan.query_id,
  texts: () => 1,
  brief: ({ query_id, sql, slots }) => ({ id: query_id, sql, says: Object.values(slots) }),
  faults: queryFaults,
  text: ({ text }) => text,
  write: (writer, plan, take) => writer.query(plan, take),
};
