/** What does this thread, e-mail or query ask for? What is asked of a model, and its answer. */
import { z } from "zod";
import { Relevance, Role, Theme } from "./demand.ts";

/** `task` of the requests. */
export const CLASSIFY_THREAD_TASK = "classify_thread";
export const CLASSIFY_QUERY_TASK = "classify_query";

/** A thread as it was packed: whole messages or the cut ones, root first, oldest first. */
export const ThreadInput = z.strictObject({
  source: z.enum(["slack", "email"]),
  subject: z.string().optional(),
  messages: z.array(z.strictObject({ role: Role, text: z.string() })).min(1),
});
export type ThreadInput = z.infer<typeof ThreadInput>;

/** `theme` is null unless the thread is positive. */
export const ThreadAnswer = z.strictObject({ relevance: Relevance, theme: Theme.nullable() });
export type ThreadAnswer = z.infer<typeof ThreadAnswer>;

export const QueryInput = z.strictObject({ text: z.string() });
export type QueryInput = z.infer<typeof QueryInput>;

export const QueryAnswer = z.strictObject({ theme: Theme });
export type QueryAnswer = z.infer<typeof QueryAnswer>;
