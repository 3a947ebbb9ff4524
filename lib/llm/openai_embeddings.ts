/** Embeddings on the wire: texts out, vectors back, as any other request and reply. */
import { z } from "zod";
import { EmbeddingInput } from "./embeddings.ts";
import type { Wire } from "./openai_wire.ts";
import { ProviderError } from "./provider_error.ts";

const Body = z.object({
  model: z.string(),
  data: z.array(z.object({ index: z.int().min(0), embedding: z.string() })),
  usage: z.object({ prompt_tokens: z.number() }).nullish().catch(null),
});

/** 32-bit floats, little-endian, in base64; each as a whole number of -127 to 127 of the vector's largest. */
function quantised(base64: string): number[] {
  const bytes = Uint8Array.fromBase64(base64);
  const view = new DataView(bytes.buffer);
  const floats = Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
  const most = Math.max(...floats.map(Math.abs));
  return floats.map((value) => most === 0 ? 0 : Math.round(127 * value / most));
}

export const embeddings: Wire = {
  body: (model, { input }) => {
    const { texts, dimensions } = EmbeddingInput.parse(input);
    return { model, input: texts, dimensions, encoding_format: "base64" };
  },
  reply: (body) => {
    const read = Body.safeParse(body);
    if (!read.success) throw new ProviderError("garbled", "the answer holds no embeddings");
    const { model, data, usage } = read.data;
    const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => quantised(embedding));
    const told = usage == null ? null : { input: usage.prompt_tokens, cached: 0, output: 0 };
    return { text: JSON.stringify({ vectors }), finish: "stop", usage: told, model, probabilities: {} };
  },
};
