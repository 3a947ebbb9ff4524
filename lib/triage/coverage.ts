/** How much of the correspondence a run read, as `budget.json` tells it. */
import type { BucketCoverage, SourceCoverage } from "../contracts/budget.ts";
import { SOURCES } from "../contracts/demand.ts";
import type { Item } from "../contracts/item.ts";
import { type Status, STATUSES } from "../contracts/predictions.ts";

export interface ItemOutcome {
  readonly item: Item;
  readonly status: Status;
}

/** Outcomes of items that a request was made for. */
const SENT: readonly Status[] = ["ok", "parse_error", "truncated", "refused", "filtered", "rejected", "network"];

interface Counts {
  readonly items: number;
  readonly eligible: number;
  readonly sent: number;
  readonly answered: number;
}

function countsOf(outcomes: readonly ItemOutcome[]): Counts {
  const count = (holds: (status: Status) => boolean): number => outcomes.filter(({ status }) => holds(status)).length;
  return {
    items: outcomes.length,
    eligible: count((status) => status !== "prefiltered"),
    sent: count((status) => SENT.includes(status)),
    answered: count((status) => status === "ok"),
  };
}

/**
 * Coverage of each source, of its eligible items and of those that were sent.
 *
 * @param floor Least share of a source's eligible items that should be answered, 0 to 1.
 * @param stopped Whether a source was stopped before its end.
 */
export function sourceCoverage(
  outcomes: readonly ItemOutcome[],
  floor: number,
  stopped: { has(source: Item["source"]): boolean },
): SourceCoverage[] {
  return SOURCES.map((source) => {
    const own = outcomes.filter(({ item }) => item.source === source);
    const counts = countsOf(own);
    const ofEligible = counts.eligible === 0 ? null : counts.answered / counts.eligible;
    const statuses = Object.fromEntries(
      STATUSES.map((status) => [status, own.filter((outcome) => outcome.status === status).length]),
    ) as SourceCoverage["statuses"];
    return {
      source,
      ...counts,
      of_eligible: ofEligible,
      floor,
      floor_met: ofEligible === null ? null : ofEligible >= floor,
      of_sent: counts.sent === 0 ? null : counts.answered / counts.sent,
      partial: stopped.has(source) || statuses.network > 0,
      statuses,
    };
  });
}

/** Coverage of each local day and bucket that has eligible items, by source, day and bucket. */
export function bucketCoverage(outcomes: readonly ItemOutcome[]): BucketCoverage[] {
  const cells = Map.groupBy(
    outcomes.filter(({ status }) => status !== "prefiltered"),
    ({ item: { source, ds, bucket } }) => JSON.stringify([SOURCES.indexOf(source), ds, bucket ?? ""]),
  );
  return [...cells].sort(([a], [b]) => a < b ? -1 : 1).map(([, own]) => {
    const { source, ds, bucket } = own[0]!.item;
    const { eligible, sent, answered } = countsOf(own);
    return { source, ds, bucket, eligible, sent, answered };
  });
}
