import type { Quality } from "../contracts/archetype.ts";

/** Factors on the rates of a profile, for experiments that make one defect worse and leave the others alone. */
export interface DefectFactors {
  readonly key_null: number;
  readonly null_spike: number;
  readonly orphan: number;
  readonly duplicate: number;
  readonly lag: number;
}

export const UNCHANGED: DefectFactors = { key_null: 1, null_spike: 1, orphan: 1, duplicate: 1, lag: 1 };

/** Shares of rows (0 to 1) that each defect hits; `incidents` is a share of table-days. */
export interface Rates {
  readonly keyNull: number;
  readonly orphan: number;
  readonly duplicate: number;
  /** Points that a null spike adds on its day. */
  readonly spike: number;
  readonly incidents: number;
  readonly writeGap: boolean;
  /** The lag of an ordinary day, by kind of load. */
  readonly lag: Readonly<Record<"stream" | "batch", LagShape>>;
}

/** Specification, section 5: `typical` holds the seed's rates, `severe` three times as much, `clean` none. */
const TYPICAL = { keyNull: 0.02, orphan: 0.05, duplicate: 0.007, spike: 0.1, incidents: 0.05 } as const;
const FACTOR: Readonly<Record<Quality, number>> = { clean: 0, typical: 1, severe: 3 };

export function ratesOf(quality: Quality, factors: DefectFactors = UNCHANGED): Rates {
  const k = FACTOR[quality];
  return {
    keyNull: TYPICAL.keyNull * k * factors.key_null,
    orphan: TYPICAL.orphan * k * factors.orphan,
    duplicate: TYPICAL.duplicate * k * factors.duplicate,
    spike: TYPICAL.spike * k * factors.null_spike,
    // Late days come from the quieter half of all: more than that there are not.
    incidents: Math.min(0.45, TYPICAL.incidents * k * factors.lag),
    writeGap: k > 0,
    lag: k > 0 ? LAG : CLEAN_LAG,
  };
}

/** Lag of one kind of load on an ordinary day: log-logistic rows around a lognormal day. */
export interface LagShape {
  /** Median of a day, minutes. */
  readonly medianMin: number;
  /** Standard deviation of the log of the day's median. */
  readonly daySigma: number;
  /** Shape of the rows: lag = median × (u / (1 − u))^spread. */
  readonly spread: number;
  /** Medians of an incident day lie evenly between these, minutes. */
  readonly incidentMedianMin: readonly [number, number];
}

/**
 * Many small loads give a wide spread; a few batches give one narrow lag a day, which also keeps a thin table's daily
 * p95 from being a draw of luck. Fitted to `p95 of a table-day in 30–180 min`, `of an incident day in 240–720 min` and
 * `overall p95 in 120–240 min`: with u = 0.95 a stream day's p95 is 2.65 × its median, a batch day's 1.39 ×.
 */
const LAG: Readonly<Record<"stream" | "batch", LagShape>> = {
  stream: { medianMin: 40, daySigma: 0.12, spread: 0.331, incidentMedianMin: [98, 250] },
  batch: { medianMin: 95, daySigma: 0.08, spread: 0.11, incidentMedianMin: [300, 480] },
};

/** A warehouse without defects loads well inside the SLO of 90 minutes. */
const CLEAN_LAG: Readonly<Record<"stream" | "batch", LagShape>> = {
  stream: { ...LAG.stream, medianMin: 20, daySigma: 0.08 },
  batch: { ...LAG.batch, medianMin: 45 },
};
