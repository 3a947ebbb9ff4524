import type { Estimate } from "../contracts/budget.ts";
import type { Price } from "../llm/client.ts";

/** Share of the requests that a run may well ask twice: a repair, or a retry that was billed. */
const ASKED_TWICE = 0.05;

/**
 * What requests cost, in US dollars: `p50` with usual answers, `p95` when one in twenty is asked twice with the longest
 * answer, `ceiling` when every attempt of every request is billed in full, and the cap ends it.
 *
 * @param cap Nanodollars.
 * @param attempts Most HTTP requests that one question can make.
 */
export function estimateOf(prices: readonly Price[], cap: number, attempts: number): Estimate {
  const likely = prices.reduce((sum, price) => sum + price.likely, 0);
  const longest = prices.reduce((sum, price) => sum + price.ceiling, 0);
  const dollars = (nano: number): number => Math.min(Math.round(nano), cap) / 1e9;
  return {
    p50: dollars(likely),
    p95: dollars(likely + ASKED_TWICE * longest),
    ceiling: dollars(attempts * longest),
  };
}
