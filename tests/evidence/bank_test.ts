/** Money behind every gap of a bank of some rows, against what was counted by hand. */
import assert from "node:assert/strict";
import { archetypeById } from "../../lib/archetypes/mod.ts";
import { candidates } from "../../lib/evidence/candidates.ts";
import { inBank, inTables, money, SLOS } from "./worlds.ts";

const neobank = archetypeById("neobank");
const all = candidates(neobank, SLOS);

/**
 * Interchange of June is 150 basis points: 30 45 (and its copy 45) 60 75 90 105 120 cents of the payments 2 4 5 6 7 8 9;
 * payment 10 was declined. Card 1 brought 30, card 2 45, card 3 225, card 4 (account 6, customer 5) 90.
 */
const MONEY: Readonly<Record<string, readonly [low: number, mid: number, high: number]>> = {
  // Payment 6 names no card; 7 came before its card; 5 has none.
  "join_keys_orphans:fact_card_transaction.card_id": [75, 165, 225],
  // Payment 9 names no merchant; merchants have no time; 8 has none.
  "join_keys_orphans:fact_card_transaction.merchant_id": [120, 120, 225],
  "join_keys_orphans:fact_subscription_invoice.customer_id": [0, 999, 999],
  "join_keys_orphans:fact_subscription_invoice.plan_id": [999, 999, 999],
  // Account 6 is older than its customer: what its card brought. Accounts 4 and 5 brought nothing.
  "join_keys_orphans:dim_account.customer_id": [0, 90, 90],
  "join_keys_orphans:dim_card.account_id": [0, 0, 0],
  // Later than 90 minutes: payment 10 alone, which earned nothing. On its day every row is late.
  "freshness_ingest_lag:fact_card_transaction": [0, 0, 0],
  "freshness_ingest_lag:fact_subscription_invoice": [0, 0, 0],
  "duplicates_dedup:fact_card_transaction": [45, 45, 90],
  "duplicates_dedup:fact_subscription_invoice": [0, 0, 0],
  "revenue_coverage_mapping:fact_card_transaction.card_id": [60, 60, 135],
  "revenue_coverage_mapping:fact_card_transaction.merchant_id": [105, 105, 225],
  "revenue_coverage_mapping:fact_subscription_invoice.customer_id": [0, 0, 0],
  "revenue_coverage_mapping:fact_subscription_invoice.plan_id": [0, 0, 999],
  // Invoice 3 was never paid; invoice 2 after four days.
  "revenue_coverage_mapping:fact_subscription_invoice.paid_at": [999, 999, 1998],
  "attribution_funnel_gaps:fact_card_transaction.merchant_id": [105, 225, 225],
  // 525 captured, 570 with the copy, 660 with the declined 135, 530 by UTC day (with payment 3 of 31 May), 525 by the day of
  // the load. Of the ten differences 0 5 5 40 45 45 90 130 135 135 the fifth is the lower median.
  "metric_definition_mismatch:fact_card_transaction": [0, 45, 135],
  // 2997 paid, the same with copies, by day of payment and by UTC day; 3996 billed.
  "metric_definition_mismatch:fact_subscription_invoice": [0, 0, 999],
};

Deno.test("risks() sums the money that was counted by hand behind each gap", async () => {
  await inBank("", async (session) => {
    assert.deepEqual(await money(session, neobank), MONEY);
    const risks = await session.risks(all);
    assert.deepEqual(
      risks.get("access_permissions_pii:dim_customer"),
      {
        low: 0,
        mid: 0,
        high: 0,
        measurable: false,
        basis: "what is asked for is not in the rows: no money can be summed",
      },
    );
  });
});

