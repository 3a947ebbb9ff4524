import assert from "node:assert/strict";
import type { HealthReport } from "../../lib/contracts/health.ts";
import { ExecSummary } from "../../lib/contracts/summary.ts";
import { execSummary } from "../../lib/report/exec_summary.ts";
import { execSummaryPage } from "../../lib/report/exec_summary_page.ts";
import { type MadeUp, madeUpFindings } from "../charts/made_up_findings.ts";
import { assertHolds, factsIn } from "./facts.ts";
import { openingHours, toy } from "./toy_archetype.ts";

const TABLES = ["fact_order", "fact_order_item", "fact_payment"];
const TYPICAL: MadeUp = { days: 546, tables: TABLES, badness: 1 };

function reportOf(
  made: MadeUp,
  blocks: Readonly<Record<string, unknown>> = { opening_hours: openingHours },
): HealthReport {
  return { ...madeUpFindings(made).report, ...blocks };
}

Deno.test("execSummary() holds no number that is not at its place in the health report", () => {
  const report = reportOf(TYPICAL);
  const facts = factsIn(execSummary(toy, "0a1b", report, []));
  assert.ok(facts.length > 40);
  for (const fact of facts) assertHolds(fact, report);
});

Deno.test("execSummaryPage() writes no number that the summary does not show", () => {
  const summary = execSummary(toy, "0a1b", reportOf(TYPICAL), []);
  const shown = new Set(factsIn(summary).map((fact) => fact.shown));
  // Names of columns and days are no figures; the wording itself speaks of 95% of the rows.
  const words = execSummaryPage(summary)
    .replace(/`[^`]*`/g, "")
    .replace(/(\d+( [A-Z][a-z]{2}( \d{4})?)? ?– ?)?\d+ [A-Z][a-z]{2} \d{4}/g, "")
    .replace(/95% of|95th/g, "");
  const numerals = words.match(/[-−+±$<]*\d[\d.,]*[%kMB]?( min| h| days)?/g) ?? [];
  assert.ok(numerals.length > 20);
  for (const numeral of numerals) {
    const told = [...shown].some((text) => text.includes(numeral.replace(/[.,]$/, "")));
    assert.ok(told, `"${numeral}" is told and not held`);
  }
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
