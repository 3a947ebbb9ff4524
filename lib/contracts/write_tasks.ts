/** Tasks `write_threads`, `write_emails` and `write_queries`: several plans a request are put into words. */
import { z } from "zod";
import { EmailPlan, EmailWords, QueryPlan, QueryWords, ThreadPlan, ThreadWords } from "./comms_plan.ts";

/**
 * What is asked. `take` counts how often the same plans were asked for before: another take must have other words.
 */
function input<P extends z.ZodType>(plan: P): z.ZodObject<{ take: z.ZodInt; plans: z.ZodArray<P> }, z.core.$strict> {
  return z.strictObject({ take: z.int().min(0), plans: z.array(plan) });
}

/** What is answered: the words of each plan under its id, in any order. */
function answer<S extends z.ZodRawShape>(
  words: z.ZodObject<S, z.core.$strict>,
): z.ZodObject<{ items: z.ZodArray<z.ZodObject<{ id: z.ZodString } & S, z.core.$strict>> }, z.core.$strict> {
  return z.strictObject({ items: z.array(z.strictObject({ id: z.string(), ...words.shape })) }) as never;
}

export const WriteThreadsInput = input(ThreadPlan);
export const WriteEmailsInput = input(EmailPlan);
export const WriteQueriesInput = input(QueryPlan);

export const WriteThreadsAnswer = answer(ThreadWords);
export const WriteEmailsAnswer = answer(EmailWords);
export const WriteQueriesAnswer = answer(QueryWords);
