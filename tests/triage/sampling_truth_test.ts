/** Sampling truth (specification, section 9): over 200 seeds, how often the interval of a share holds the full one. */
import assert from "node:assert/strict";
import { BUCKETS, SOURCES, type Theme, THEMES } from "../../lib/contracts/demand.ts";
import { generator } from "../../lib/core/seeds.ts";
import { combinedShares, type Observation, type Shares, themeShares } from "../../lib/scoring/demand.ts";
import { sourceWeights } from "../../lib/scoring/source_weights.ts";
import { allocate, type Priced } from "../../lib/triage/allocate.ts";
import { postStratify } from "../../lib/triage/weights.ts";
import { item } from "./made_up.ts";

const SEEDS = 200;
const WINDOW_FROM = "2026-05-20";
const MIX = [0.18, 0.13, 0.17, 0.09, 0.14, 0.12, 0.09, 0.08];
const VOLUMES = { slack: 900, email: 260, nlq: 330 };

interface Truth extends Priced {
  readonly theme: Theme | null;
}

/**
 * A population whose themes drift with the season and differ between buckets, whose days are uneven, and in which long
 * threads are dear: what a sample by price or by day would get wrong.
 */
function population(): Truth[] {
  const draw = generator(7, "tests/truth");
  const pick = (weights: readonly number[]): number => {
    let left = draw() * weights.reduce((a, b) => a + b);
    return weights.findIndex((weight) => (left -= weight) < 0);
  };
  return SOURCES.flatMap((source) =>
    Array.from({ length: VOLUMES[source] }, (_, i): Truth => {
      const day = Math.floor(120 * Math.sqrt(draw()));
      const ds = new Date(Date.UTC(2026, 2, 1 + day)).toISOString().slice(0, 10);
      const b = pick([4, 3.5, 2.5]);
      const theme = THEMES[
        pick(MIX.map((share, t) => share * (1 + (t % 3 === b ? 1 : 0)) * (1 + (t % 2) * day / 120)))
      ]!;
      const positive = source === "nlq" || draw() < 0.6;
      const bucket = source === "nlq" ? null : BUCKETS[b]!;
      return {
        item: item([], { source, id: `${source}-${i}`, ds, bucket }),
        ceiling: Math.round(60 + 200 * draw() ** 3 + (positive ? 40 : 0)),
        theme: positive ? theme : null,
      };
    })
  );
}

function shares(truth: readonly Truth[], sent: readonly boolean[], stratum: readonly number[]): Shares[] {
  const eligible = truth.map(({ item: { source, bucket } }, i) => ({
    source,
    bucket,
    stratum: stratum[i]!,
    answered: sent[i]!,
  }));
  const weighted = postStratify(eligible);
  const observations = truth.flatMap(({ item: { source, ds }, theme }, i): Observation[] =>
    sent[i] ? [{ source, theme, counts: ds >= WINDOW_FROM, ...weighted[i]! }] : []
  );
  const bySource = SOURCES.map((source) => ({
    source,
    shares: themeShares(observations.filter((observation) => observation.source === source)),
  }));
  const volumes = SOURCES.map((source) => ({
    source,
    volume: truth.filter(({ item }) => item.source === source && item.ds >= WINDOW_FROM).length,
  }));
  const weights = sourceWeights(volumes, { nlq: 0.5, slack: 0.3, email: 0.2 }, { min: 0.15, max: 0.6 });
  return [...bySource.map(({ shares }) => shares!), combinedShares(bySource, weights)!];
}

/** Coverage of the intervals of each source and of all together, by theme. */
function coverage(truth: readonly Truth[], cap: number): { share: number; covered: number[]; width: number[] } {
  const all = truth.map(() => true);
  const whole = shares(truth, all, allocate(truth, { cap: Infinity, safetyMargin: 0, seed: 0 }).stratum);
  const covered = whole.flatMap(() => THEMES.map(() => 0));
  const width = whole.flatMap(() => THEMES.map(() => 0));
  let sentShare = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const { sent, stratum } = allocate(truth, { cap, safetyMargin: 0.25, seed });
    sentShare += sent.filter(Boolean).length / truth.length / SEEDS;
    shares(truth, sent, stratum).forEach((found, s) =>
      THEMES.forEach((theme, t) => {
        const { low, high } = found[theme];
        const exact = whole[s]![theme].share;
        const i = s * THEMES.length + t;
        if (low <= exact + 1e-12 && exact - 1e-12 <= high) covered[i]!++;
        width[i]! += (high - low) / SEEDS;
      })
    );
  }
  return { share: sentShare, covered: covered.map((count) => count / SEEDS), width };
}

for (const cap of [60_000, 120_000]) {
  Deno.test(`themeShares() and combinedShares() cover the full share in 93 of 100 samples at a cap of ${cap}`, () => {
    const { share, covered, width } = coverage(population(), cap);
    assert.ok(share < 0.8, `not sampled: ${share}`);
    assert.ok(Math.min(...covered) >= 0.93, covered.join(" "));
    // An interval that covers everything says nothing.
    assert.ok(Math.max(...width.slice(-THEMES.length)) < 0.2, width.join(" "));
  });
}
