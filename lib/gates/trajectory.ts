import { MONTH_DAYS, periodEnding } from "../core/calendar.ts";
import type { ArrivalCounts } from "./arrivals.ts";
import { type Check, near, skipped } from "./check.ts";
import { gate } from "./gate.ts";
import type { Generated } from "./generated.ts";
import { estimateGrowth, type MonthTotal } from "./growth.ts";
import { type Cell, cellsOf } from "./pattern.ts";
import { ERRORS_ALLOWED, GROWTH_PCT } from "./targets.ts";

/** Points that the growth a month may lie from its trajectory's: trajectories lie three and four apart. */
const TOLERANCE = 0.5;

function monthTotals(cells: readonly Cell[]): MonthTotal[] {
  return [...Map.groupBy(cells, ({ day }) => day.ds.slice(0, 7)).values()].map((month) => ({
    at: (month[0]!.day.index + month.at(-1)!.day.index) / 2 / MONTH_DAYS,
    weight: month.reduce((sum, { weight }) => sum + weight, 0),
    rows: month.reduce((sum, { rows }) => sum + rows, 0),
  }));
}

function checkOf(counts: ArrivalCounts, { asOf, months, tz, trajectory }: Generated): Check {
  const check = `${counts.process.feeds} growth`;
  const growth = estimateGrowth(monthTotals(cellsOf(counts, periodEnding(asOf, months, tz), () => 1)));
  if (growth === null) return skipped(check, "growth takes rows in two months or more");
  const chance = ERRORS_ALLOWED * growth.error;
  return near({
    check,
    expected: GROWTH_PCT[trajectory],
    observed: growth.pct,
    tolerance: TOLERANCE + chance,
    unit: "% a month",
    reason: `${trajectory}; ±${TOLERANCE}, and ${chance.toFixed(2)} for chance`,
  });
}

/** Business grows as the trajectory says, once the declared seasons are divided out. */
export const trajectory = gate(
  "trajectory",
  "Trajectory sanity",
  ["generated", "arrivals"],
  ({ generated, arrivals }) => arrivals.map((counts) => checkOf(counts, generated)),
);
