/** A gate: a named list of checks, and the evidence that it cannot do without. */
import type { QcCheck } from "../contracts/qc.ts";
import { type Check, skipped } from "./check.ts";
import type { Evidence } from "./evidence.ts";

/** Stands in the place of evidence that is not there. */
export class Missing {
  constructor(readonly reason: string) {}
}

/** All evidence, or why it is missing. */
export type Gathered = { readonly [K in keyof Evidence]: Evidence[K] | Missing };

export interface Gate {
  readonly id: string;
  readonly title: string;
  readonly needs: readonly (keyof Evidence)[];
  /** The gate's checks; one that says why, where evidence is missing. */
  run(gathered: Gathered): QcCheck[];
}

/**
 * Declares a gate.
 *
 * @param needs Evidence that `judge` is given; without any of it the whole gate is skipped, for the reason it is missing.
 * @param judge Pure.
 */
export function gate<K extends keyof Evidence>(
  id: string,
  title: string,
  needs: readonly K[],
  judge: (evidence: Pick<Evidence, K>) => readonly Check[],
): Gate {
  const checksOf = (gathered: Gathered): readonly Check[] => {
    for (const need of needs) {
      const found = gathered[need];
      if (found instanceof Missing) return [skipped(id, found.reason)];
    }
    const checks = judge(gathered as Evidence);
    return checks.length === 0 ? [skipped(id, "the archetype declares nothing to check here")] : checks;
  };
  return { id, title, needs, run: (gathered) => checksOf(gathered).map((check) => ({ gate: id, ...check })) };
}
