import assert from "node:assert/strict";
import { breachesOf, coverageTable, spendTable } from "../../commands/budget_tables.ts";
import { usd } from "../../lib/core/quantity.ts";
import type { Budget, Spend } from "../../lib/contracts/budget.ts";
import { sourceCoverage } from "../../lib/triage/coverage.ts";
import { item } from "../triage/made_up.ts";

const OUTCOMES = { ok: 3, parse_error: 1, truncated: 0, refused: 0, filtered: 0, rejected: 0, network: 2, budget: 0 };

const SPEND: Spend = {
  purpose: "classification",
  provider: "openai",
  model: "gpt-4o-mini",
  answered_by: ["gpt-4o-mini"],
  cap_usd: 1,
  estimate_usd: { p50: 0.1, p95: 0.2, ceiling: 1 },
  reserved_usd: 0.001,
  actual_usd: 0.0123,
  ledger_usd: 0.0133,
  tokens: { input: 0, cached: 0, output: 0 },
  requests: 6,
  cache_hits: 1,
  retries: 0,
  repairs: 0,
  outcomes: OUTCOMES,
  stopped: null,
};

const coverage = sourceCoverage(
  [{ item: item([]), status: "ok" }, { item: item([]), status: "network" }],
  0.6,
  new Map(),
);

const BUDGET: Budget = {
  schema_version: "1.0",
  archetype: "toy",
  run_id: "0a",
  safety_margin: 0.25,
  spend: [SPEND],
  coverage,
  buckets: [],
  notes: [],
};

Deno.test("spendTable() and coverageTable() say what was paid for what, charged reservations with it", () => {
  const free = { ...SPEND, provider: "local", model: "dnr-embedded-1" };
  assert.deepEqual(spendTable([SPEND, free]).map((line) => line.replace(/ +/g, " ")), [
    "purpose model answers failed from cache cost cap",
    "classification openai gpt-4o-mini 3 3 1 $0.0133 $1.00",
    "classification local dnr-embedded-1 3 3 1 free $1.00",
  ]);
  assert.match(coverageTable(coverage)[1]!, /^slack +2 +2 +2 +1 +50%$/);
  assert.deepEqual([0, 0.004, 0.5].map(usd), ["$0.00", "$0.0040", "$0.50"]);
});

Deno.test("breachesOf() are missed floors and what the budget ended early", () => {
  assert.deepEqual(breachesOf(BUDGET), ["slack is below its floor"]);
  const stopped = { ...SPEND, stopped: "the cap does not reach" };
  assert.deepEqual(breachesOf({ ...BUDGET, coverage: [], spend: [stopped] }), [
    "classification: the cap does not reach",
  ]);
  assert.deepEqual(breachesOf({ ...BUDGET, coverage: [] }), []);
});
