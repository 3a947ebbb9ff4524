import assert from "node:assert/strict";
import { Ledger, type LedgerEntry } from "../../lib/contracts/ledger.ts";
import { DAY_US, daysBetween, HOUR_US } from "../../lib/core/calendar.ts";
import { eventCorrelation } from "../../lib/gates/comms/labels.ts";
import { mixChecks } from "../../lib/gates/comms/mix.ts";
import { eventTimes, nearTimes, strataOf } from "../../lib/gates/comms/events.ts";

const tz = "America/Los_Angeles";
const period = daysBetween("2026-03-01", "2026-03-31", tz);

function entry(id: string, given: Partial<LedgerEntry>): LedgerEntry {
  const nothing = { column: null, days: null, from: null, to: null, planned_rate: null, realised_rate: null };
  return { id, defect: "lag_incident", table: "t", rows: 1, of_rows: 1, ...nothing, ...given };
}

function ledger(...entries: LedgerEntry[]): Ledger {
  return Ledger.parse({ schema_version: "1.0", archetype: "a", seed: 1, quality: "typical", tz, tables: [], entries });
}

Deno.test("eventTimes() has a time for each day, one for an interval, none for what never ends", () => {
  const times = eventTimes(ledger(
    entry("d1", { days: ["2026-03-05", "2026-03-08"] }),
    entry("d2", { defect: "write_gap", from: "2026-03-10T00:00:00Z", to: "2026-03-10T12:00:00Z" }),
    entry("d3", { defect: "key_null", column: "c" }),
  ));
  assert.deepEqual(times.map(({ id }) => id), ["d1", "d1", "d2"]);
  const hours = times.map(({ fromUs, toUs }) => (toUs - fromUs) / HOUR_US);
  // The clocks jump on 8 March: its day has 23 hours.
  assert.deepEqual(hours, [72, 71, 60]);
  assert.equal(times[2]!.fromUs, Date.UTC(2026, 2, 9) * 1000);
});

Deno.test("nearTimes() joins what overlaps, table by table, within the period", () => {
  const days = (table: string, ...ds: string[]): LedgerEntry => entry(table, { table, days: ds });
  const near = nearTimes(
    eventTimes(ledger(days("b", "2026-03-01", "2026-03-20", "2026-03-22"), days("a", "2026-04-05"))),
    period,
  );
  const spans = near.map(({ table, fromUs, toUs }) => [
    table,
    (fromUs - period.startUs) / DAY_US,
    Math.round((toUs - fromUs) / DAY_US),
  ]);
  const dstDay = 1 / 24;
  assert.deepEqual(spans, [["b", 0, 2], ["b", 18 - dstDay, 5]]);
});

Deno.test("eventCorrelation skips items that all lie near events", () => {
  const traffic = (near: number) => [{ source: "slack" as const, subject: "a", items: 40, near }];
  const near = [{ table: "a", fromUs: period.startUs, toUs: period.startUs + DAY_US }];
  const run = (items: number): (readonly [string, string])[] =>
    eventCorrelation.run({
      asked: { ledgerSeed: 1, period },
      events: { ledgerSeed: 1, rules: [], near, traffic: traffic(items) },
    } as never).map(({ check, status }) => [check, status] as const);
  assert.deepEqual(run(40), [["seed of the ledger", "pass"], ["traffic near events", "skip"]]);
  assert.deepEqual(run(20), [["seed of the ledger", "pass"], ["traffic near events", "pass"]]);
  assert.deepEqual(run(1), [["seed of the ledger", "pass"], ["traffic near events", "fail"]]);
});

Deno.test("strataOf() gives each table its own time near events and far from them", () => {
  const near = [{ table: "a", fromUs: period.startUs, toUs: period.startUs + 3 * DAY_US }];
  const [stratum] = strataOf([{ source: "slack", subject: "a", items: 10, near: 4 }], near, period);
  assert.deepEqual(stratum!.near, { events: 4, time: 3 * DAY_US });
  assert.deepEqual(stratum!.far, { events: 6, time: period.endUs - period.startUs - 3 * DAY_US });
});

Deno.test("mixChecks() skips a source that has nothing", () => {
  const checks = mixChecks("email", { positive: 0.6, negative: 0.4 }, [], "relevance");
  assert.deepEqual(checks.map(({ check, status }) => [check, status]), [
    ["email positive", "skip"],
    ["email negative", "skip"],
  ]);
});
