/** What section 5 of the specification asks of a generated warehouse; stated here, not read from the generator. */
import type { Quality, Trajectory } from "../contracts/archetype.ts";
import type { Generated } from "./generated.ts";

/** A wanted value and how far from it is still right. */
export interface Target {
  readonly value: number;
  readonly tolerance: number;
}

/** Rates of quality `typical`, in per cent of rows; `incidents` in per cent of table-days. */
const TYPICAL = {
  keyNull: { value: 2, tolerance: 0.5 },
  orphan: { value: 5, tolerance: 1 },
  duplicate: { value: 0.7, tolerance: 0.2 },
  incidents: { value: 5, tolerance: 1 },
  /** Points that a null spike adds on its day. */
  spike: { value: 10, tolerance: 0 },
} as const satisfies Record<string, Target>;

const SEVERITY: Readonly<Record<Quality, number>> = { clean: 0, typical: 1, severe: 3 };

const FACTOR_OF = {
  keyNull: "key_null",
  orphan: "orphan",
  duplicate: "duplicate",
  incidents: "lag",
  spike: "null_spike",
} as const;

/** The rate of a defect that a folder's quality profile and factors ask for: `severe` is three times `typical`. */
export function targetOf(defect: keyof typeof TYPICAL, { quality, defects }: Generated): Target {
  const times = SEVERITY[quality] * defects[FACTOR_OF[defect]];
  const { value, tolerance } = TYPICAL[defect];
  return { value: value * times, tolerance: tolerance * times };
}

/** Share of foreign-key failures in which the fact is older than its dimension row, in per cent of the failures. */
export const TEMPORAL_SHARE: Target = { value: 30, tolerance: 5 };

/** Minutes of a table-day's p95 lag: on an ordinary day, and on an incident day. */
export const DAY_P95_MIN = { usual: [30, 180], incident: [240, 720] } as const;

/** Minutes of a whole table's p95 lag, where incidents are as many as in `typical`. */
export const OVERALL_P95_MIN = { min: 120, max: 240, incidentsPct: TYPICAL.incidents.value } as const;

/** Growth a month, in per cent. */
export const GROWTH_PCT: Readonly<Record<Trajectory, number>> = { T1: 0, T2: 4, T3: -3 };

/** Months that the row counts of each scale stand for. */
export const STANDARD_MONTHS = 18;

/**
 * Standard error of a share, in points of per cent: what chance adds to a rate measured on `total` rows.
 *
 * @param pct The share, in per cent.
 */
export function standardError(pct: number, total: number): number {
  const share = Math.min(pct / 100, 1);
  return total === 0 ? 0 : 100 * Math.sqrt(share * (1 - share) / total);
}

/** Standard errors that tolerances are widened by, so that a thin table is not failed by chance. */
export const ERRORS_ALLOWED = 2;
