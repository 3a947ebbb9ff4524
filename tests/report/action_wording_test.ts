import assert from "node:assert/strict";
import type { Theme } from "../../lib/contracts/demand.ts";
import { actionSummary } from "../../lib/report/action_summary.ts";
import { actionOf, type MadeUpAction, type MadeUpFigure, shop } from "./made_up_reading.ts";

function worded(made: MadeUpAction, changed = {}): { title: string; recommendation: string; told: string[] } {
  const { title, recommendation, facts } = actionSummary(shop, actionOf(made, changed), 0, 30);
  return { title, recommendation, told: facts.told.map(({ shown }) => shown) };
}

const whole = (figures: Readonly<Record<string, MadeUpFigure>>): MadeUpAction => ({
  column: null,
  parent: null,
  figures,
});

const CASES: readonly (readonly [theme: Theme, made: MadeUpAction, title: string, told: readonly string[]])[] = [
  ["join_keys_orphans", {}, "5.1% of orders point at no valid buyer", ["5.1%", "1,234"]],
  [
    "freshness_ingest_lag",
    whole({ lag_p95_min: [141.2, "min", 90], late_pct: [13.94, "%", null] }),
    "13.9% of orders take more than 90 min to arrive",
    ["13.9%", "90 min"],
  ],
  [
    "duplicates_dedup",
    whole({ dup_key_pct: [0.684, "%", 0.2], extra_rows: [185, "rows", null] }),
    "0.68% of orders are stored more than once",
    ["0.68%", "185"],
  ],
  [
    "revenue_coverage_mapping",
    { parent: null, figures: { key_null_pct: [2.06, "%", 1], key_null_rows: [541, "rows", null] } },
    "2.1% of orders name no buyer, and their money cannot be assigned",
    ["2.1%", "541"],
  ],
  [
    "revenue_coverage_mapping",
    { column: "paid_at", parent: null, figures: { rows: [312, "rows", null], rows_pct: [3.61, "%", null] } },
    "312 orders unpaid at the end of the window (3.6% of all)",
    ["312", "3.6%"],
  ],
  [
    "attribution_funnel_gaps",
    { column: "category_id", parent: null, figures: { rows: [77, "rows", null], rows_pct: [1.02, "%", null] } },
    "77 orders without a category (1% of all)",
    ["77", "1%"],
  ],
  ["metric_definition_mismatch", whole({}), "Net revenue differs by up to $12.3k with the definition used", ["$12.3k"]],
  ["access_permissions_pii", whole({}), "Open requests about access and privacy: 29, above all about orders", ["29"]],
  ["new_field_schema_request", whole({}), "Open requests for new fields: 29, above all on orders", ["29"]],
];

Deno.test("actionSummary() titles state the finding of each theme with its figures", () => {
  for (const [theme, made, title, told] of CASES) {
    const words = worded({ theme, ...made });
    assert.equal(words.title, title);
    assert.deepEqual(words.told, told);
  }
});

Deno.test("actionSummary() recommendations say where, and tell no figure that is not held", () => {
  for (const [theme, made] of CASES) {
    const { recommendation, told } = worded({ theme, ...made });
    assert.match(recommendation, /`fact_order`/);
    assert.match(recommendation, /^[A-Z][^.]*\.$/, "one sentence");
    for (const [numeral] of recommendation.matchAll(/\d[\d,.]*/g)) {
      assert.ok(told.some((shown) => shown.includes(numeral)));
    }
  }
});

Deno.test("actionSummary() recommendations name the keys of the declared table", () => {
  assert.match(worded({ theme: "duplicates_dedup", ...whole({}) }).recommendation, /by `shop_id` and `order_no`/);
});

Deno.test("actionSummary() titles stand without figures", () => {
  const unmeasured = { figures: { orphan_pct: [null, "%", 2] } } as const;
  assert.equal(worded(unmeasured).title, "Some orders point at no valid buyer");
  const demand = { ...actionOf().demand, unmet: 0 };
  assert.equal(
    worded({ theme: "access_permissions_pii", ...whole({}) }, { demand }).title,
    "People ask for access to data, above all about orders",
  );
});

Deno.test("actionSummary() says what an action lacks", () => {
  const caveats = (changed: object): string[] => actionSummary(shop, actionOf({}, changed), 0, 30).caveats;
  const none = { low: 0, mid: 0, high: 0, measurable: false, basis: "" };
  assert.deepEqual(caveats({}), []);
  assert.deepEqual(caveats({ health_backed: false }), [], "money stands behind it");
  assert.match(
    caveats({ health_backed: false, revenue_at_risk_cents: none })[0]!,
    /^Nothing measurable stands behind it/,
  );
  assert.match(caveats({ stability: { resamples: 500, kept: 0.59, settled: false } })[0]!, /^Unsettled/);
  const unasked = { ...actionOf().demand, share: 0, items: { slack: 0, email: 0, nlq: 0 } };
  assert.match(caveats({ demand: unasked })[0]!, /^Nobody asked for it/);
});
