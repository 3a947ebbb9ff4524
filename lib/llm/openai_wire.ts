/** The APIs on the wire: what is sent, and what is read of the answer. */
import { z } from "zod";
import type { Finish, Reply, Request, Usage } from "./client.ts";
import { labelProbabilities } from "./label_probabilities.ts";
import type { Optional, Traits } from "./openai_traits.ts";
import { ProviderError } from "./provider_error.ts";

export type Api = "responses" | "chat" | "embeddings";

export interface Wire {
  body(model: string, request: Request, traits: Traits, refused: ReadonlySet<Optional>): Record<string, unknown>;
  /** @throws {ProviderError} `garbled` where the body is not an answer, `broken` where it tells of a failure. */
  reply(body: unknown, request: Request): Reply;
}

const Logprobs = z.array(z.looseObject({
  token: z.string(),
  logprob: z.number(),
  bytes: z.array(z.number()).nullish(),
}));

/** Anything but the known shape counts as an answer that does not say what it used. */
const usageOf = <T>(shape: z.ZodType<T>, toUsage: (told: T) => Usage): z.ZodType<Usage | null> =>
  shape.transform(toUsage).nullable().catch(null) as z.ZodType<Usage | null>;

const InputDetails = z.object({
  cached_tokens: z.number().default(0),
  cache_write_tokens: z.number().default(0),
}).nullish();

const ResponseUsage = usageOf(
  z.object({
    input_tokens: z.number(),
    input_tokens_details: InputDetails,
    output_tokens: z.number(),
  }),
  ({ input_tokens: input, input_tokens_details: details, output_tokens: output }) => ({
    input,
    cached: details?.cached_tokens ?? 0,
    written: details?.cache_write_tokens ?? 0,
    output,
  }),
);

const ChatUsage = usageOf(
  z.object({
    prompt_tokens: z.number(),
    prompt_tokens_details: InputDetails,
    completion_tokens: z.number(),
  }),
  ({ prompt_tokens: input, prompt_tokens_details: details, completion_tokens: output }) => ({
    input,
    cached: details?.cached_tokens ?? 0,
    written: details?.cache_write_tokens ?? 0,
    output,
  }),
);

const ResponseBody = z.object({
  model: z.string(),
  status: z.string(),
  error: z.object({ message: z.string() }).nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  output: z.array(z.looseObject({
    type: z.string(),
    content: z.array(z.union([
      z.object({ type: z.literal("output_text"), text: z.string(), logprobs: Logprobs.nullish().catch(null) }),
      z.object({ type: z.literal("refusal"), refusal: z.string() }),
    ])).nullish().catch(null),
  })),
  usage: ResponseUsage.optional(),
});

/** The Responses API, with a strict JSON Schema. */
export const responses: Wire = {
  body: (model, { messages, schema, maxOutputTokens, temperature, labels }, { effort }, refused) => ({
    model,
    input: messages,
    text: { format: { type: "json_schema", name: schema.name, schema: schema.definition, strict: true } },
    max_output_tokens: maxOutputTokens,
    store: false,
    ...(temperature === null || refused.has("temperature") ? {} : { temperature }),
    ...(labels.length === 0 || refused.has("logprobs") ? {} : { include: ["message.output_text.logprobs"] }),
    ...(effort === null || refused.has("effort") ? {} : { reasoning: { effort } }),
  }),
  reply: (body, { labels }) => {
    const read = parsed(ResponseBody, body);
    if (read.status === "failed") throw new ProviderError("broken", read.error?.message ?? "the model failed");
    const parts = read.output.flatMap(({ type, content }) => type === "message" ? content ?? [] : []);
    const texts = parts.filter((part) => part.type === "output_text");
    const text = texts.map((part) => part.text).join("");
    const finish = responseFinish(read, parts.some(({ type }) => type === "refusal"));
    if (finish === "stop" && texts.length === 0) throw new ProviderError("garbled", "the answer holds no text");
    const tokens = texts.flatMap(({ logprobs }) => logprobs ?? []);
    const probabilities = labelProbabilities(text, tokens, labels);
    return { text, finish, usage: read.usage ?? null, model: read.model, probabilities };
  },
};

function responseFinish({ status, incomplete_details }: z.infer<typeof ResponseBody>, refused: boolean): Finish {
  if (status === "incomplete") {
    return incomplete_details?.reason === "content_filter" ? "content_filter" : "length";
  }
  if (status !== "completed") throw new ProviderError("garbled", `the answer has the unknown status ${status}`);
  return refused ? "refusal" : "stop";
}

const ChatBody = z.object({
  model: z.string(),
  choices: z.array(z.object({
    finish_reason: z.string(),
    message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    logprobs: z.object({ content: Logprobs.nullish() }).nullish().catch(null),
  })),
  usage: ChatUsage.optional(),
});

/** Chat completions, which most compatible servers speak. */
export const chat: Wire = {
  body: (model, { messages, schema, maxOutputTokens, temperature, labels }, { effort }, refused) => ({
    model,
    messages,
    response_format: {
      type: "json_schema",
      json_schema: { name: schema.name, schema: schema.definition, strict: true },
    },
    // Older servers know the cap by its old name alone. It is always sent: the reservation rests on it.
    [refused.has("completion_cap") ? "max_tokens" : "max_completion_tokens"]: maxOutputTokens,
    ...(temperature === null || refused.has("temperature") ? {} : { temperature }),
    ...(labels.length === 0 || refused.has("logprobs") ? {} : { logprobs: true }),
    ...(effort === null || refused.has("effort") ? {} : { reasoning_effort: effort }),
  }),
  reply: (body, { labels }) => {
    const read = parsed(ChatBody, body);
    const choice = read.choices[0];
    if (choice === undefined) throw new ProviderError("garbled", "the answer holds no choice");
    const { content, refusal } = choice.message;
    const finish = chatFinish(choice.finish_reason, refusal != null && refusal !== "");
    const text = content ?? "";
    if (finish === "stop" && text === "") throw new ProviderError("garbled", "the answer holds no text");
    const probabilities = labelProbabilities(text, choice.logprobs?.content ?? [], labels);
    return { text, finish, usage: read.usage ?? null, model: read.model, probabilities };
  },
};

function chatFinish(reason: string, refused: boolean): Finish {
  if (reason === "length" || reason === "content_filter") return reason;
  if (reason !== "stop") throw new ProviderError("garbled", `the answer has the unknown finish reason ${reason}`);
  return refused ? "refusal" : "stop";
}

function parsed<T>(shape: z.ZodType<T>, body: unknown): T {
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new ProviderError("garbled", `the answer is not one of this API: ${path.join(".")} ${message}`);
}
