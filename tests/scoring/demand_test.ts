import assert from "node:assert/strict";
import fc from "fast-check";
import { SOURCES, type Theme, THEMES } from "../../lib/contracts/demand.ts";
import { combinedShares, type Observation, type Shares, themeShares } from "../../lib/scoring/demand.ts";
import { sourceWeights } from "../../lib/scoring/source_weights.ts";
import { themeDemand } from "../../lib/scoring/theme_demand.ts";

const [A, B] = THEMES;
const BASE = { nlq: 0.5, slack: 0.3, email: 0.2 };
const CAPS = { min: 0.15, max: 0.6 };

function read(theme: Theme | null, weight: number, stratum: number, counts = true): Observation {
  return { source: "slack", theme, weight, stratum, counts };
}

Deno.test("themeShares() weighs what was read by what it stands for", () => {
  // Stratum 1: two of six answered; stratum 2: two of two. Shares 3 + 1 of 3 + 3 + 1 + 1.
  const shares = themeShares([read(A, 3, 1), read(B, 3, 1), read(A, 1, 2), read(B, 1, 2)])!;
  assert.equal(shares[A].share, 0.5);
  assert.ok(shares[A].low < 0.5 && shares[A].high > 0.5);
  const uneven = themeShares([read(A, 3, 1), read(null, 3, 1), read(B, 1, 2), read(B, 1, 2, false)])!;
  assert.equal(uneven[A].share, 0.75);
});

Deno.test("themeShares() leaves nothing open where all was read, and much where little was", () => {
  const all = themeShares([read(A, 1, 1), read(B, 1, 1), read(B, 1, 2)])!;
  assert.deepEqual([all[A].low, all[A].high], [all[A].share, all[A].share]);
  assert.deepEqual(all[THEMES[3]], { share: 0, low: 0, high: 0 });
  const width = (n: number): number => {
    const sample = Array.from({ length: n }, (_, i) => read(i % 2 === 0 ? A : B, 100 / n, 1));
    const { low, high } = themeShares(sample)![A];
    return high - low;
  };
  assert.ok(width(10) > width(40) && width(40) > width(90));
  const never = themeShares(Array.from({ length: 10 }, () => read(A, 10, 1)))!;
  assert.ok(never[B].share === 0 && never[B].low === 0 && never[B].high > 0.1);
  assert.ok(never[A].share === 1 && never[A].high === 1 && never[A].low < 0.9);
});

Deno.test("themeShares() is null where nobody needs anything, and bounds every share by 0 and 1", () => {
  assert.equal(themeShares([]), null);
  assert.equal(themeShares([read(null, 1, 1), read(A, 1, 1, false)]), null);
  const row = fc.record({
    theme: fc.option(fc.constantFrom(...THEMES)),
    stratum: fc.nat(5),
    counts: fc.boolean(),
  });
  fc.assert(fc.property(fc.array(row), fc.integer({ min: 1, max: 5 }), (rows, factor) => {
    const shares = themeShares(rows.map((one) => ({ source: "slack" as const, weight: factor, ...one })));
    for (const { share, low, high } of Object.values(shares ?? {})) {
      assert.ok(0 <= low && low <= share + 1e-9 && share <= high + 1e-9 && high <= 1, `${low} ${share} ${high}`);
    }
    const sum = Object.values(shares ?? {}).reduce((total, { share }) => total + share, 0);
    assert.ok(shares === null || Math.abs(sum - 1) < 1e-9);
  }));
});

const flat = (theme: Theme): Shares => themeShares([read(theme, 1, 1)])!;

Deno.test("combinedShares() weighs sources, and leaves out those without an answer", () => {
  const sources = [
    { source: "slack" as const, shares: flat(A) },
    { source: "email" as const, shares: flat(B) },
    { source: "nlq" as const, shares: null },
  ];
  const combined = combinedShares(sources, { slack: 0.45, email: 0.15, nlq: 0.4 })!;
  assert.ok(Math.abs(combined[A].share - 0.75) < 1e-12 && Math.abs(combined[B].share - 0.25) < 1e-12);
  assert.equal(combinedShares(sources.slice(2), { slack: 0, email: 0, nlq: 1 }), null);
});

Deno.test("sourceWeights() add up to 1 between their caps, in the order of base × volume", () => {
  const volumes = fc.tuple(...SOURCES.map(() => fc.integer({ min: 1, max: 5000 })));
  fc.assert(fc.property(volumes, (sizes) => {
    const weights = sourceWeights(SOURCES.map((source, i) => ({ source, volume: sizes[i]! })), BASE, CAPS);
    const sum = SOURCES.reduce((total, source) => total + weights[source], 0);
    assert.ok(Math.abs(sum - 1) < 2e-4, `${sum}`);
    for (const [i, source] of SOURCES.entries()) {
      assert.ok(weights[source] >= CAPS.min - 1e-9 && weights[source] <= CAPS.max + 1e-9);
      for (const [k, other] of SOURCES.entries()) {
        const [own, its] = [BASE[source] * sizes[i]!, BASE[other] * sizes[k]!];
        assert.ok(own < its || weights[source] >= weights[other] - 1e-9);
      }
    }
  }));
});

Deno.test("sourceWeights() give the share of absent sources to the others, and give way to caps that cannot hold", () => {
  const of = (slack: number, email: number, nlq: number) =>
    sourceWeights(
      [{ source: "slack", volume: slack }, { source: "email", volume: email }, { source: "nlq", volume: nlq }],
      BASE,
      CAPS,
    );
  assert.deepEqual(of(0, 0, 0), { slack: 0, email: 0, nlq: 0 });
  assert.deepEqual(of(7, 0, 0), { slack: 1, email: 0, nlq: 0 });
  assert.deepEqual(of(1000, 1, 0), { slack: 0.6, email: 0.4, nlq: 0 });
  // 60 : 2 : 50 would be 54 : 2 : 45 %.
  assert.deepEqual(of(200, 10, 100), { slack: 0.4636, email: 0.15, nlq: 0.3864 });
});

Deno.test("themeDemand() counts the window for shares and the whole time for weeks", () => {
  const item = (ds: string, theme: Theme | null, met: boolean | null) =>
    ({ source: "slack", theme, ds, met, weight: 2, stratum: 1 }) as const;
  const items = [
    item("2026-06-01", A, true),
    item("2026-06-02", A, false),
    item("2026-06-03", B, null),
    item("2026-06-03", null, null),
    item("2026-05-31", B, true),
  ];
  const window = { from: "2026-06-01", to: "2026-06-30" };
  const { themes, weeks } = themeDemand(items, window, { slack: 1, email: 0, nlq: 0 });
  assert.deepEqual(
    themes.slice(0, 2).map(({ theme, share, met, unmet, untold }) => [theme, share!.share, met, unmet, untold]),
    [
      [A, 0.666667, 1, 1, 0],
      [B, 0.333333, 0, 0, 1],
    ],
  );
  assert.deepEqual(themes[0]!.sources.map(({ source, read, weighted }) => [source, read, weighted]), [
    ["slack", 2, 4],
    ["email", 0, 0],
    ["nlq", 0, 0],
  ]);
  assert.deepEqual(weeks.map(({ week, theme, weighted }) => [week, theme, weighted]), [
    ["2026-05-25", B, 2],
    ["2026-06-01", A, 4],
    ["2026-06-01", B, 2],
  ]);
});
