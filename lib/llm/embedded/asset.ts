/** Heads as bytes, a byte per weight: what training learnt, as a program ships it. */
import { z } from "zod";
import type { Head } from "./softmax.ts";
import { Vocabulary } from "./vocabulary.ts";

const HeadHeader = z.object({
  /** Features of the vocabulary, and the bytes that their hashes take. */
  features: z.int().nonnegative(),
  hashBytes: z.int().nonnegative(),
  bias: z.array(z.number()),
  scale: z.array(z.number()),
  temperature: z.number().positive(),
});
type HeadHeader = z.infer<typeof HeadHeader>;

/** What an asset holds: the model's name and version, and the classes of each head, in the order of the heads. */
export interface AssetShape<Name extends string> {
  readonly model: string;
  readonly classes: Readonly<Record<Name, readonly string[]>>;
}

const namesOf = <Name extends string>({ classes }: AssetShape<Name>): Name[] => Object.keys(classes) as Name[];

/** Steps of a salience of 1 in the asset. */
const SALIENCE_STEPS = 15;

/** `salience` as the asset can hold it, so that training sees what the classifier will see. */
export function roundedSalience(salience: number): number {
  return Math.min(255, Math.round(salience * SALIENCE_STEPS)) / SALIENCE_STEPS;
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

/** Ascending numbers as their differences, seven bits a byte, the last byte of each with its high bit clear (LEB128). */
function encodeAscending(numbers: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const number of numbers) {
    let rest = number - last;
    for (; rest > 127; rest >>>= 7) bytes.push(rest & 127 | 128);
    bytes.push(rest);
    last = number;
  }
  return Uint8Array.from(bytes);
}

function decodeAscending(bytes: Uint8Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let [at, last] = [0, 0];
  for (let i = 0; i < count; i++) {
    for (let shift = 0;; shift += 7) {
      const byte = bytes[at++] ?? 0;
      last += (byte & 127) << shift;
      if (byte < 128) break;
    }
    numbers[i] = last;
  }
  return numbers;
}

function encodeHead(
  { vocabulary, weights, bias, scale, temperature }: Head,
): { header: HeadHeader; body: Uint8Array[] } {
  const hashes = encodeAscending(vocabulary.features);
  return {
    header: {
      features: vocabulary.features.length,
      hashBytes: hashes.length,
      bias: Array.from(bias),
      scale: Array.from(scale),
      temperature,
    },
    body: [
      hashes,
      Uint8Array.from(vocabulary.saliences, (salience) => Math.round(salience * SALIENCE_STEPS)),
      new Uint8Array(Int8Array.from(weights).buffer),
    ],
  };
}

/**
 * Quantised heads as bytes: length of the header (32 bits, little-endian), header (JSON), then for each head the hashes
 * of its features, their saliences and their weights.
 */
export function encodeHeads<Name extends string>(
  shape: AssetShape<Name>,
  heads: Readonly<Record<Name, Head>>,
): Uint8Array {
  const names = namesOf(shape);
  const parts = names.map((name) => encodeHead(heads[name]));
  const header = new TextEncoder().encode(JSON.stringify({
    model: shape.model,
    heads: Object.fromEntries(names.map((name, i) => [name, parts[i]!.header])),
  }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length, true);
  const all = [length, header, ...parts.flatMap(({ body }) => body)];
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @throws {RangeError | SyntaxError | z.ZodError} where the bytes are not what {@link encodeHeads} gives. */
export function decodeHeads<Name extends string>(
  shape: AssetShape<Name>,
  bytes: Uint8Array,
): Readonly<Record<Name, Head>> {
  const names = namesOf(shape);
  const Header = z.object({
    model: z.literal(shape.model),
    heads: z.object(Object.fromEntries(names.map((name) => [name, HeadHeader]))),
  });
  let at = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, at))));
  const size = names.reduce((sum, name) => {
    const { features, hashBytes } = header.heads[name]!;
    return sum + hashBytes + features * (1 + shape.classes[name].length);
  }, at);
  if (bytes.length !== size) {
    throw new RangeError(`the classifier's weights are damaged: ${bytes.length} bytes, wanted ${size}`);
  }
  const take = (length: number) => bytes.slice(at, at += length);
  const head = (name: Name): Head => {
    const { features, hashBytes, bias, scale, temperature } = header.heads[name]!;
    const classes = shape.classes[name];
    const hashes = decodeAscending(take(hashBytes), features);
    const saliences = Float32Array.from(take(features), (steps) => steps / SALIENCE_STEPS);
    return {
      classes,
      vocabulary: new Vocabulary(hashes, saliences),
      bias: Float32Array.from(bias),
      scale: Float32Array.from(scale),
      temperature,
      weights: new Int8Array(take(features * classes.length).buffer),
    };
  };
  return Object.fromEntries(names.map((name) => [name, head(name)])) as Record<Name, Head>;
}
