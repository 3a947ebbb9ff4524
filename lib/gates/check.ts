/** One check, judged: each function below is one way to hold an observed value against an expected one. */
import type { QcCheck } from "../contracts/qc.ts";

/** A check before its gate has put its name on it. */
export type Check = Omit<QcCheck, "gate">;

interface Asked {
  readonly check: string;
  readonly unit?: string;
  readonly reason?: string;
}

/** Four decimals: enough for any rate here, and no digit of a float's noise. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}

function judged(
  { check, unit = "", reason = "" }: Asked,
  expected: string | number,
  observed: string | number,
  tolerance: string,
  passed: boolean,
): Check {
  return { check, expected, observed, unit, tolerance, status: passed ? "pass" : "fail", reason };
}

/** A check that could not be made, and why. */
export function skipped(check: string, reason: string): Check {
  return { check, expected: null, observed: null, unit: "", tolerance: "", status: "skip", reason };
}

/** `observed` is just what is expected. */
export function exact(asked: Asked & { expected: string | number; observed: string | number }): Check {
  return judged(asked, asked.expected, asked.observed, "exact", asked.observed === asked.expected);
}

/** `observed` lies within `tolerance` of `expected`, both in the check's unit. */
export function near(asked: Asked & { expected: number; observed: number | null; tolerance: number }): Check {
  const { check, expected, observed, tolerance } = asked;
  if (observed === null) return skipped(check, "nothing could be measured");
  const passed = Math.abs(observed - expected) <= tolerance;
  return judged(asked, rounded(expected), rounded(observed), `±${rounded(tolerance)}`, passed);
}

/** `observed` lies from `min` to `max`, both included. */
export function between(asked: Asked & { min: number; max: number; observed: number | null }): Check {
  const { check, min, max, observed } = asked;
  if (observed === null) return skipped(check, "nothing could be measured");
  const expected = min === max ? min : `${min} to ${max}`;
  const tolerance = min === max ? "exact" : "inclusive";
  return judged(asked, expected, rounded(observed), tolerance, observed >= min && observed <= max);
}

/** `observed` is `expected` or less, both in the check's unit; skipped where nothing was measured. */
export function atMost(asked: Asked & { expected: number; observed: number | null }): Check {
  const { check, expected, observed } = asked;
  if (observed === null) return skipped(check, "nothing could be measured");
  return judged(asked, rounded(expected), rounded(observed), "at most", observed <= expected);
}

/** `observed` is `expected` or more, both in the check's unit; skipped where nothing was measured. */
export function atLeast(asked: Asked & { expected: number; observed: number | null }): Check {
  const { check, expected, observed } = asked;
  if (observed === null) return skipped(check, "nothing could be measured");
  return judged(asked, rounded(expected), rounded(observed), "at least", observed >= expected);
}
