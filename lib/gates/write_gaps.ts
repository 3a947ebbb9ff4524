import type { WriteGap } from "../contracts/health.ts";
import type { LedgerEntry } from "../contracts/ledger.ts";
import { overlap, type TableInterval } from "../core/overlap.ts";
import { exact, skipped } from "./check.ts";
import { gate } from "./gate.ts";

/**
 * A gap counts as found when it and a silence of its table share at least half of the time that either lasts: a silence
 * goes on for the hours until the backfill.
 */
const MIN_OVERLAP = 0.5;

function place({ table, from, to }: TableInterval): string {
  return `${table} ${from} to ${to}`;
}

/** An entry of a gap, which has both of its times. */
function intervalOf({ table, from, to }: LedgerEntry): TableInterval {
  return { table, from: from!, to: to! };
}

/** The write gap that the ledger holds is the one that the metrics detect. */
export const writeGaps = gate(
  "write_gaps",
  "Write gap planted and detected",
  ["archetype", "generated", "findings", "ledger"],
  ({ archetype, generated, findings, ledger }) => {
    const planted = ledger.entries.filter(({ defect }) => defect === "write_gap").map(intervalOf);
    const gaps: readonly WriteGap[] = findings.report.write_gaps;
    const matches = (a: TableInterval, b: TableInterval): boolean => overlap(a, b) >= MIN_OVERLAP;
    const alarms = gaps.filter((gap) => !planted.some((one) => matches(one, gap)));
    const open = archetype.tables.some(({ writeGap }) => writeGap);
    return [
      exact({
        check: "gaps planted",
        expected: open && generated.quality !== "clean" ? 1 : 0,
        observed: planted.length,
      }),
      planted.length === 0 ? skipped("gaps detected", "none was planted") : exact({
        check: "gaps detected",
        expected: planted.length,
        observed: planted.filter((one) => gaps.some((gap) => matches(one, gap))).length,
        reason: planted.map(place).join(", "),
      }),
      exact({ check: "false alarms", expected: 0, observed: alarms.length, reason: alarms.map(place).join(", ") }),
    ];
  },
);
