import type { Period } from "../../core/calendar.ts";
import { rateRatio } from "../../core/rate_ratio.ts";
import { type Check, exact, skipped } from "../check.ts";
import { gate } from "../gate.ts";
import { strataOf } from "./events.ts";
import type { EventFacts } from "./facts.ts";
import { ruleChecks } from "./texts.ts";

/** Every item has its label, and every label says what can be. */
export const commsLabels = gate(
  "comms_labels",
  "Labels join their items",
  ["asked", "labels"],
  ({ labels: { rules } }) => ruleChecks(rules, "breaches"),
);

/** Fewer items about tables that events hit tell nothing of a rate. */
const LEAST_ITEMS = 30;

/** Whether threads and e-mails about a table come more often within a day of its events than at other times. */
function trafficCheck({ traffic, near }: EventFacts, period: Period): Check {
  const check = "traffic near events";
  const items = traffic.reduce((sum, { items }) => sum + items, 0);
  if (items < LEAST_ITEMS) {
    return skipped(check, `${items} items name a table that an event hit, wanted ${LEAST_ITEMS} or more`);
  }
  const rates = rateRatio(strataOf(traffic, near, period));
  if (rates === null) return skipped(check, "all items, or none, lie near events");
  const { ratio, low, high } = rates;
  return {
    check,
    expected: 1,
    observed: Number(low.toFixed(4)),
    unit: "times the base rate",
    tolerance: "more than",
    status: low > 1 ? "pass" : "fail",
    reason: `lower end of the 95 % interval of the rate ratio, ${ratio.toFixed(2)} (${low.toFixed(2)} to ` +
      `${high.toFixed(2)}): items about a table within a day of its events, against other times; by source and table`,
  };
}

/** Traffic about a table rises near the ledger's events, and what tells of an event tells of one that was. */
export const eventCorrelation = gate(
  "event_correlation",
  "Correlation hooks near injected events",
  ["asked", "events"],
  ({ asked, events }) => [
    exact({ check: "seed of the ledger", expected: asked.ledgerSeed ?? "none", observed: events.ledgerSeed }),
    ...ruleChecks(events.rules, "labels"),
    trafficCheck(events, asked.period),
  ],
);
