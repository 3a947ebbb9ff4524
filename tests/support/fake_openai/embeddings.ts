/** Vectors for texts: made of their words, so that like texts lie near each other. */
import { createHash } from "node:crypto";
import { tokensOf } from "./bill.ts";

interface Body {
  readonly model: string;
  readonly input: string | readonly string[];
  readonly encoding_format?: "float" | "base64";
  readonly dimensions?: number;
}

const DIMENSIONS = 1536;

export function embeddings(body: Body): { response: Response; tokens: number; model: string } {
  const texts = typeof body.input === "string" ? [body.input] : body.input;
  const tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0);
  const data = texts.map((text, index) => {
    const vector = vectorOf(text, body.dimensions ?? DIMENSIONS);
    const embedding = body.encoding_format === "base64" ? base64(vector) : [...vector];
    return { object: "embedding", index, embedding };
  });
  const usage = { prompt_tokens: tokens, total_tokens: tokens };
  return { response: Response.json({ object: "list", model: body.model, data, usage }), tokens, model: body.model };
}

/** Each word adds one to a place of its own; the whole has length 1. */
function vectorOf(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? ["empty"]) {
    const place = createHash("sha256").update(word).digest().readUInt32BE(0) % dimensions;
    vector[place]! += 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function base64(vector: Float32Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(vector.buffer)));
}
