import { type Check, near, skipped } from "./check.ts";
import { ERRORS_ALLOWED, standardError, type Target } from "./targets.ts";

/** A share of rows. */
export interface Share {
  readonly rows: number;
  readonly of: number;
}

/**
 * Holds a share of rows against its target, both in per cent. The target's tolerance is widened by the standard errors
 * that chance may take; a target of 0 has none, and must be met exactly.
 */
export function rate(check: string, target: Target, { rows, of }: Share): Check {
  if (of === 0) return skipped(check, "there are no rows");
  const chance = ERRORS_ALLOWED * standardError(target.value, of);
  return near({
    check,
    expected: target.value,
    observed: 100 * rows / of,
    tolerance: target.tolerance + chance,
    unit: "%",
    reason: chance === 0 ? "" : `±${target.tolerance}, and ${chance.toFixed(2)} for chance on ${of} rows`,
  });
}
