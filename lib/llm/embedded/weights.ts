/** The classifier's asset, `assets/classifier.bin`: what `deno task train` learnt. */
import { RELEVANCES, THEMES } from "../../contracts/demand.ts";
import { type AssetShape, decodeHeads, encodeHeads } from "./asset.ts";
import type { Head } from "./softmax.ts";

/** Name and version of the embedded model: a new asset gets a new number. */
export const EMBEDDED_MODEL = "dnr-embedded-1";

const CLASSES = { relevance: RELEVANCES, theme: THEMES } as const;
export type HeadName = keyof typeof CLASSES;
export const HEAD_NAMES = Object.keys(CLASSES) as HeadName[];
export type Heads = Readonly<Record<HeadName, Head>>;

const SHAPE: AssetShape<HeadName> = { model: EMBEDDED_MODEL, classes: CLASSES };

export function classesOf(head: HeadName): readonly string[] {
  return CLASSES[head];
}

/** The asset of quantised heads. */
export function encodeWeights(heads: Heads): Uint8Array {
  return encodeHeads(SHAPE, heads);
}

/** @throws {RangeError | SyntaxError | z.ZodError} where the bytes are not what {@link encodeWeights} gives. */
export function decodeWeights(bytes: Uint8Array): Heads {
  return decodeHeads(SHAPE, bytes);
}
