/** The questions of relevance and theme: one a thread, e-mail or query. */
import {
  CLASSIFY_QUERY_TASK,
  CLASSIFY_THREAD_TASK,
  QueryAnswer,
  type QueryInput,
  ThreadAnswer,
  type ThreadInput,
} from "../contracts/classify_task.ts";
import type { Request } from "../llm/client.ts";
import { fence } from "../llm/fence.ts";
import queryPrompt from "../llm/prompts/classify_query.v1.md" with { type: "text" };
import threadPrompt from "../llm/prompts/classify_thread.v1.md" with { type: "text" };
import { answerSchema, conversation, type Prompt, type Sampling } from "../llm/prompt.ts";

export const THREAD_PROMPT: Prompt = { version: "classify_thread.v1", text: threadPrompt };
export const QUERY_PROMPT: Prompt = { version: "classify_query.v1", text: queryPrompt };

/** Tokens of a usual answer. */
export const LIKELY_THREAD_ANSWER = 13;
export const LIKELY_QUERY_ANSWER = 8;

const THREAD_SCHEMA = answerSchema("thread_labels", ThreadAnswer);
const QUERY_SCHEMA = answerSchema("query_label", QueryAnswer);

/** A thread as text: its subject, then each message after the role of who wrote it. */
export function threadText({ subject, messages }: ThreadInput): string {
  const said = messages.map(({ role, text }) => `[${role}] ${text}`);
  return [...(subject === undefined ? [] : [`subject: ${subject}`]), ...said].join("\n");
}

/** The question of a thread or e-mail as it was packed; its answer is a `ThreadAnswer`. */
export function threadRequest(thread: ThreadInput, sampling: Sampling): Request {
  return {
    task: CLASSIFY_THREAD_TASK,
    promptVersion: THREAD_PROMPT.version,
    messages: conversation(THREAD_PROMPT, fence(threadText(thread))),
    schema: THREAD_SCHEMA,
    ...sampling,
    labels: ["relevance", "theme"],
    input: thread,
  };
}

/** The question of a query; its answer is a `QueryAnswer`. */
export function queryRequest(query: QueryInput, sampling: Sampling): Request {
  return {
    task: CLASSIFY_QUERY_TASK,
    promptVersion: QUERY_PROMPT.version,
    messages: conversation(QUERY_PROMPT, fence(query.text)),
    schema: QUERY_SCHEMA,
    ...sampling,
    labels: ["theme"],
    input: query,
  };
}
