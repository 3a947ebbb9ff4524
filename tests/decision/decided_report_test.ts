/** A whole report over hand-written rows and hand-made words: what it decides equals what was worked out by hand. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { ExecSummary, type SummaryAction } from "../../lib/contracts/summary.ts";
import { type BankWorld, bankWorld, REPORT, reportedBank, type Said, said } from "./adopted_bank.ts";

async function summaryOf({ root }: BankWorld): Promise<ExecSummary> {
  return ExecSummary.parse(JSON.parse(await Deno.readTextFile(join(root, "report/exec_summary.json"))));
}

async function decided(items: readonly Said[]): Promise<{ summary: ExecSummary; page: string }> {
  await using world = await bankWorld(items);
  const { code, stderr } = await world.dnr(REPORT);
  assert.equal(code, 0, stderr);
  return { summary: await summaryOf(world), page: await Deno.readTextFile(join(world.root, "report/exec_summary.md")) };
}

const near = (found: number, wanted: number, what: string): void =>
  assert.ok(Math.abs(found - wanted) < 1e-6, `${what}: ${found}, wanted ${wanted}`);

Deno.test("dnr run-report ranks what was worked out by hand", async (t) => {
  await using world = await reportedBank();
  const summary = await summaryOf(world);
  const [joins, freshness, duplicates] = summary.actions as [SummaryAction, SummaryAction, SummaryAction];
  const evidence = ({ evidence }: SummaryAction): Record<string, number | null> =>
    Object.fromEntries(evidence.map(({ id, value }) => [id.split("/")[1], value]));

  await t.step("the first three are of three themes, by their scores", () => {
    assert.deepEqual(summary.actions.map(({ rank, id }) => [rank, id]), [
      [1, "join_keys_orphans:fact_subscription_invoice.customer_id"],
      [2, "freshness_ingest_lag:fact_card_transaction"],
      [3, "duplicates_dedup:fact_card_transaction"],
    ]);
    assert.equal(summary.shortage, null);
  });

  await t.step("evidence: one invoice of four, one late payment of nine, one copy of nine", () => {
    assert.deepEqual(evidence(joins), {
      money_low: 0, // its customer is there, though younger
      money_mid: 999,
      money_high: 999,
      orphan_pct: 25,
      orphan_rows: 1,
      key_null_pct: 0,
    });
    assert.deepEqual(evidence(freshness), {
      money_low: 0, // the late payment was declined
      money_mid: 0,
      money_high: 0,
      lag_p95_min: 176, // as in tests/adopted
      late_rows: 1,
      late_pct: 11.111111,
    });
    assert.deepEqual(evidence(duplicates), {
      money_low: 45, // 3000 cents at 150 basis points
      money_mid: 45,
      money_high: 90,
      dup_key_pct: 11.111111,
      extra_rows: 1,
    });
  });

  // Ten threads, five e-mails and ten queries: 3 to 1 to 5. E-mail is lifted to 0.15; 0.85 × 3/8 and × 5/8, of four digits.
  const weights = { slack: 0.3188, email: 0.15, nlq: 0.5313 };
  const shareOf = (slack: number, email: number, nlq: number): number =>
    (weights.slack * slack / 10 + weights.email * email / 5 + weights.nlq * nlq / 10) / 1.0001;

  await t.step("demand: items by source, and the share that they make", () => {
    for (
      const [action, slack, email, nlq] of [[freshness, 4, 2, 5], [joins, 2, 1, 3], [duplicates, 2, 2, 2]] as const
    ) {
      assert.deepEqual(action.demand.items, { slack, email, nlq });
      near(action.demand.share, shareOf(slack, email, nlq), action.id);
    }
  });

  await t.step("money: June alone is a whole month of revenue, 525 of interchange and three paid invoices", () => {
    assert.deepEqual([summary.revenue!.window_cents, summary.revenue!.median_month_cents], [3522, 3522]);
    near(joins.score.revenue_impact, 999 * 30.4375 / 30 / 3522, "impact of 999 cents");
    near(duplicates.score.revenue_impact, 45 * 30.4375 / 30 / 3522, "impact of 45 cents");
    assert.deepEqual(joins.revenue_at_risk_month_cents, { low: 0, mid: 1014, high: 1014 });
  });

  await t.step("severity: how far over the target, by the table's share of the revenue", () => {
    near(joins.score.health_severity, 1, "25 % against 2 %; invoices bill more than all that came in");
    near(freshness.score.health_severity, (176 / 90 - 1) / 4 * 525 / 3522, "176 min against 90");
    near(duplicates.score.health_severity, 525 / 3522, "11.1 % against 0.2 %");
  });

  await t.step("score: the parts by their weights, and e to the age of the peak", () => {
    const aged = (action: SummaryAction, days: number): void => {
      const { revenue_impact: r, demand: d, health_severity: s, decay, total } = action.score;
      near(decay, Math.exp(-days / 60), `decay of ${action.id}`);
      near(total, (0.6 * r + 0.25 * d + 0.15 * s) * decay, action.id);
    };
    aged(joins, 0);
    aged(freshness, 0);
    // All of its six stand on 3 and 8 June; no other theme's stand so close together. The seven days end on the 9th.
    assert.equal(duplicates.score.peak_ds, "2026-06-09");
    aged(duplicates, 21);
  });

  await t.step("confidence: names, coverage and agreement of the sources", () => {
    for (
      const [action, entity, agreement] of [[joins, 0, 2 / 3], [freshness, 0.8, 0.8], [duplicates, 0.8, 0.5]] as const
    ) {
      const { confidence } = action;
      near(confidence.entity, entity, `entity of ${action.id}`);
      near(confidence.agreement, agreement, `agreement of ${action.id}`);
      assert.equal(confidence.coverage, 1);
      near(confidence.total, 0.45 * confidence.class! + 0.25 * entity + 0.2 + 0.1 * agreement, action.id);
    }
  });

  await t.step("the others are hidden, each for its reason", () => {
    const hidden = new Map(summary.hidden_actions.map(({ id, reason }) => [id, reason]));
    assert.equal(hidden.get("join_keys_orphans:fact_card_transaction.card_id"), "theme_taken");
    // 999 unpaid cents of which nobody speaks: the second highest score, and a confidence of 0.2 for coverage alone.
    assert.equal(hidden.get("revenue_coverage_mapping:fact_subscription_invoice.paid_at"), "low_confidence");
    assert.equal(hidden.get("metric_definition_mismatch:fact_card_transaction"), "lower_rank");
  });
});

const PAYMENTS = "fact_card_transaction";

Deno.test("dnr run-report shows one action where one qualifies, and says what the others lack", async () => {
  const { summary, page } = await decided([
    ...said("slack", "freshness_ingest_lag", PAYMENTS, 3),
    ...said("nlq", "freshness_ingest_lag", PAYMENTS, 3),
  ]);
  assert.deepEqual(summary.actions.map(({ id }) => id), ["freshness_ingest_lag:fact_card_transaction"]);
  assert.match(
    summary.shortage!,
    /^One gap alone qualifies as an action; of the others \d+ are not sure enough \(confidence below 0\.55\)/,
  );
  assert.ok(page.includes(summary.shortage!));
  assert.ok(summary.hidden_actions.some(({ reason }) => reason === "low_confidence"));
});

Deno.test("dnr run-report of people who need nothing ranks nothing, and says so", async () => {
  const { summary, page } = await decided([...said("slack", null, PAYMENTS, 4), ...said("email", null, PAYMENTS, 4)]);
  assert.deepEqual(summary.actions, []);
  assert.match(summary.headline, /^No data gap qualifies as an action/);
  assert.match(summary.limits.join("\n"), /Nobody was found to ask for data in this window/);
  assert.match(summary.shortage!, /^No gap qualifies/);
  for (const text of [summary.limits[0]!, summary.shortage!]) assert.ok(page.includes(text), text);
});
