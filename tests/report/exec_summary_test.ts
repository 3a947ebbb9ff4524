import assert from "node:assert/strict";
import type { HealthReport } from "../../lib/contracts/health.ts";
import { ExecSummary } from "../../lib/contracts/summary.ts";
import { execSummary } from "../../lib/report/exec_summary.ts";
import { execSummaryHtml } from "../../lib/report/exec_summary_html.ts";
import { execSummaryPage } from "../../lib/report/exec_summary_page.ts";
import { type MadeUp, madeUpFindings } from "../charts/made_up_findings.ts";
import { assertHolds, assertShows, factsIn } from "./facts.ts";
import { readingOf, shop, SHOP_HEALTH } from "./made_up_reading.ts";
import { assertNumeralsHeld, htmlText, markdownText } from "./numerals.ts";
import { openingHours, toy } from "./toy_archetype.ts";

const TABLES = ["fact_order", "fact_order_item", "fact_payment"];
const TYPICAL: MadeUp = { days: 546, tables: TABLES, badness: 1 };

function reportOf(
  made: MadeUp,
  blocks: Readonly<Record<string, unknown>> = { opening_hours: openingHours },
): HealthReport {
  return { ...madeUpFindings(made).report, ...blocks };
}

const FULL = execSummary(shop, "0a1b", SHOP_HEALTH, [], readingOf());
const HEALTH_ALONE = execSummary(toy, "0a1b", reportOf(TYPICAL), []);

Deno.test("execSummary() holds no number that is not at its place", () => {
  for (const [summary, least] of [[FULL, 130], [HEALTH_ALONE, 40]] as const) {
    const facts = factsIn(summary);
    assert.ok(facts.length > least, String(facts.length));
    for (const fact of facts) assertHolds(fact, summary, SHOP_HEALTH);
  }
});

Deno.test("execSummary() shows each number as it is, rounded", () => {
  for (const fact of factsIn(FULL)) assertShows(fact);
});

Deno.test("execSummary() fits its contract", () => {
  for (const summary of [FULL, HEALTH_ALONE]) assert.deepEqual(ExecSummary.parse(summary), summary);
});

Deno.test("execSummaryPage() and execSummaryHtml() write no number that the summary does not show", () => {
  for (const [summary, least] of [[FULL, 90], [HEALTH_ALONE, 20]] as const) {
    assert.ok(assertNumeralsHeld(markdownText(execSummaryPage(summary)), summary) > least);
    assert.ok(assertNumeralsHeld(htmlText(execSummaryHtml(summary, new Map())), summary) > least);
  }
  assert.throws(() => assertNumeralsHeld("as many as 4,711 rows", FULL), /"4,711" is told and not held/);
});

Deno.test("execSummary() leads with the first action and its money", () => {
  assert.equal(
    FULL.headline,
    "Fix first: 5.1% of orders point at no valid buyer. Revenue at risk: $3,044 a month.",
  );
});

Deno.test("execSummary() scales money at risk to a month", () => {
  // 300,044 cents in 30 days × 30.4375 / 30.
  assert.equal(FULL.actions[0]!.revenue_at_risk_month_cents!.mid, 304_420);
  assert.equal(FULL.actions[0]!.facts.money!.of_month.shown, "4.9%");
  assert.equal(FULL.actions[2]!.revenue_at_risk_month_cents, null);
});

Deno.test("execSummary() names what is furthest from its target first", () => {
  const summary = execSummary(toy, "0a1b", reportOf(TYPICAL), []);
  assert.equal(summary.data_health.worst_offenders.length, 5);
  assert.equal(
    summary.headline,
    "18 of 18 data-quality checks miss their target. Furthest off: 0.9% of `fact_payment` rows repeat an earlier one (target: at most 0.2%).",
  );
  assert.deepEqual(summary.data_health.worst_offenders.map(({ metric }) => metric).slice(0, 4), [
    "dup_key_pct",
    "dup_key_pct",
    "orphan_pct",
    "orphan_pct",
  ]);
});

Deno.test("execSummary() says so when all is well, and when nothing was measured", () => {
  const clean = execSummary(toy, "0a1b", reportOf({ ...TYPICAL, badness: 0 }, {}), []);
  assert.equal(clean.headline, "All 18 data-quality checks meet their target.");
  assert.deepEqual(clean.data_health.worst_offenders, []);
  assert.deepEqual(clean.data_health.guardrails, []);
  const empty = execSummary(toy, "0a1b", reportOf({ ...TYPICAL, tables: [] }, {}), []);
  assert.match(empty.headline, /^Nothing could be checked/);
  assert.ok(empty.data_health.families.every(({ worst }) => worst === null));
  for (const summary of [clean, empty]) assert.deepEqual(ExecSummary.parse(summary), summary);
});

Deno.test("execSummary() takes each guardrail's block by its declaration", () => {
  const [guardrail] = execSummary(toy, "0a1b", reportOf(TYPICAL), []).data_health.guardrails;
  assert.deepEqual(
    guardrail!.checks.map(({ title, kind, value, limit, passed }) => [title, kind, value.shown, limit.shown, passed]),
    [
      ["Hours that the shop is open", "min", "40%", "50%", false],
      ["95th percentile visit lag", "max", "not measured", "10 h", null],
    ],
  );
});

Deno.test("execSummaryPage() has the parts that an executive looks for, and no live markup from names", () => {
  const figures = [{ id: "f", title: "T", alt: "An <alt>", png: "figures/f.png", svg: "figures/f.svg" }];
  const page = execSummaryPage(execSummary(toy, "0a1b", reportOf(TYPICAL), figures));
  for (
    const part of ["## Key figures", "## Data Health", "**Failing guardrails**: Opening Hours.", "### Opening Hours"]
  ) {
    assert.ok(page.includes(part), part);
  }
  assert.match(page, /^Themes skipped: /m);
  assert.match(page, /\| Merchandise value \| \$1\.23M \| \$1\.2M \| \+2\.9% \|/);
  assert.match(page, /Nothing was written to `fact_order` for 22 h from 11 May 2026\./);
  assert.match(page, /!\[An &lt;alt&gt;\]\(figures\/f\.png\)/);
  assert.doesNotMatch(page, /<[a-z]/i);
});
