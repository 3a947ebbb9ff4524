import assert from "node:assert/strict";
import { emailFaults, queryFaults, type Rulebook, threadFaults } from "../../lib/comms/check_words.ts";
import type { EmailPlan, PlannedMessage, QueryPlan, ThreadPlan } from "../../lib/contracts/comms_plan.ts";

const rules: Rulebook = { count: (text) => text.split(/\s+/).length, isKnownId: (id) => id === "u001" };
const message: PlannedMessage = {
  message_id: "m00001",
  user_id: "u001",
  role: "pm",
  act: "ask",
  mention: null,
  link: null,
  code: false,
};
const about = {
  ds: "2026-03-06",
  relevance: "positive",
  theme: "freshness_ingest_lag",
  met: false,
  subject: null,
  event: null,
} as const;
const thread: ThreadPlan = {
  thread_id: "t0001",
  channel_id: "data-help",
  ...about,
  shape: "fixed",
  messages: [message, { ...message, message_id: "m00002", link: "docs.example", code: true }],
};
const good = ["where is it", "see https://docs.example/a and `SELECT 1`"];
const ruleNames = (plan: ThreadPlan, texts: string[]): string[] =>
  threadFaults(plan, { texts }, rules).map(({ rule }) => rule);

Deno.test("threadFaults() accepts words that say what was planned", () => {
  assert.deepEqual(ruleNames(thread, good), []);
});

Deno.test("threadFaults() wants as many texts as messages, each within 80 tokens", () => {
  assert.deepEqual(ruleNames(thread, good.slice(1)), ["wrong_count"]);
  assert.deepEqual(ruleNames(thread, ["word ".repeat(79).trim(), good[1]!]), []);
  assert.deepEqual(ruleNames(thread, ["word ".repeat(81).trim(), good[1]!]), ["too_long"]);
});

Deno.test("threadFaults() wants the planned link and code", () => {
  assert.deepEqual(ruleNames(thread, ["where is it", "see docs.example and `SELECT 1`"]), ["link_missing"]);
  assert.deepEqual(ruleNames(thread, ["where is it", "see https://docs.example/a"]), ["code_missing"]);
});

const days = ["2026-03-05", "on 5 March", "March 5th it was", "since Mar 5", "the 05 of march", "3/5", "03/05 already"];
for (const told of days) {
  Deno.test(`threadFaults() takes ${JSON.stringify(told)} for the event's day`, () => {
    const plan = { ...thread, event: { id: "d001", defect: "null_spike", ds: "2026-03-05" } };
    assert.deepEqual(ruleNames(plan, [told, good[1]!]), []);
    assert.deepEqual(ruleNames({ ...plan, event: { ...plan.event, ds: "2026-04-15" } }, [told, good[1]!]), [
      "event_missing",
    ]);
  });
}

Deno.test("emailFaults() counts the subject against the cap, and looks into it", () => {
  const plan: EmailPlan = { thread_id: "t3001", list: "finance-close", ...about, message };
  const faults = (subject: string, body: string) => emailFaults(plan, { subject, body }, rules).map(({ rule }) => rule);
  assert.deepEqual(faults("Close is late", "word ".repeat(170)), []);
  assert.deepEqual(faults("Close is late ".repeat(5), "word ".repeat(170)), ["too_long"]);
  assert.deepEqual(faults("For Jennifer", "numbers"), ["name"]);
  assert.deepEqual(faults("", "numbers"), ["empty"]);
});

Deno.test("queryFaults() allows 30 tokens", () => {
  const plan: QueryPlan = {
    query_id: "q0001",
    ds: "2026-03-06",
    theme: "duplicates_dedup",
    question: "x",
    slots: {},
    sql: "",
  };
  assert.deepEqual(queryFaults(plan, { text: "word ".repeat(30).trim() }, rules), []);
  assert.deepEqual(queryFaults(plan, { text: "word ".repeat(31).trim() }, rules).map(({ rule }) => rule), ["too_long"]);
});
