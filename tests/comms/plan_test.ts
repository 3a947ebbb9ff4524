import assert from "node:assert/strict";
import { planComms, type PlanOptions } from "../../lib/comms/plan.ts";
import { Config } from "../../lib/config/schema.ts";
import { EmailPlan, QueryPlan, ThreadPlan } from "../../lib/contracts/comms_plan.ts";
import type { Mixes } from "../../lib/comms/company.ts";
import type { Ledger, LedgerEntry } from "../../lib/contracts/ledger.ts";
import { HOUR_US, offsets, periodEnding } from "../../lib/core/calendar.ts";
import { localDs } from "../../lib/core/local_day.ts";
import { toy } from "../support/toy/mod.ts";
import { toyTalk } from "./toy_talk.ts";

const TZ = "America/Los_Angeles";
const { comms } = Config.parse({});
const period = periodEnding("2026-06-30", 12, TZ);
const clock = offsets(TZ, period.startUs, period.endUs);

const spike: LedgerEntry = {
  id: "d001",
  defect: "null_spike",
  table: "fact_ride",
  column: "stop_id",
  days: ["2026-03-05"],
  from: "2026-03-05T08:00:00Z",
  to: "2026-03-06T08:00:00Z",
  planned_rate: 0.1,
  realised_rate: 0.1,
  rows: 10,
  of_rows: 100,
};
const slow: LedgerEntry = {
  ...spike,
  id: "d002",
  defect: "lag_incident",
  column: null,
  days: ["2025-02-01", "2025-11-03", "2026-06-29"],
  from: null,
  to: null,
};
const ledger: Ledger = {
  schema_version: "1.0",
  archetype: "toy",
  seed: 42,
  quality: "typical",
  tz: TZ,
  tables: [],
  entries: [spike, slow],
};

const options: PlanOptions = {
  seed: 43,
  archetype: "toy",
  talk: toyTalk,
  tables: toy.tables,
  period,
  threads: 600,
  emails: 200,
  queries: 150,
  mixes: { relevance: comms.relevance_mix, theme: comms.theme_mix } as Mixes,
  ledger,
};
const plan = planComms(options);

/** How often each value occurs. */
function counts(values: readonly (string | null)[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => String(value))].map(([value, { length }]) => [value, length]),
  );
}

Deno.test("planComms() keeps the contract of every plan", () => {
  for (const thread of plan.threads) ThreadPlan.parse(thread.plan);
  for (const email of plan.emails) EmailPlan.parse(email.plan);
  for (const query of plan.queries) QueryPlan.parse(query.plan);
});

Deno.test("planComms() holds shares exactly", () => {
  assert.deepEqual(counts(plan.threads.map(({ plan }) => plan.relevance)), {
    positive: 330,
    hard_negative: 120,
    negative: 150,
  });
  assert.equal(counts(plan.threads.map(({ plan }) => plan.theme)).metric_definition_mismatch, 59);
  assert.deepEqual(counts(plan.threads.map(({ bucket }) => bucket)), { platform: 240, analytics: 210, domain: 150 });
  assert.deepEqual(counts(plan.emails.map(({ bucket }) => bucket)), { platform: 80, analytics: 70, domain: 50 });
  assert.deepEqual(counts(plan.threads.map(({ plan }) => plan.shape)), {
    chat: 270,
    fixed: 116,
    answered: 83,
    alert: 49,
    ticket: 56,
    unanswered: 26,
  });
  assert.equal(counts(plan.people.map(({ role }) => role)).exec, 9);
});

Deno.test("planComms() repeats itself", () => {
  assert.deepEqual(planComms(options), plan);
  assert.notDeepEqual(planComms({ ...options, seed: 44 }).threads[0], plan.threads[0]);
});

Deno.test("planComms() gives another company another plan of the same seed", () => {
  assert.notDeepEqual(planComms({ ...options, archetype: "other" }).threads[0]!.times, plan.threads[0]!.times);
});

