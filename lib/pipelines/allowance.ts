/** What the configuration allows a model that reads. */
import { estimateOf } from "../classify/estimate.ts";
import type { Config } from "../config/schema.ts";
import type { Estimate } from "../contracts/budget.ts";
import type { Price } from "../llm/client.ts";
import { usableBudget } from "../triage/allocate.ts";

/** Money of one purpose. */
export interface Allowance {
  /** Nanodollars that can't be passed. */
  readonly cap: number;
  /** Nanodollars that questions are planned with: the cap without its margin. */
  readonly usable: number;
  /** What requests of these prices would cost. */
  estimate(prices: readonly Price[]): Estimate;
}

/** The allowance of a purpose, as the configuration sets it. */
export function allowance(config: Config, purpose: "classification" | "entities" | "gaps"): Allowance {
  const cap = Math.floor(config[purpose].api_cap_usd * 1e9);
  // Every attempt of a question, and every attempt of its one repair.
  const attempts = 2 * (1 + config.llm.retries);
  return {
    cap,
    usable: usableBudget({ cap, safetyMargin: config.budget.safety_margin }),
    estimate: (prices) => estimateOf(prices, cap, attempts),
  };
}

/** How far ahead questions are put to a model, which sends as many at once as the endpoint bears. */
export function aheadOf({ llm }: Config): number {
  return 2 * llm.max_concurrency;
}