Deno.test("risks() tells a late row, a late day and a copy that says something else", async () => {
  const later = `
    UPDATE fact_card_transaction SET auth_result = 'captured' WHERE txn_id = 10;
    UPDATE fact_card_transaction SET loaded_at = loaded_at + INTERVAL 90 MINUTE WHERE txn_id = 2;
    INSERT INTO fact_card_transaction VALUES
      (11, 3, 1, '2026-06-08 20:00:00+00', 9000, 100, NULL, 'captured', '2026-06-08 20:10:00+00'),
      (8, 3, 1, '2026-06-06 19:00:00+00', 7000, 150, 'ecommerce', 'captured', '2026-06-06 20:00:00+00')`;
  await inBank(later, async (session) => {
    const found = await money(session, neobank);
    // Payment 10 came after 240 minutes and earns 135, payment 2 after 100 and earns 30; 11 shares the day of 10.
    assert.deepEqual(found["freshness_ingest_lag:fact_card_transaction"], [135, 165, 255]);
    // The second row of payment 8 names a merchant, so it is no exact copy.
    assert.deepEqual(found["duplicates_dedup:fact_card_transaction"], [45, 150, 300]);
    // Of a repeated payment the first row counts: 8 is still without a merchant.
    assert.deepEqual(found["revenue_coverage_mapping:fact_card_transaction.merchant_id"], [105, 105, 225]);
    assert.deepEqual(found["attribution_funnel_gaps:fact_card_transaction.merchant_id"], [105, 225, 315]);
  });
});

Deno.test("evidence() reads each figure of a gap with the SQL that it names", async () => {
  await inBank("", async (session) => {
    const read = async (id: string): Promise<Record<string, number | null>> => {
      const evidence = await session.evidence(all.find((candidate) => candidate.id === id)!);
      for (const { sql, value } of evidence) assert.equal(await session.run(sql), value);
      return Object.fromEntries(evidence.map((figure) => [figure.id.split("/")[1]!, figure.value]));
    };
    assert.deepEqual(await read("join_keys_orphans:fact_card_transaction.card_id"), {
      money_low: 75,
      money_mid: 165,
      money_high: 225,
      orphan_pct: 22.222222,
      orphan_rows: 2,
      key_null_pct: 11.111111,
    });
    assert.deepEqual(await read("freshness_ingest_lag:fact_card_transaction"), {
      money_low: 0,
      money_mid: 0,
      money_high: 0,
      lag_p95_min: 176,
      late_rows: 1,
      late_pct: 11.111111,
    });
    assert.deepEqual(await read("metric_definition_mismatch:fact_card_transaction"), {
      money_low: 0,
      money_mid: 45,
      money_high: 135,
      definition_1: 525,
      definition_2: 570,
      definition_3: 660,
      definition_4: 530,
      definition_5: 525,
    });
  });
});

Deno.test("medianMonthlyRevenue() and tableRevenueShares() follow from the days", async () => {
  await inBank("", async (session) => {
    // Revenue starts on 20 May, so that June is the only whole month: 525 of interchange and 2,997 of invoices.
    assert.equal((await session.medianMonthlyRevenue()).cents, 3_522);
    assert.equal((await session.windowRevenue()).cents, 3_522);
    const shares = await session.tableRevenueShares();
    assert.equal(shares.get("fact_card_transaction"), 525 / 3_522);
    // Payments 2, 4 and 7 to 9 have a card; 5 and 6 do not.
    assert.equal(shares.get("dim_card"), 390 / 3_522);
    // Billed, the unpaid invoice included: more than what came in is no more than all.
    assert.equal(shares.get("fact_subscription_invoice"), 1);
  });
});

Deno.test("a company without rows has no money at risk, and no figure that is not a number", async () => {
  await inTables(neobank, {}, async (session) => {
    const found = await money(session, neobank);
    assert.deepEqual(new Set(Object.keys(found)), new Set(Object.keys(MONEY)));
    assert.deepEqual(new Set(Object.values(found).flat()), new Set([0]));
    assert.equal((await session.medianMonthlyRevenue()).cents, null);
    assert.deepEqual(new Set((await session.tableRevenueShares()).values()), new Set([0]));
    for (const candidate of all) {
      for (const { unit, value } of await session.evidence(candidate)) {
        assert.equal(value, unit === "%" || unit === "min" ? null : 0, candidate.id);
      }
    }
  });
});

Deno.test("rows of nothing but nulls are worth nothing", async () => {
  const nothing = "(1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-06-10 20:00Z')";
  await inTables(neobank, { fact_card_transaction: nothing }, async (session) => {
    const found = await money(session, neobank);
    assert.deepEqual(new Set(Object.values(found).flat()), new Set([0]));
    const card = all.find(({ id }) => id === "join_keys_orphans:fact_card_transaction.card_id")!;
    // Without an event time it counts for the day of its load.
    assert.deepEqual((await session.evidence(card)).map(({ value }) => value), [0, 0, 0, 0, 0, 100]);
  });
});
