/** The gap classifier's asset, `assets/gap_classifier.bin`: what `deno task train-gaps` learnt. */
import { GAP_CLASSES } from "../../../contracts/pack.ts";
import { type AssetShape, decodeHeads, encodeHeads } from "../asset.ts";
import type { Head } from "../softmax.ts";

/** Name and version of the embedded gap model: a new asset gets a new number. */
export const GAP_MODEL = "dnr-gaps-2";

const SHAPE: AssetShape<"gap"> = { model: GAP_MODEL, classes: { gap: GAP_CLASSES } };

/** The asset of the quantised head. */
export function encodeGapWeights(head: Head): Uint8Array {
  return encodeHeads(SHAPE, { gap: head });
}

/** @throws {RangeError | SyntaxError | z.ZodError} where the bytes are not what {@link encodeGapWeights} gives. */
export function decodeGapWeights(bytes: Uint8Array): Head {
  return decodeHeads(SHAPE, bytes).gap;
}
