/** Texts as vectors of a model, in batches, through the same cache, cap, retries and ledger as every other question. */
import { z } from "zod";
import type { Status } from "../contracts/predictions.ts";
import type { Model, Request } from "./client.ts";
import { askInOrder } from "./in_order.ts";

/** {@link Request.task} */
const EMBEDDING_TASK = "embed";

export const EmbeddingInput = z.strictObject({
  texts: z.array(z.string().min(1)).min(1),
  dimensions: z.int().min(1),
});
export type EmbeddingInput = z.infer<typeof EmbeddingInput>;

/** Texts of one request, and the numbers of one vector: the models are trained to be cut to fewer than they have. */
const BATCH = 64;
const DIMENSIONS = 256;
/** Characters of a text that are embedded: the models read 8,191 tokens, and no more than a token of each character. */
const LONGEST = 4000;

/** Whole numbers, which keep a cached answer short; only their direction counts. */
const Vectors = (texts: number) =>
  z.strictObject({
    vectors: z.array(z.array(z.int().min(-127).max(127)).length(DIMENSIONS)).length(texts),
  });

export interface Embedded {
  /** Of unit length, in the order of the texts; null where any batch has no answer: vectors of two kinds never mix. */
  readonly vectors: readonly Float32Array[] | null;
  /** Batches by what became of them. */
  readonly outcomes: ReadonlyMap<Status, number>;
}

/** Requests of up to {@link BATCH} texts, in order; of a text longer than {@link LONGEST} characters, its beginning. */
export function embeddingRequests(texts: readonly string[]): Request[] {
  const batches = Array.from(
    { length: Math.ceil(texts.length / BATCH) },
    (_, k) => texts.slice(k * BATCH, (k + 1) * BATCH),
  );
  return batches.map((batch): Request => {
    const cut = batch.map((text) => text.slice(0, LONGEST).toWellFormed());
    return {
      task: EMBEDDING_TASK,
      promptVersion: "embed.v1",
      messages: cut.map((content) => ({ role: "user", content })),
      schema: { name: "vectors", definition: { dimensions: DIMENSIONS } },
      maxOutputTokens: 0,
      temperature: null,
      labels: [],
      input: { texts: cut, dimensions: DIMENSIONS } satisfies EmbeddingInput,
    };
  });
}

/** @param ahead Batches put to the model at once; it decides itself how many of them it sends. */
export async function embed(model: Model, texts: readonly string[], ahead: number): Promise<Embedded> {
  const requests = embeddingRequests(texts);
  const outcomes = new Map<Status, number>();
  const vectors: Float32Array[] = [];
  const ask = (request: Request) => model.ask(request, Vectors(request.messages.length));
  await askInOrder(requests, ahead, ask, (answer) => {
    outcomes.set(answer.status, (outcomes.get(answer.status) ?? 0) + 1);
    if (answer.status === "ok") vectors.push(...answer.value.vectors.map(unit));
    return answer.status === "ok";
  });
  return { vectors: vectors.length === texts.length ? vectors : null, outcomes };
}

function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (value) => length === 0 ? 0 : value / length);
}
