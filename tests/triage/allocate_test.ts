import assert from "node:assert/strict";
import fc from "fast-check";
import { BUCKETS, type Source, SOURCES } from "../../lib/contracts/demand.ts";
import { generator } from "../../lib/core/seeds.ts";
import { allocate, type Priced, usableBudget } from "../../lib/triage/allocate.ts";
import { collapse, dayStrata } from "../../lib/triage/strata.ts";
import { postStratify } from "../../lib/triage/weights.ts";
import { item } from "./made_up.ts";

function population(sizes: Readonly<Record<Source, number>>, days: number, ceiling: (u: number) => number): Priced[] {
  const draw = generator(1, "tests/population");
  return SOURCES.flatMap((source) =>
    Array.from({ length: sizes[source] }, (_, i) => {
      const ds = `2026-0${1 + Math.floor(draw() * 6)}-${String(1 + Math.floor(draw() * days)).padStart(2, "0")}`;
      const bucket = source === "nlq" ? null : BUCKETS[Math.floor(draw() * 3)]!;
      return { item: item([], { source, id: `${source}${i}`, ds, bucket }), ceiling: ceiling(draw()) };
    })
  );
}

const sizes = { slack: 600, email: 160, nlq: 200 };

Deno.test("allocate() takes all where all fits, each in the stratum of its day and bucket", () => {
  const priced = population(sizes, 28, () => 100);
  const allocation = allocate(priced, { cap: 128_001, safetyMargin: 0.25, seed: 1 });
  assert.ok(allocation.sent.every(Boolean));
  assert.equal(allocation.rate, 1);
  assert.equal(allocation.reserved, 96_000);
  const days = SOURCES.map((source) => dayStrata(priced.map((p) => p.item).filter((i) => i.source === source)).length);
  assert.equal(new Set(allocation.stratum).size, days.reduce((a, b) => a + b));
});

Deno.test("allocate() never reserves more than the usable budget, whatever the prices", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 60_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.array(
      fc.record({ source: fc.constantFrom(...SOURCES), day: fc.integer({ min: 10, max: 28 }), ceiling: fc.nat(5000) }),
    ),
    (cap, safetyMargin, rows) => {
      const priced = rows.map(({ source, day, ceiling }, i) => ({
        item: item([], { source, id: `${i}`, ds: `2026-06-${day}`, bucket: BUCKETS[i % 3]! }),
        ceiling,
      }));
      const { sent, reserved } = allocate(priced, { cap, safetyMargin, seed: 3 });
      assert.ok(reserved <= usableBudget({ cap, safetyMargin }));
      assert.equal(reserved, priced.reduce((sum, { ceiling }, i) => sent[i] ? sum + ceiling : sum, 0));
    },
  ));
});

Deno.test("allocate() samples every source at one rate, so that the floor holds for all while the money reaches it", () => {
  const priced = population(sizes, 28, (u) => 50 + 100 * u);
  const allocation = allocate(priced, { cap: 40_000, safetyMargin: 0.25, seed: 2 });
  for (const source of SOURCES) {
    const sent = priced.filter((p, i) => p.item.source === source && allocation.sent[i]).length;
    const share = sent / sizes[source];
    assert.ok(share >= 0.2 && share <= 0.35, `${source}: ${share}`);
  }
});

Deno.test("allocate() draws at least one item of every stratum, and the same whatever else is there", () => {
  const priced = population(sizes, 28, () => 100);
  const purse = { cap: 40_000, safetyMargin: 0.25, seed: 2 };
  const allocation = allocate(priced, purse);
  const drawn = new Set(allocation.stratum.filter((_, i) => allocation.sent[i]));
  assert.equal(drawn.size, new Set(allocation.stratum).size);
  const shuffled = allocate(priced.toReversed(), purse);
  const ids = (result: typeof allocation, list: readonly Priced[]): Set<string> =>
    new Set(list.filter((_, i) => result.sent[i]).map((p) => p.item.id));
  assert.deepEqual(ids(shuffled, priced.toReversed()), ids(allocation, priced));
  assert.notDeepEqual(ids(allocate(priced, { ...purse, seed: 3 }), priced), ids(allocation, priced));
});

Deno.test("allocate() sends nothing where the money is not enough for one item, or there is none", () => {
  const priced = population(sizes, 28, () => 1000);
  assert.ok(!allocate(priced, { cap: 900, safetyMargin: 0.25, seed: 1 }).sent.some(Boolean));
  assert.deepEqual(allocate([], { cap: 900, safetyMargin: 0.25, seed: 1 }).sent, []);
});

Deno.test("collapse() joins thin days of a bucket with the next, and the last with the one before", () => {
  const days = ["01", "01", "02", "03", "03", "04"].map((day) => ({ bucket: "domain", ds: `2026-06-${day}` }));
  const strata = collapse(dayStrata(days), (items) => items.length >= 2);
  assert.deepEqual(strata.map(({ items }) => items), [[0, 1], [2, 3, 4, 5]]);
});

Deno.test("postStratify() restores the volume of each stratum, and joins those without an answer", () => {
  const of = (stratum: number, bucket: string, ...answers: boolean[]) =>
    answers.map((answered) => ({ source: "slack", bucket, stratum, answered }));
  const eligible = [
    ...of(0, "analytics", false, false),
    ...of(1, "analytics", true, false, true),
    ...of(2, "analytics", false),
    ...of(3, "domain", false, false),
    ...of(4, "platform", true),
  ];
  const weighted = postStratify(eligible);
  assert.deepEqual(weighted.map(({ weight }) => weight), [0, 0, 4, 0, 4, 0, 0, 0, 1]);
  assert.deepEqual(weighted.map(({ stratum }) => stratum), [1, 1, 1, 1, 1, 1, 1, 1, 4]);
  const silent = postStratify(eligible.map((one) => ({ ...one, answered: false })));
  assert.ok(silent.every(({ weight }) => weight === 0));
});

Deno.test("postStratify() weights add up to the eligible items of each source", () => {
  const row = fc.record({
    source: fc.constantFrom(...SOURCES),
    bucket: fc.constantFrom(...BUCKETS),
    stratum: fc.nat(12),
    answered: fc.boolean(),
  });
  fc.assert(fc.property(fc.array(row), (rows) => {
    const eligible = rows.map((one) => ({
      ...one,
      stratum: 1000 * SOURCES.indexOf(one.source) + 100 * BUCKETS.indexOf(one.bucket) + one.stratum,
    }));
    const weights = postStratify(eligible);
    for (const source of SOURCES) {
      const members = [...eligible.keys()].filter((i) => eligible[i]!.source === source);
      const sum = members.reduce((total, i) => total + weights[i]!.weight, 0);
      const expected = members.some((i) => eligible[i]!.answered) ? members.length : 0;
      assert.ok(Math.abs(sum - expected) < 1e-9, `${source}: ${sum} of ${expected}`);
    }
  }));
});
