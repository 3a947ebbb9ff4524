/** Money behind every gap of a bank of some rows, against what was counted by hand. */
import assert from "node:assert/strict";
import { archetypeById } from "../../lib/archetypes/mod.ts";
import { candidates } from "../../lib/evidence/candidates.ts";
import { type EvidenceSession, openEvidence } from "../../lib/evidence/session.ts";
import { type Duck, openDuck } from "../../lib/infra/duck.ts";
import bankSql from "../adopted/neobank.sql" with { type: "text" };

const SLOS = { key_null_pct: 1, fk_orphan_pct: 2, dup_keys_pct: 0.2, p95_ingest_lag_min: 90 };
const neobank = archetypeById("neobank");
const all = candidates(neobank, SLOS);

/** The bank, after further statements, as a session of evidence over June. */
async function inBank(
  statements: string,
  look: (session: EvidenceSession, duck: Duck) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await using maker = await openDuck();
    await maker.run(bankSql + statements);
    for (const { name } of neobank.tables) {
      await maker.run(`COPY ${name} TO '${folder}/${name}.parquet' (FORMAT parquet)`);
    }
    await using duck = await openDuck();
    const window = { from: "2026-06-01", to: "2026-06-30" };
    await look(await openEvidence(duck, { archetype: neobank, folder, tz: "America/Los_Angeles", window }), duck);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

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
    const risks = await session.risks(all);
    const found = [...risks].filter(([, { measurable }]) => measurable)
      .map(([id, { low, mid, high }]) => [id, [low, mid, high]]);
    assert.deepEqual(Object.fromEntries(found), MONEY);
    for (const [id, { low, mid, high, measurable, basis }] of risks) {
      assert.ok(low <= mid && mid <= high && basis.length > 0, id);
      if (!measurable) assert.deepEqual([low, mid, high], [0, 0, 0]);
    }
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
    const { definition_1, definition_2, definition_3, definition_4, definition_5 } = await read(
      "metric_definition_mismatch:fact_card_transaction",
    );
    assert.deepEqual([definition_1, definition_2, definition_3, definition_4, definition_5], [525, 570, 660, 530, 525]);
  });
});
