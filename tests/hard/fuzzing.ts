/** How many inputs are drawn, and what may come of each. */
import assert from "node:assert/strict";
import { UserError } from "../../lib/core/errors.ts";

const rounds = Deno.env.get("FUZZ_RUNS");
/** Inputs for each target: the same few in the suite; `deno task fuzz` draws 1,000 new ones for each. */
export const RUNS = rounds === undefined ? { numRuns: 60, seed: 1 } : { numRuns: Number(rounds) };

/** Runs `read`: what it throws must be the user's to mend. */
export async function mends(read: () => unknown): Promise<void> {
  try {
    await read();
  } catch (error) {
    assert.ok(error instanceof UserError, error as Error);
    assert.match(error.message, /\S/);
  }
}
