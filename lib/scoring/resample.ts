/** What a gap's demand and rank would have been, had other items of the same kind been drawn. */
import type { Source } from "../contracts/demand.ts";
import type { Stability } from "../contracts/decision.ts";
import { generator } from "../core/seeds.ts";
import { type Components, score, type Weights } from "./formulas.ts";
import { rank, type Ranked } from "./rank.ts";

export const RESAMPLES = 500;
/** How far each score weight may move either way. */
const WEIGHT_SPREAD = 0.2;
/** Below it an action is unsettled. */
const SETTLED = 0.6;

/** A positive item of the window. */
export interface DemandItem {
  readonly source: Source;
  /** Eligible items that it stands for. */
  readonly weight: number;
  /** Indexes of the gaps that it asks for. */
  readonly gaps: readonly number[];
}

/** A gap with the parts of its score that items do not decide. */
export interface ResampledGap extends Omit<Ranked, "score"> {
  readonly components: Omit<Components, "demand">;
}

/**
 * Share of each gap in the demand: within a source its items' weight over that of all positive items, then over the
 * sources by `sourceWeights`. A source without positive items leaves its weight to the others.
 */
export function demandShares(
  items: readonly DemandItem[],
  gaps: number,
  sourceWeights: Readonly<Record<Source, number>>,
): number[] {
  const totals = new Map<Source, number>();
  const asked = new Map<Source, number[]>();
  for (const { source, weight, gaps: wanted } of items) {
    totals.set(source, (totals.get(source) ?? 0) + weight);
    const shares = asked.get(source) ?? new Array<number>(gaps).fill(0);
    for (const gap of wanted) shares[gap]! += weight;
    asked.set(source, shares);
  }
  const speaking = [...totals].filter(([, total]) => total > 0);
  const weightSum = speaking.reduce((sum, [source]) => sum + sourceWeights[source], 0);
  const shares = new Array<number>(gaps).fill(0);
  for (const [source, total] of speaking) {
    const weight = sourceWeights[source] / weightSum / total;
    for (const [gap, amount] of asked.get(source)!.entries()) shares[gap]! += weight * amount;
  }
  return shares;
}

export interface ResampleInput {
  readonly items: readonly DemandItem[];
  readonly gaps: readonly ResampledGap[];
  readonly sourceWeights: Readonly<Record<Source, number>>;
  readonly weights: Weights;
  readonly seed: number;
}

export interface Resampled {
  /** 95 % percentile interval of each gap's demand share. */
  readonly intervals: readonly { readonly low: number; readonly high: number }[];
  /** Share of the resamples that keep each gap among the actions. */
  readonly stability: readonly Stability[];
}

/**
 * {@link RESAMPLES} bootstrap resamples (Efron, 1979): the items of each source are drawn anew with replacement, and each
 * score weight moves by up to 20 % either way, after which the weights are scaled to add up to what they did.
 */
export function resample({ items, gaps, sourceWeights, weights, seed }: ResampleInput): Resampled {
  const bySource = [...Map.groupBy(items, ({ source }) => source).values()];
  const draw = generator(seed, "scoring/resample");
  const shares = gaps.map(() => new Array<number>());
  const kept = new Array<number>(gaps.length).fill(0);
  for (let i = 0; i < RESAMPLES; i++) {
    const drawn = bySource.flatMap((own) => own.map(() => own[Math.floor(draw() * own.length)]!));
    const demand = demandShares(drawn, gaps.length, sourceWeights);
    const moved = jitter(weights, draw);
    const scored = gaps.map((gap, index) => ({
      ...gap,
      index,
      score: score({ ...gap.components, demand: demand[index]! }, moved),
    }));
    for (const { index } of rank(scored).actions) kept[index]!++;
    demand.forEach((share, index) => shares[index]!.push(share));
  }
  return {
    intervals: shares.map((samples) => {
      samples.sort((a, b) => a - b);
      return { low: samples[Math.floor(0.025 * RESAMPLES)]!, high: samples[Math.ceil(0.975 * RESAMPLES) - 1]! };
    }),
    stability: kept.map((count) => ({
      resamples: RESAMPLES,
      kept: count / RESAMPLES,
      settled: count / RESAMPLES >= SETTLED,
    })),
  };
}

function jitter({ revenue, demand, severity }: Weights, draw: () => number): Weights {
  const move = (weight: number): number => weight * (1 - WEIGHT_SPREAD + 2 * WEIGHT_SPREAD * draw());
  const moved = { revenue: move(revenue), demand: move(demand), severity: move(severity) };
  const sum = moved.revenue + moved.demand + moved.severity;
  const scale = sum > 0 ? (revenue + demand + severity) / sum : 1;
  return { revenue: moved.revenue * scale, demand: moved.demand * scale, severity: moved.severity * scale };
}