Deno.test("planComms() moves nothing else when a volume changes", () => {
  const fewer = planComms({ ...options, queries: 10, emails: 5 });
  assert.deepEqual(fewer.threads, plan.threads);
});

Deno.test("planComms() leaves items that no event touches as they were", () => {
  const without = planComms({ ...options, ledger: null });
  const untouched = plan.threads.flatMap((thread, i) => thread.plan.event === null ? [i] : []);
  assert.ok(untouched.length < plan.threads.length);
  for (const i of untouched) assert.deepEqual(without.threads[i], plan.threads[i]);
  assert.ok(without.threads.every((thread) => thread.plan.event === null));
});

Deno.test("planComms() puts every message into the window, after the one before, on the plan's local day", () => {
  for (const { plan: { ds }, times } of plan.threads) {
    assert.equal(localDs(times[0]!, clock), ds);
    assert.ok(times[0]! >= period.startUs && times.at(-1)! < period.endUs);
    times.slice(1).forEach((us, i) => assert.ok(us > times[i]!));
  }
});

Deno.test("planComms() gives the last message its whole second before a period ends", () => {
  const short = periodEnding("2026-06-30", 1, TZ);
  const { threads } = planComms({ ...options, period: short, ledger: null });
  assert.ok(threads.every(({ times }) => times.at(-1)! < short.endUs));
});

Deno.test("planComms() talks of each event of the period near its time, and of no other", () => {
  const linked = plan.threads.filter((thread) => thread.plan.event !== null);
  const days = counts(linked.map((thread) => thread.plan.event!.ds));
  assert.deepEqual(Object.keys(days).sort(), ["2025-11-03", "2026-03-05", "2026-06-29"]);
  for (const count of Object.values(days)) assert.ok(count >= 3 && count <= 6, `${count}`);
  for (const { plan: { event, subject, theme }, times } of linked) {
    const morningUs = Temporal.PlainDate.from(event!.ds).toZonedDateTime({ timeZone: TZ, plainTime: "09:00" })
      .epochMilliseconds * 1000;
    assert.ok(Math.abs(times[0]! - morningUs) <= 24 * HOUR_US);
    assert.equal(subject!.table, "fact_ride");
    if (event!.defect === "null_spike") {
      assert.deepEqual(subject, { table: "fact_ride", column: "stop_id", parent: "dim_stop" });
      assert.equal(theme, "join_keys_orphans");
    } else assert.equal(theme, "freshness_ingest_lag");
  }
  assert.equal(plan.emails.filter((email) => email.plan.event !== null).length, 3);
});

Deno.test("planComms() never lets events take more than two fifths of a theme", () => {
  const every = period.days.map(({ ds }) => ds);
  const { threads } = planComms({ ...options, ledger: { ...ledger, entries: [{ ...slow, days: every }] } });
  const theme = threads.filter((thread) => thread.plan.theme === "freshness_ingest_lag");
  const linked = theme.filter((thread) => thread.plan.event !== null);
  assert.ok(linked.length > 0 && linked.length <= 0.4 * theme.length, `${linked.length} of ${theme.length}`);
});

Deno.test("planComms() ends a thread as its label says", () => {
  for (const { plan: { met, messages, shape } } of plan.threads) {
    const last = messages.at(-1)!.act;
    if (shape === "chat") assert.equal(met, null);
    else assert.equal(met, last === "confirm", `${shape} ends with ${last}`);
  }
});

Deno.test("planComms() asks a question twice only when its values are used up", () => {
  const asked = plan.queries.map(({ plan }) => `${plan.question} ${plan.sql}`);
  assert.ok(new Set(asked).size / asked.length > 0.97);
  for (const { plan: { sql, slots } } of plan.queries) assert.ok(sql.endsWith(`= ${slots.stop!.slice(5)}`), sql);
});

Deno.test("planComms() plans nothing where nothing is asked for", () => {
  const none = planComms({ ...options, threads: 0, emails: 0, queries: 0 });
  assert.deepEqual([none.threads, none.emails, none.queries], [[], [], []]);
  assert.equal(none.people.length, 300);
});
