import assert from "node:assert/strict";
import type { Status } from "../../lib/contracts/predictions.ts";
import { bucketCoverage, sourceCoverage } from "../../lib/triage/coverage.ts";
import { item } from "./made_up.ts";

const outcome = (status: Status, ds = "2026-06-01") => ({ item: item([], { ds }), status });

Deno.test("sourceCoverage() keeps coverage of the eligible and of the sent apart", () => {
  const outcomes = [
    outcome("ok"),
    outcome("parse_error"),
    outcome("not_sampled"),
    outcome("budget"),
    outcome("prefiltered"),
  ];
  const [slack, email] = sourceCoverage(outcomes, 0.2, new Set());
  assert.deepEqual([slack!.items, slack!.eligible, slack!.sent, slack!.answered], [5, 4, 2, 1]);
  assert.deepEqual([slack!.of_eligible, slack!.of_sent, slack!.floor_met, slack!.partial], [0.25, 0.5, true, false]);
  assert.deepEqual([email!.of_eligible, email!.of_sent, email!.floor_met], [null, null, null]);
  assert.equal(sourceCoverage(outcomes, 0.3, new Set())[0]!.floor_met, false);
  assert.equal(sourceCoverage(outcomes, 0.3, new Set(["slack"]))[0]!.partial, true);
});

Deno.test("bucketCoverage() lists the days and buckets that have eligible items", () => {
  const outcomes = [outcome("ok", "2026-06-02"), outcome("not_sampled"), outcome("prefiltered", "2026-06-03")];
  assert.deepEqual(bucketCoverage(outcomes).map(({ ds, eligible, sent, answered }) => [ds, eligible, sent, answered]), [
    ["2026-06-01", 1, 0, 0],
    ["2026-06-02", 1, 1, 1],
  ]);
});
