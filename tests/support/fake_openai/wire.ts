/** Answers as each API words them. */
import type { Asked } from "./asked.ts";

export interface Told {
  readonly text: string;
  readonly finish: "stop" | "length" | "content_filter" | "refusal";
  /** As told, which a fault may have made a lie; undefined: not told at all. */
  readonly usage: { readonly input: unknown; readonly output: unknown } | undefined;
}

/** Natural logarithm that every token of an answer is told to have. */
export const LOGPROB = -0.05;

/** The text cut into pieces as a tokenizer cuts, roughly: quotes and braces apart from words. */
export function tokenLogprobs(text: string): { token: string; logprob: number; bytes: number[]; top_logprobs: [] }[] {
  const pieces = text.match(/ ?[\p{L}]{1,6}|\p{N}{1,3}|[^\p{L}\p{N}]+?/gu) ?? [];
  return pieces.map((token) => ({
    token,
    logprob: LOGPROB,
    bytes: [...new TextEncoder().encode(token)],
    top_logprobs: [],
  }));
}

export function answerBody(asked: Asked, told: Told): Record<string, unknown> {
  return asked.api === "responses" ? responseBody(asked, told) : chatBody(asked, told);
}

function responseBody({ model, logprobs }: Asked, { text, finish, usage }: Told): Record<string, unknown> {
  const part = finish === "refusal"
    ? { type: "refusal", refusal: text }
    : { type: "output_text", text, annotations: [], ...(logprobs ? { logprobs: tokenLogprobs(text) } : {}) };
  const reason = { length: "max_output_tokens", content_filter: "content_filter", stop: null, refusal: null }[finish];
  return {
    id: "resp_1",
    object: "response",
    model: `${model}-2024-07-18`,
    status: reason === null ? "completed" : "incomplete",
    incomplete_details: reason === null ? null : { reason },
    error: null,
    output: [{ id: "msg_1", type: "message", role: "assistant", status: "completed", content: [part] }],
    ...(usage === undefined ? {} : {
      usage: {
        input_tokens: usage.input,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens: usage.output,
        output_tokens_details: { reasoning_tokens: 0 },
      },
    }),
  };
}

function chatBody({ model, logprobs }: Asked, { text, finish, usage }: Told): Record<string, unknown> {
  const message = finish === "refusal" ? { content: null, refusal: text } : { content: text, refusal: null };
  return {
    id: "chatcmpl_1",
    object: "chat.completion",
    model: `${model}-2024-07-18`,
    choices: [{
      index: 0,
      finish_reason: finish === "refusal" ? "stop" : finish,
      message: { role: "assistant", ...message },
      logprobs: logprobs ? { content: tokenLogprobs(text) } : null,
    }],
    ...(usage === undefined ? {} : {
      usage: {
        prompt_tokens: usage.input,
        prompt_tokens_details: { cached_tokens: 0 },
        completion_tokens: usage.output,
      },
    }),
  };
}

/** An error as the API words it. */
export function errorResponse(
  status: number,
  error: { readonly message: string; readonly code?: string; readonly param?: string; readonly type?: string },
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ error: { type: "invalid_request_error", code: null, param: null, ...error } }, {
    status,
    headers,
  });
}
