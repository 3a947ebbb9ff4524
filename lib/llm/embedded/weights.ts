/** The classifier's asset, `assets/classifier.bin`: what `deno task train` learnt, a byte per weight. */
import { z } from "zod";
import { RELEVANCES, THEMES } from "../../contracts/demand.ts";
import { BUCKETS } from "./features.ts";
import type { Head } from "./softmax.ts";

/** Name and version of the embedded model: a new asset gets a new number. */
export const EMBEDDED_MODEL = "dnr-embedded-1";

const CLASSES = { relevance: RELEVANCES, theme: THEMES } as const;
export type HeadName = keyof typeof CLASSES;
export const HEAD_NAMES = Object.keys(CLASSES) as HeadName[];

export function classesOf(head: HeadName): readonly string[] {
  return CLASSES[head];
}

export interface Weights {
  /** Inverse document frequency of each bucket; 0 where training saw none of its n-grams. */
  readonly idf: Float32Array;
  readonly heads: Readonly<Record<HeadName, Head>>;
}

/** Steps of an idf of 1 in the asset: 255 of them reach the idf of a corpus of a million documents. */
const IDF_STEPS = 16;

const HeadHeader = z.object({
  bias: z.array(z.number()),
  scale: z.array(z.number()),
  temperature: z.number().positive(),
});
const Header = z.object({
  model: z.literal(EMBEDDED_MODEL),
  heads: z.object({ relevance: HeadHeader, theme: HeadHeader }),
});

/** `idf` as the asset can hold it, so that training sees what the classifier will see. */
export function roundedIdf(idf: number): number {
  return Math.round(idf * IDF_STEPS) / IDF_STEPS;
}

/** The head with each class's weights as whole numbers from -127 to 127 of one scale. */
export function quantised(head: Head): Head {
  const count = head.classes.length;
  const most = new Float32Array(count);
  head.weights.forEach((weight, i) => most[i % count] = Math.max(most[i % count]!, Math.abs(weight)));
  const scale = most.map((weight) => weight === 0 ? 1 : weight / 127);
  return {
    ...head,
    scale,
    weights: Int8Array.from(head.weights, (weight, i) => Math.round(weight / scale[i % count]!)),
  };
}

/** Layout: length of the header (32 bits, little-endian), header (JSON), idf, then the weights of each head. */
export function encodeWeights({ idf, heads }: Weights): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({
    model: EMBEDDED_MODEL,
    heads: Object.fromEntries(HEAD_NAMES.map((name) => {
      const { bias, scale, temperature } = heads[name];
      return [name, { bias: Array.from(bias), scale: Array.from(scale), temperature }];
    })),
  }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length, true);
  const parts = [
    length,
    header,
    Uint8Array.from(idf, (value) => Math.round(value * IDF_STEPS)),
    ...HEAD_NAMES.map((name) => new Uint8Array(Int8Array.from(heads[name].weights).buffer)),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @throws {RangeError | SyntaxError | z.ZodError} where the bytes are not what {@link encodeWeights} gives. */
export function decodeWeights(bytes: Uint8Array): Weights {
  let at = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, at))));
  const size = at + HEAD_NAMES.reduce((sum, name) => sum + BUCKETS * CLASSES[name].length, BUCKETS);
  if (bytes.length !== size) {
    throw new RangeError(`the classifier's weights are damaged: ${bytes.length} bytes, wanted ${size}`);
  }
  const take = (length: number) => bytes.slice(at, at += length);
  const idf = Float32Array.from(take(BUCKETS), (steps) => steps / IDF_STEPS);
  const head = (name: HeadName): Head => {
    const { bias, scale, temperature } = header.heads[name];
    const classes = CLASSES[name];
    return {
      classes,
      bias: Float32Array.from(bias),
      scale: Float32Array.from(scale),
      temperature,
      weights: new Int8Array(take(BUCKETS * classes.length).buffer),
    };
  };
  return { idf, heads: { relevance: head("relevance"), theme: head("theme") } };
}
