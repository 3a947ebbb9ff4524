/** What a run or a plan spends and covers, for people. */
import type { Budget, SourceCoverage, Spend } from "../lib/contracts/budget.ts";
import { table } from "../lib/core/format.ts";
import { count, percent, usd } from "../lib/core/quantity.ts";

/** One row a purpose. */
export function spendTable(spend: readonly Spend[]): string[] {
  return table([
    ["purpose", "model", "answers", "failed", "from cache", "cost", "cap"],
    ...spend.map(({ purpose, provider, model, outcomes, cache_hits, actual_usd, reserved_usd, cap_usd }) => {
      const { ok, ...failed } = outcomes;
      const failures = Object.values(failed).reduce((sum, n) => sum + n, 0);
      const cost = provider === "local" ? "free" : usd(actual_usd + reserved_usd);
      return [purpose, `${provider} ${model}`, count(ok), count(failures), count(cache_hits), cost, usd(cap_usd)];
    }),
  ]);
}

/** One row a source. */
export function coverageTable(coverage: readonly SourceCoverage[]): string[] {
  return table([
    ["source", "items", "eligible", "sent", "answered", "of eligible"],
    ...coverage.map(({ source, items, eligible, sent, answered, of_eligible }) => [
      source,
      ...[items, eligible, sent, answered].map(count),
      of_eligible === null ? "" : percent(100 * of_eligible),
    ]),
  ]);
}

/** What `--strict` does not accept: sources below their floor, and purposes that the budget ended early. */
export function breachesOf({ coverage, spend }: Budget): string[] {
  return [
    ...coverage.filter(({ floor_met }) => floor_met === false).map(({ source }) => `${source} is below its floor`),
    ...spend.flatMap(({ purpose, stopped }) => stopped === null ? [] : [`${purpose}: ${stopped}`]),
  ];
}
