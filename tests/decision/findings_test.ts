import assert from "node:assert/strict";
import type { HealthCore } from "../../lib/contracts/health.ts";
import type { Ledger, LedgerEntry } from "../../lib/contracts/ledger.ts";
import { agreementOfActions, gapFindings, spikeFindings } from "../../lib/evaluate/findings.ts";

function ledgerOf(entries: readonly Partial<LedgerEntry>[]): Ledger {
  return { entries } as Ledger;
}

const gap = (table: string, from: number, to: number) => ({
  table,
  from: `2026-06-20T${String(from).padStart(2, "0")}:00:00Z`,
  to: `2026-06-20T${String(to).padStart(2, "0")}:00:00Z`,
});

Deno.test("gapFindings() takes an interval for the planted one where they share half of what either covers", () => {
  const ledger = ledgerOf([{ defect: "write_gap", ...gap("visits", 10, 16) }]);
  const found = (reported: ReturnType<typeof gap>) => {
    const { found, false_alarms } = gapFindings(ledger, { write_gaps: [reported] } as unknown as HealthCore);
    return [found, false_alarms];
  };
  assert.deepEqual(found(gap("visits", 10, 16)), [1, 0]);
  assert.deepEqual(found(gap("visits", 12, 18)), [1, 0], "4 of 8 hours");
  assert.deepEqual(found(gap("visits", 13, 19)), [0, 1], "3 of 9 hours");
  assert.deepEqual(found(gap("visits", 18, 20)), [0, 1]);
  assert.deepEqual(found(gap("orders", 10, 16)), [0, 1]);
});

Deno.test("spikeFindings() counts days of few rows apart, and what was never planted as a false alarm", () => {
  const spike = (ds: string, of_rows: number): Partial<LedgerEntry> => ({
    defect: "null_spike",
    table: "visits",
    column: "store_id",
    days: [ds],
    of_rows,
  });
  const ledger = ledgerOf([spike("2026-06-01", 300), spike("2026-06-02", 900), spike("2026-06-03", 299)]);
  const reported = ["2026-06-01", "2026-06-03", "2026-06-09"].map((ds) => ({
    table: "visits",
    column: "store_id",
    ds,
  }));
  assert.deepEqual(spikeFindings(ledger, { null_spikes: reported } as unknown as HealthCore), {
    planted: 2,
    found: 1,
    recall: 0.5,
    reported: 3,
    false_alarms: 1,
    precision: 2 / 3,
    missed: [{ table: "visits", column: "store_id", ds: "2026-06-02", rows: 900 }],
    thin: 1,
  });
});

Deno.test("agreementOfActions() minds neither order nor what both lack", () => {
  const { precision, recall, agree } = agreementOfActions(["a", "b"], ["c", "b", "a"]);
  assert.deepEqual([precision, recall, agree], [1, 2 / 3, ["a", "b"]]);
  const share = (reported: string[], oracle: string[]) => {
    const { precision, recall } = agreementOfActions(reported, oracle);
    return [precision, recall];
  };
  assert.deepEqual(share([], []), [1, 1]);
  assert.deepEqual(share([], ["a"]), [0, 0]);
  assert.deepEqual(share(["a"], []), [0, 0]);
});
