import assert from "node:assert/strict";
import type { ExecSummary } from "../../lib/contracts/summary.ts";
import { execSummary } from "../../lib/report/exec_summary.ts";
import { execSummaryHtml } from "../../lib/report/exec_summary_html.ts";
import { execSummaryPage } from "../../lib/report/exec_summary_page.ts";
import { assertHolds, factsIn } from "./facts.ts";
import {
  actionOf,
  coverageOf,
  hiddenOf,
  type MadeUpReading,
  readingOf,
  shop,
  SHOP_HEALTH,
  spendOf,
} from "./made_up_reading.ts";
import { assertNumeralsHeld, htmlText, markdownText } from "./numerals.ts";

/** The texts of both pages, their numerals held against the summary. */
function pagesOf(summary: ExecSummary): string[] {
  for (const fact of factsIn(summary)) assertHolds(fact, summary, SHOP_HEALTH);
  const texts = [markdownText(execSummaryPage(summary)), htmlText(execSummaryHtml(summary, new Map()))];
  for (const text of texts) assertNumeralsHeld(text, summary);
  return texts.map((text) => text.replace(/\s+/g, " "));
}

/** Fails unless both pages of a reading say each of the sentences. */
function assertSays(made: MadeUpReading, ...sentences: readonly string[]): ExecSummary {
  const summary = execSummary(shop, "0a1b", SHOP_HEALTH, [], readingOf(made));
  for (const text of pagesOf(summary)) {
    for (const sentence of sentences) assert.ok(text.includes(sentence), `"${sentence}" is not told in: ${text}`);
  }
  return summary;
}

const read = coverageOf("slack");

Deno.test("a report says which source was read in part", () => {
  const cut = coverageOf("email", { partial: true, statuses: { ...read.statuses, network: 10, stopped: 141 } });
  assertSays(
    { budget: { coverage: [read, cut, coverageOf("nlq")], notes: ["source email was stopped"] } },
    "E-mails were read in part: 10 requests had no answer, and 141 items were then not asked about any more.",
    "read in part",
  );
});

Deno.test("a report says which source is below its floor", () => {
  const thin = coverageOf("nlq", { of_eligible: 0.113, floor_met: false });
  assertSays(
    { budget: { coverage: [read, thin] } },
    "Data questions were read too thinly: 11.3% of those worth reading were answered, wanted at least 20%",
    "too little",
  );
});

Deno.test("a report says that the money ended, and what was not read", () => {
  const unread = coverageOf("slack", { statuses: { ...read.statuses, budget: 1_204 } });
  const spend = spendOf("classification", { stopped: "the cap of $1 does not reach for another request" });
  assertSays(
    { budget: { coverage: [unread], spend: [spend] } },
    "Reading for themes ended when its money did (cap $1.00); not read: 1,204 Slack threads.",
  );
});

Deno.test("a report says that nobody asks", () => {
  assertSays({ needs: 0 }, "Nobody was found to ask for data in this window");
});

Deno.test("a report without actions says why, and how the data fares", () => {
  const shortage = "No gap qualifies as an action; of the others 2 are not sure enough (confidence below 0.55).";
  const { headline } = assertSays({ decision: { actions: [], shortage } }, shortage);
  assert.match(headline, /^No data gap qualifies as an action\. 18 of 18 data-quality checks miss/);
});

Deno.test("a report of one or two actions says what the others lack", () => {
  const shortage =
    "Only two gaps qualify as an action; of the others 3 are asked for, but nothing measured is wrong there.";
  for (const actions of [[actionOf()], [actionOf(), actionOf({}, { rank: 2 })]]) {
    const { actions: told } = assertSays({ decision: { actions, shortage } }, shortage);
    assert.equal(told.length, actions.length);
  }
});

Deno.test("a report of a company without revenue says so", () => {
  const decision = { median_month_cents: null, window_revenue_cents: null };
  assert.equal(assertSays({ decision }, "No revenue is known to set money at risk against").revenue, null);
});

Deno.test("a report that read nothing says so, and ranks nothing", () => {
  const summary = execSummary(shop, "0a1b", SHOP_HEALTH, []);
  for (const text of pagesOf(summary)) {
    assert.match(text, /What to fix first Themes skipped|What to fix first.*Themes skipped/);
  }
  assert.deepEqual([summary.actions, summary.coverage, summary.provider], [[], [], null]);
});

Deno.test("a report says which actions are unsettled, and which rest on demand alone", () => {
  assertSays(
    {},
    "Unsettled: other messages",
    "Nothing measurable stands behind it",
    "Nothing can be summed: it is not in the rows.",
  );
});

Deno.test("a report tells what definitions of a figure come to in dollars", () => {
  const figures = { definition_1: [1_234_500, "cents", null], definition_2: [1_110_000, "cents", null] } as const;
  const theme = "metric_definition_mismatch";
  const action = actionOf({ theme, column: null, parent: null, figures });
  assertSays(
    { decision: { actions: [action] } },
    "definition_1 of fact_order: $12.3k",
    "definition_2 of fact_order: $11.1k",
  );
});

Deno.test("a report says of an action that nobody asks for it", () => {
  const items = { slack: 0, email: 0, nlq: 0 };
  const action = actionOf({}, { demand: { share: 0, low: 0, high: 0, items, met: 0, unmet: 0 } });
  assertSays({ decision: { actions: [action] } }, "nobody in this window.");
});

Deno.test("a report of a company without key figures and guardrails leaves their parts out", () => {
  const bare = { ...shop, kpis: [], guardrails: [] };
  const { opening_hours: _, ...health } = SHOP_HEALTH as Record<string, unknown>;
  const summary = execSummary(bare, "0a1b", { ...health, kpis: [] } as never, [], readingOf());
  assert.deepEqual([summary.kpis, summary.data_health.guardrails], [[], []]);
  for (const text of pagesOf(summary)) assert.doesNotMatch(text, /Key figures|[Gg]uardrail/);
});

Deno.test("a report names the embedded model as such", () => {
  const reading = readingOf();
  const themes = { ...reading.themes, provider: "local", model: "dnr-embedded-1" };
  const summary = execSummary(shop, "0a1b", SHOP_HEALTH, [], { ...reading, themes });
  for (const text of pagesOf(summary)) assert.match(text, /labelled by the embedded model dnr-embedded-1/);
});

Deno.test("a report lists the first hidden gaps, and where the others stand", () => {
  const hidden_actions = Array.from({ length: 7 }, (_, i) => hiddenOf({ score: 0.08 - i / 100 }));
  const [page] = pagesOf(execSummary(shop, "0a1b", SHOP_HEALTH, [], readingOf({ decision: { hidden_actions } })));
  assert.equal(page!.match(/its confidence is 0\.43/g)?.length, 5);
  assert.ok(page!.includes("The others stand in exec_summary.json."));
});
