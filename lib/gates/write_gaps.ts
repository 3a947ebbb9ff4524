import type { WriteGap } from "../contracts/health.ts";
import type { LedgerEntry } from "../contracts/ledger.ts";
import { exact, skipped } from "./check.ts";
import { gate } from "./gate.ts";

interface Interval {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** A gap counts as found when a silence of its table covers at least this share of it. */
const MIN_COVERED = 0.8;
/** Months that a period must have for a gap to lie clear of its ends. */
const MIN_MONTHS = 3;

function covered(planted: Interval, found: Interval): number {
  if (planted.table !== found.table) return 0;
  const ms = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
  const [from, to] = [ms(planted.from), ms(planted.to)];
  return Math.max(0, Math.min(to, ms(found.to)) - Math.max(from, ms(found.from))) / (to - from);
}

function place({ table, from, to }: Interval): string {
  return `${table} ${from} to ${to}`;
}

/** An entry of a gap, which has both of its times. */
function intervalOf({ table, from, to }: LedgerEntry): Interval {
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
    const matches = (a: Interval, b: Interval): boolean => covered(a, b) >= MIN_COVERED;
    const alarms = gaps.filter((gap) => !planted.some((one) => matches(one, gap)));
    const open = archetype.tables.some(({ writeGap }) => writeGap);
    return [
      generated.months < MIN_MONTHS ? skipped("gaps planted", "the period is too short to hold one") : exact({
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
