import { createHash } from "node:crypto";
import seedrandom from "seedrandom";

/**
 * Salt of a named random stream: the first 8 bytes of SHA-256 over `seed/stream`, as an unsigned 64-bit integer.
 *
 * A draw is `hash(xor(hash(row), salt))` in SQL, so streams of different names are independent, and a draw added in
 * one place moves nothing elsewhere.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.notEqual(salt(42, "toy/visits/amount"), salt(42, "toy/visits/channel"));
 * assert.equal(salt(42, "toy/visits/amount"), salt(42, "toy/visits/amount"));
 * ```
 */
export function salt(seed: number, stream: string): bigint {
  return createHash("sha256").update(`${seed}/${stream}`).digest().readBigUInt64BE(0);
}

/** Uniform draws in [0, 1) of 32 bits for a named stream, for what is drawn outside SQL. */
export function generator(seed: number, stream: string): () => number {
  return seedrandom.alea(`${seed}/${stream}`);
}
