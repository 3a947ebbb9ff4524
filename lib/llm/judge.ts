/** From a reply to an answer: what is read first, what is accepted, and how a model is asked to mend what it said. */
import type { z } from "zod";
import type { Answer, Failure, Reply, Request } from "./client.ts";
import { parseJson } from "./json.ts";

export type Verdict<T> =
  | { readonly status: "ok"; readonly value: T }
  | {
    readonly status: Extract<Failure, "parse_error" | "truncated" | "refused" | "filtered">;
    readonly detail: string;
  };

/** The finish reason comes first: what was cut off, refused or filtered is no answer, even where it could be read. */
export function judge<T>(reply: Pick<Reply, "finish" | "text">, answer: z.ZodType<T>): Verdict<T> {
  switch (reply.finish) {
    case "length":
      return { status: "truncated", detail: "the answer was cut off at its token limit" };
    case "refusal":
      return { status: "refused", detail: "the model refused to answer" };
    case "content_filter":
      return { status: "filtered", detail: "the provider's filter withheld the answer" };
    case "stop":
      return read(reply.text, answer);
  }
}

function read<T>(text: string, answer: z.ZodType<T>): Verdict<T> {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    return { status: "parse_error", detail: `the answer is not JSON: ${(error as Error).message.slice(0, 120)}` };
  }
  const parsed = answer.safeParse(value);
  if (parsed.success) return { status: "ok", value: parsed.data };
  const { path, message } = parsed.error.issues[0]!;
  const where = path.length === 0 ? "the answer" : path.join(".");
  return { status: "parse_error", detail: `the answer does not fit: ${where}: ${message.slice(0, 240)}` };
}

/**
 * The same question with what was wrong with the answer. The answer itself is not shown to the model again: it would be
 * paid for twice, and it may repeat what hostile text ordered.
 */
export function repairRequest(request: Request, detail: string): Request {
  const complaint = `Your last answer could not be used: ${detail}\n` +
    "Answer again: one JSON object that fits the schema exactly, no fence, no other text.";
  return { ...request, messages: [...request.messages, { role: "user", content: complaint }] };
}

/** @param cached The answer was paid for by another run. */
export function answerOf<T>(
  verdict: Verdict<T>,
  { model, probabilities }: Pick<Reply, "model" | "probabilities">,
  cached: boolean,
): Answer<T> {
  return verdict.status === "ok" ? { ...verdict, model, probabilities, cached } : { ...verdict, model };
}
