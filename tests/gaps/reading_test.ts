import assert from "node:assert/strict";
import fc from "fast-check";
import { GapClass } from "../../lib/contracts/pack.ts";
import { catalogOf } from "../../lib/gaps/catalog.ts";
import { catalogGrain, factOdds } from "../../lib/gaps/facts.ts";
import { intentOf } from "../../lib/gaps/intent.ts";
import { itemsOf } from "../../lib/gaps/items.ts";
import { missingThings } from "../../lib/gaps/missing_phrase.ts";
import { pooledProbabilities } from "../../lib/gaps/pool.ts";
import { frequencyOf, severityOf, staleness } from "../../lib/gaps/severity.ts";
import { CONTENT, DATASETS, FRESHNESS } from "./toy_pack.ts";

const catalog = catalogOf(DATASETS, FRESHNESS);

for (
  const [text, dataset, column] of [
    ["is rental.station_fill complete?", "rental.station_fill", null],
    ["the station fill of yesterday", "rental.station_fill", null],
    ["the rides table is wrong", "rental.rides", null],
    ["utilization is disputed", "rental.rides", null],
    ["values of `price_cents` are negative", "rental.rides", "price_cents"],
  ] as const
) {
  Deno.test(`catalogOf().match() finds ${dataset} in "${text}"`, () => {
    const { datasets, columns } = catalog.match(text);
    assert.equal(datasets[0]!.id, dataset);
    assert.equal(columns.find((mention) => mention.dataset === dataset)?.column ?? null, column);
  });
}

Deno.test("catalogOf().match() never names what the catalog does not have, whatever the text", () => {
  const ids = new Set(DATASETS.map(({ id }) => id));
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => {
    const { datasets, columns } = catalog.match(text);
    assert.ok([...datasets.map(({ id }) => id), ...columns.map(({ dataset }) => dataset)].every((id) => ids.has(id)));
    intentOf(text);
    missingThings(text, "column");
  }));
});

Deno.test("intentOf() reads figure, cut, grain and time off the wording", () => {
  const { metric, dimensions, grain, time_range } = intentOf("number of rides by station per week since March 2026");
  assert.deepEqual([metric, dimensions, grain, time_range], [
    "number of rides",
    ["station"],
    "week",
    "since march 2026",
  ]);
});

Deno.test("itemsOf() makes one item of a thread, its first message first, whatever order the lines have", () => {
  const items = itemsOf(CONTENT);
  assert.deepEqual(itemsOf({ ...CONTENT, slack: CONTENT.slack.toReversed() }), items);
  const thread = items.find(({ id }) => id === "s1")!;
  assert.deepEqual([thread.records, thread.userId], [["s1", "s2"], "u5"]);
});

for (
  const [grain, wanted] of [["store and day", "day"], ["ride", null], ["monthly snapshot", "month"], [
    "hour",
    "hour",
  ]] as const
) {
  Deno.test(`catalogGrain() of "${grain}" is ${wanted}`, () => assert.equal(catalogGrain(grain), wanted));
}

Deno.test("factOdds() of no fact is 0 for every class", () => {
  for (const gap of GapClass.options) assert.equal(factOdds([], gap), 0);
  assert.ok(factOdds(["current"], "stale_data") < 0);
});

Deno.test("severityOf() is a share, worst for tier 1 data that does not exist or never comes", () => {
  const [rides, , riders] = DATASETS;
  assert.equal(severityOf("none", rides!, FRESHNESS[0]!), 0);
  assert.equal(severityOf("stale_data", rides!, { ...FRESHNESS[0]!, lag_min: 10 * 1440 }), 1);
  assert.equal(severityOf("access", riders!, null), 0.4);
  assert.equal(severityOf("missing_dataset", null, null), 0.75);
  assert.equal(staleness({ expected_cadence: "hourly", lag_min: 0 }), 0);
  assert.equal(frequencyOf(0, 0), 0);
});

Deno.test("pooledProbabilities() does not depend on the order of the items, and leaves a lone item alone", () => {
  const vector = Float32Array.of(1, 0);
  const even = [1, 1];
  const items = [[2, 0], [0, 0.1], [0, 1.5], [0.3, 0]].map((logs) => ({ subject: "a", vector, logs }));
  const forward = pooledProbabilities(items, even);
  const backward = pooledProbabilities(items.toReversed(), even).toReversed();
  forward.flat().forEach((value, i) => assert.ok(Math.abs(value - backward.flat()[i]!) < 1e-9));
  const [lone] = pooledProbabilities([{ subject: "b", vector, logs: [Math.log(3), 0] }], even);
  assert.deepEqual(lone!.map((value) => value.toFixed(6)), ["0.750000", "0.250000"]);
});
