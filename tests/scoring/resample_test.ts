import assert from "node:assert/strict";
import { generator } from "../../lib/core/seeds.ts";
import { rank } from "../../lib/scoring/rank.ts";
import { type DemandItem, demandShares, resample, type ResampledGap } from "../../lib/scoring/resample.ts";

const SOURCE_WEIGHTS = { slack: 0.6, email: 0.1, nlq: 0.3 };
const WEIGHTS = { revenue: 0.6, demand: 0.25, severity: 0.15 };

function gap(id: string, theme: ResampledGap["theme"], revenueImpact: number): ResampledGap {
  return {
    id,
    theme,
    confidence: 1,
    asked: 0,
    evident: true,
    components: { revenueImpact, healthSeverity: 0, decay: 1 },
  };
}

function items(count: number, gaps: (index: number) => number[]): DemandItem[] {
  return Array.from({ length: count }, (_, i) => ({ source: "slack", weight: 1, gaps: gaps(i) }));
}

Deno.test("demandShares() weighs items within a source, and sources by their weight", () => {
  const asked: DemandItem[] = [
    { source: "slack", weight: 3, gaps: [0] },
    { source: "slack", weight: 1, gaps: [1] },
    { source: "nlq", weight: 2, gaps: [1] },
    { source: "nlq", weight: 2, gaps: [] },
  ];
  // Slack and queries share out 0.6 and 0.3 of 0.9, for no e-mail is positive.
  const shares = demandShares(asked, 2, SOURCE_WEIGHTS).map((share) => share.toFixed(4));
  assert.deepEqual(shares, ["0.5000", "0.3333"]);
  assert.deepEqual(demandShares([], 2, SOURCE_WEIGHTS), [0, 0]);
});

Deno.test("resample() covers the true share in about 95 % of draws", () => {
  let covered = 0;
  const gaps = [gap("a", "duplicates_dedup", 0)];
  for (let seed = 0; seed < 60; seed++) {
    const draw = generator(seed, "items");
    const { intervals } = resample({
      items: items(200, () => draw() < 0.2 ? [0] : []),
      gaps,
      sourceWeights: SOURCE_WEIGHTS,
      weights: WEIGHTS,
      seed,
    });
    if (intervals[0]!.low <= 0.2 && 0.2 <= intervals[0]!.high) covered++;
  }
  assert.ok(covered >= 51, `${covered} of 60`);
});

Deno.test("resample() settles what leads clearly, and leaves a tie unsettled", () => {
  const gaps = [
    gap("a", "duplicates_dedup", 0.9),
    gap("b", "join_keys_orphans", 0.8),
    gap("c", "freshness_ingest_lag", 0.1),
    gap("d", "revenue_coverage_mapping", 0.1),
  ];
  const input = { items: items(100, (i) => [i % 4]), gaps, sourceWeights: SOURCE_WEIGHTS, weights: WEIGHTS, seed: 7 };
  const { stability } = resample(input);
  assert.deepEqual(stability.slice(0, 2).map(({ kept, settled }) => [kept, settled]), [[1, true], [1, true]]);
  assert.ok(stability[2]!.kept > 0.3 && stability[2]!.kept < 0.7, String(stability[2]!.kept));
  assert.equal(stability[2]!.kept + stability[3]!.kept, 1);
  assert.deepEqual(resample(input), resample(input));
});

Deno.test("resample() of no items has no demand, and keeps what stands on revenue", () => {
  const { intervals, stability } = resample({
    items: [],
    gaps: [gap("a", "duplicates_dedup", 0.5)],
    sourceWeights: SOURCE_WEIGHTS,
    weights: WEIGHTS,
    seed: 1,
  });
  assert.deepEqual(intervals, [{ low: 0, high: 0 }]);
  assert.equal(stability[0]!.kept, 1);
});

Deno.test("rank() shows three themes at most, breaks ties by id, and says why the others are hidden", () => {
  const scored = (["duplicates_dedup", "join_keys_orphans", "freshness_ingest_lag", "access_permissions_pii"] as const)
    .flatMap((theme) =>
      ["x", "y"].map((id) => ({ id: `${theme}/${id}`, theme, score: 0.2, confidence: 0.9, asked: 0, evident: true }))
    );
  const { actions, hidden } = rank([...scored, { ...scored[0]!, id: "zero", evident: false }]);
  assert.deepEqual(actions.map(({ id }) => id), [
    "access_permissions_pii/x",
    "duplicates_dedup/x",
    "freshness_ingest_lag/x",
  ]);
  const reasons = Object.fromEntries(hidden.map(({ gap, reason }) => [gap.id, reason]));
  assert.equal(reasons["join_keys_orphans/x"], "lower_rank");
  assert.equal(reasons["duplicates_dedup/y"], "theme_taken");
  assert.equal(reasons["zero"], "no_evidence");
  assert.deepEqual(rank([]), { actions: [], hidden: [] });
});
