import assert from "node:assert/strict";
import type { Theme } from "../../lib/contracts/demand.ts";
import { decide, type DecideInput } from "../../lib/scoring/decide.ts";
import type { MeasuredGap } from "../../lib/scoring/judge.ts";
import type { Need } from "../../lib/scoring/gaps.ts";

const DAYS = Array.from({ length: 30 }, (_, i) => `2026-06-${String(i + 1).padStart(2, "0")}`);

function gap(theme: Theme, table: string, more: Partial<MeasuredGap> & { readonly cents?: number } = {}): MeasuredGap {
  const { cents = 0, ...rest } = more;
  return {
    id: `${theme}:${table}`,
    theme,
    subject: { table, column: null, parent: null },
    money: { low: cents, mid: cents, high: cents, measurable: true, basis: "" },
    measure: null,
    byDemandAlone: false,
    ...rest,
  };
}

function needs(theme: Theme, count: number, more: Partial<Need> = {}): Need[] {
  return Array.from({ length: count }, (_, i) => ({
    source: (["slack", "email", "nlq"] as const)[i % 3]!,
    id: `${theme}-${String(i).padStart(3, "0")}`,
    ds: DAYS[i % DAYS.length]!,
    theme,
    themeProb: 0.9,
    met: i % 2 === 0,
    weight: 1,
    mentions: [],
    quote: `need ${i}`,
    ...more,
  }));
}

function input(more: Partial<DecideInput>): DecideInput {
  return {
    gaps: [],
    needs: [],
    sourceWeights: { slack: 0.5, email: 0.2, nlq: 0.3 },
    coverage: 1,
    days: DAYS,
    medianMonthCents: 6_087_500,
    revenueShares: new Map([["orders", 1], ["payments", 0.5]]),
    weights: { revenue: 0.6, demand: 0.25, severity: 0.15 },
    seed: 1,
    ...more,
  };
}

Deno.test("decide() scores a gap as worked out by hand", () => {
  const { actions } = decide(input({
    gaps: [
      gap("join_keys_orphans", "orders", { cents: 300_000, measure: { value: 5, slo: 2 } }),
      gap("access_permissions_pii", "orders", { byDemandAlone: true }),
    ],
    needs: [...needs("join_keys_orphans", 60), ...needs("access_permissions_pii", 180)],
  }));
  const [access, joins] = actions;
  // 0.6 × 300,000 × 30.4375 / 30 / 6,087,500 = 0.6 × 0.05; 0.25 × 0.25; 0.15 × (5 / 2 − 1) / 4.
  assert.equal(joins!.score.total.toFixed(6), (0.03 + 0.0625 + 0.05625).toFixed(6));
  assert.equal(access!.score.total.toFixed(6), (0.25 * 0.75).toFixed(6));
  assert.deepEqual([joins!.health_backed, access!.health_backed], [true, false]);
  // No mention leads to a table: 0.45 × 0.9 + 0.20 + 0.10 × 1.
  assert.equal(joins!.confidence.total.toFixed(4), "0.7050");
  assert.deepEqual([joins!.demand.met, joins!.demand.unmet, joins!.demand.items], [30, 30, {
    slack: 20,
    email: 20,
    nlq: 20,
  }]);
  assert.ok(joins!.demand.low < 0.25 && 0.25 < joins!.demand.high);
});

Deno.test("decide() weighs severity by the revenue behind the table, and gives a table without revenue none", () => {
  const measure = { value: 10, slo: 2 };
  const { actions } = decide(input({
    gaps: [
      gap("duplicates_dedup", "orders", { cents: 1, measure }),
      gap("freshness_ingest_lag", "payments", { cents: 1, measure }),
      gap("join_keys_orphans", "visits", { cents: 1, measure }),
    ],
    needs: (["duplicates_dedup", "freshness_ingest_lag", "join_keys_orphans"] as const).flatMap((t) => needs(t, 9)),
  }));
  assert.deepEqual(actions.map(({ score }) => score.health_severity), [1, 0.5, 0]);
});

Deno.test("decide() hides a gap that is asked for where nothing is wrong, and says what is lacking", () => {
  const { actions, hidden, shortage } = decide(input({
    gaps: [gap("duplicates_dedup", "orders", { measure: { value: 0, slo: 0.2 } }), gap("join_keys_orphans", "orders")],
    needs: needs("duplicates_dedup", 12),
  }));
  assert.deepEqual(actions, []);
  assert.deepEqual(hidden.map(({ id, reason }) => [id, reason]), [["duplicates_dedup:orders", "no_evidence"]]);
  assert.match(shortage!, /^No gap qualifies as an action; of the others 1 are asked for/);
});

Deno.test("decide() of nothing says so", () => {
  assert.deepEqual(decide(input({})), {
    actions: [],
    hidden: [],
    shortage: "No gap qualifies as an action: nothing else was found.",
  });
});

Deno.test("decide() hides what it is not sure of", () => {
  const gaps = [gap("duplicates_dedup", "orders", { cents: 500_000 })];
  const unsure = decide(input({ gaps, needs: needs("duplicates_dedup", 12, { themeProb: 0.4 }), coverage: 0.3 }));
  assert.equal(unsure.hidden[0]!.reason, "low_confidence");
  const untold = decide(input({ gaps, needs: needs("duplicates_dedup", 12, { themeProb: null }) }));
  assert.equal(untold.hidden[0]!.reason, "low_confidence");
  const named = needs("duplicates_dedup", 12, {
    themeProb: null,
    mentions: [{ table: "orders", column: null, confidence: 0.9 }],
  });
  const { actions: [action] } = decide(input({ gaps, needs: named }));
  assert.deepEqual([action!.confidence.class, action!.confidence.entity.toFixed(2)], [null, "0.90"]);
});

Deno.test("decide() ages a gap from the week in which its demand stood out", () => {
  const burst = needs("duplicates_dedup", 40, {}).map((need, i) => ({ ...need, ds: DAYS[2 + i % 5]! }));
  const { actions: [action] } = decide(
    input({ gaps: [gap("duplicates_dedup", "orders", { cents: 500_000 })], needs: burst }),
  );
  const { peak_ds, days_since_peak, decay } = action!.score;
  assert.equal(peak_ds, "2026-06-09");
  assert.equal(days_since_peak, 21);
  assert.equal(decay.toFixed(4), Math.exp(-21 / 60).toFixed(4));
});

Deno.test("decide() quotes one need of each source: those that name the subject first, then open ones", () => {
  const own = needs("duplicates_dedup", 9);
  own[6] = { ...own[6]!, mentions: [{ table: "orders", column: null, confidence: 0.9 }] };
  const { actions: [action] } = decide(input({ gaps: [gap("duplicates_dedup", "orders", { cents: 1 })], needs: own }));
  assert.deepEqual(action!.examples.map(({ source, item_id }) => [source, item_id]), [
    ["slack", "duplicates_dedup-006"],
    ["email", "duplicates_dedup-001"],
    ["nlq", "duplicates_dedup-005"],
  ]);
});
