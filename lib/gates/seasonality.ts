import { type Period, periodEnding } from "../core/calendar.ts";
import type { ArrivalCounts } from "./arrivals.ts";
import { atMost, type Check, skipped } from "./check.ts";
import { gate } from "./gate.ts";
import { growthFactor } from "./growth.ts";
import { type Cell, cellsOf, fold, samplingDistance, shares, totalVariation } from "./pattern.ts";
import { sanityChecks } from "./sanity.ts";

/** The curves of a process, each with what cells it folds together. */
const CURVES: readonly (readonly [name: string, keyOf: (cell: Cell) => string | number])[] = [
  ["hour of day", ({ hour }) => hour],
  ["weekday", ({ day }) => day.weekday],
  ["month", ({ day }) => day.ds.slice(0, 7)],
];

/** Most that a distribution may differ from its curve, in points; a gentle curve must be met more closely. */
const MAX_POINTS = 2;
/** Multiple of the distance that chance gives on average which no sample of a right distribution passes. */
const CHANCE = 2;

function curveCheck(check: string, cells: readonly Cell[], keyOf: (cell: Cell) => string | number): Check {
  const parts = [...fold(cells, keyOf).values()];
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  if (rows === 0) return skipped(check, "there are no rows");
  const expected = shares(parts.map(({ weight }) => weight));
  // A flat distribution must fail: the curve has to be met twice as closely as a flat one would.
  const toFlat = 100 * totalVariation(expected, expected.map(() => 1 / expected.length));
  const chance = CHANCE * 100 * samplingDistance(expected, rows);
  const allowed = Math.min(MAX_POINTS, toFlat / 2);
  return atMost({
    check,
    expected: allowed + chance,
    observed: 100 * totalVariation(shares(parts.map((part) => part.rows)), expected),
    unit: "points of total variation",
    reason: `${allowed.toFixed(2)}, and ${chance.toFixed(2)} for chance on ${rows} rows; a flat one lies ${
      toFlat.toFixed(2)
    } away`,
  });
}

function processChecks(counts: ArrivalCounts, period: Period, growth: (day: number) => number): Check[] {
  const cells = cellsOf(counts, period, growth);
  return CURVES.map(([name, keyOf]) => curveCheck(`${counts.process.feeds} by ${name}`, cells, keyOf));
}

/** Events fall on the hours, weekdays and months that the archetype's curves declare. */
export const seasonality = gate(
  "seasonality",
  "Seasonality and hour-of-day patterns",
  ["archetype", "generated", "arrivals", "values"],
  ({ archetype, generated, arrivals, values }) => {
    const period = periodEnding(generated.asOf, generated.months, generated.tz);
    const growth = growthFactor(generated.trajectory, period.days.length);
    return [
      ...arrivals.flatMap((counts) => processChecks(counts, period, growth)),
      ...sanityChecks(archetype, "seasonality", values),
    ];
  },
);
