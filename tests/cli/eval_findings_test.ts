import assert from "node:assert/strict";
import { join } from "node:path";
import { FindingsEvaluation } from "../../lib/contracts/findings.ts";
import { ASKED, type BankWorld, bankWorld, REPORT, reportedBank } from "../decision/adopted_bank.ts";
import { writeLabels, writeLedger } from "../decision/planted_bank.ts";

const EVALUATE = ["eval-findings", "--report", "report", "--warehouse", "data", "--meta", "meta", "--out", "eval"];

async function evaluated(world: BankWorld): Promise<FindingsEvaluation> {
  const { code, stderr } = await world.dnr(EVALUATE);
  assert.equal(code, 0, stderr);
  return FindingsEvaluation.parse(JSON.parse(await Deno.readTextFile(join(world.root, "eval/findings.json"))));
}

Deno.test("dnr eval-findings gives the numbers that were counted by hand", async (t) => {
  await using world = await reportedBank();
  const meta = join(world.root, "meta");

  await t.step("rates: each row that was planted was found, and no other", async () => {
    await writeLedger(meta);
    const { rates, worst_error_points, null_spikes, write_gaps, actions } = await evaluated(world);
    assert.equal(worst_error_points! < 1e-4, true, `${worst_error_points}`);
    const planted = (defect: string, table: string, column: string | null): number =>
      rates.find((rate) => rate.defect === defect && rate.table === table && rate.column === column)!.planted_pct;
    // Over the whole period: 11 payments with the extra copy, 6 accounts, 4 invoices.
    assert.equal(planted("orphan", "fact_card_transaction", "card_id"), 100 * 2 / 11);
    assert.equal(planted("key_null", "dim_account", "customer_id"), 100 / 6);
    assert.equal(planted("orphan", "fact_subscription_invoice", "plan_id"), 25);
    assert.equal(planted("key_null", "fact_subscription_invoice", "plan_id"), 0);
    const none = { planted: 0, found: 0, recall: null, reported: 0, false_alarms: 0, precision: null };
    assert.deepEqual(null_spikes, { ...none, missed: [], thin: 0 });
    assert.deepEqual(write_gaps, none);
    assert.equal(actions, null, "there are no labels");
  });

  await t.step("what was planted and not found: a spike, a thin one, a gap, a second copy", async () => {
    const gap = {
      defect: "write_gap",
      column: null,
      from: "2026-06-20T10:00:00Z",
      to: "2026-06-20T16:00:00Z",
    } as const;
    await writeLedger(meta, [
      { id: "seen", days: ["2026-06-10"], rows: 50, of_rows: 400 },
      { id: "thin", days: ["2026-06-11"], rows: 3, of_rows: 20 },
      { id: "gap", ...gap },
      { id: "copy", defect: "duplicate", column: null, rows: 1 },
    ]);
    const { null_spikes, write_gaps, rates, worst_error_points } = await evaluated(world);
    assert.deepEqual(null_spikes, {
      planted: 1,
      found: 0,
      recall: 0,
      reported: 0,
      false_alarms: 0,
      precision: null,
      missed: [{ table: "fact_card_transaction", column: "card_id", ds: "2026-06-10", rows: 400 }],
      thin: 1,
    });
    assert.deepEqual([write_gaps.planted, write_gaps.found, write_gaps.recall], [1, 0, 0]);
    const copies = rates.find(({ defect, table }) => defect === "duplicate" && table === "fact_card_transaction")!;
    assert.equal(copies.planted_pct, 100 * 2 / 11);
    assert.ok(Math.abs(copies.error_points! + 100 / 11) < 1e-4);
    // The 53 rows of the spikes are null keys of card_id, of which one of 11 is there.
    assert.ok(Math.abs(worst_error_points! - 100 * 53 / 11) < 1e-4);
  });

  await t.step("actions: the oracle's own demand makes another third", async () => {
    await writeLedger(meta);
    await writeLabels(meta, ASKED, ({ theme }) => theme === "duplicates_dedup" ? null : theme);
    const { actions } = await evaluated(world);
    assert.deepEqual(actions, {
      reported: [
        "join_keys_orphans:fact_subscription_invoice.customer_id",
        "freshness_ingest_lag:fact_card_transaction",
        "duplicates_dedup:fact_card_transaction",
      ],
      oracle: [
        "join_keys_orphans:fact_subscription_invoice.customer_id",
        "freshness_ingest_lag:fact_card_transaction",
        "metric_definition_mismatch:fact_card_transaction",
      ],
      agree: [
        "join_keys_orphans:fact_subscription_invoice.customer_id",
        "freshness_ingest_lag:fact_card_transaction",
      ],
      precision: 2 / 3,
      recall: 2 / 3,
    });
  });

  await t.step("actions: labels that say what was read agree in all three", async () => {
    await writeLabels(meta, ASKED, ({ theme }) => theme);
    const { code, stdout } = await world.dnr(EVALUATE);
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^actions: 3 of 3 are among the oracle's \(precision 1\.000, recall 1\.000\): oracle join_keys/m,
    );
    assert.match(stdout, /^wrote eval$/m);
  });

  await t.step("another company's ledger", async () => {
    await writeLedger(meta, [], { archetype: "marketplace" });
    const { code, stderr } = await world.dnr(EVALUATE);
    assert.equal(code, 2);
    assert.match(stderr, /^error: the ledger is another company's: \S+ tells of marketplace, wanted neobank$/m);
  });

  await t.step("no ledger", async () => {
    await Deno.remove(join(meta, "defects.json"));
    const { code, stderr } = await world.dnr(EVALUATE);
    assert.equal(code, 2);
    assert.match(stderr, /^error: no ledger of what was planted: cannot read \S+defects\.json\nhint: .*--meta DIR/m);
  });

  await t.step("no report", async () => {
    const { code, stderr } = await world.dnr(EVALUATE.with(2, "nowhere"));
    assert.equal(code, 2);
    assert.match(stderr, /nowhere\/exec_summary\.json: there is none\nhint: .*dnr run-report/);
  });
});

Deno.test("dnr eval-findings of a report of data health alone judges no actions", async () => {
  await using world = await bankWorld([]);
  assert.equal((await world.dnr([...REPORT, "--no-llm"])).code, 0);
  const meta = join(world.root, "meta");
  await writeLedger(meta);
  await writeLabels(meta, ASKED, ({ theme }) => theme);
  assert.equal((await evaluated(world)).actions, null);
});
