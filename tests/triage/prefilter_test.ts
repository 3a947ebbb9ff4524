import assert from "node:assert/strict";
import { BUCKETS } from "../../lib/contracts/demand.ts";
import type { HealthFindings, HealthRow } from "../../lib/contracts/health.ts";
import { detectedEvents, eventsNear } from "../../lib/triage/events.ts";
import { keepItems, prefilter, type PrefilterRules } from "../../lib/triage/prefilter.ts";
import { item, message } from "./made_up.ts";

const RULES: PrefilterRules = {
  buckets: BUCKETS,
  schemaNames: ["fact_ride", "fare_cents", "rider_id", "dim_rider"],
  events: [],
};
const THRESHOLD = 0.35;

const scoreOf = (text: string, rules: Partial<PrefilterRules> = {}): number =>
  prefilter({ ...RULES, ...rules })(item([message(text)])).score;

const HIGH = [
  "the dashboard total does not match the export, rows are missing since the load at 6",
  "duplicate ids in fact_ride, count is 812 against 640 distinct",
  "can somebody grant me the masked column, the view is not visible for finance",
  "funnel has blank campaign source since the tag changed, conversion is unknown",
];
const LOW = [
  "lunch at the new place?",
  "duplicate calendar invite for the offsite, please decline one",
  "new badge photos at reception, guests join the queue at noon",
  "congrats on the launch, what a week",
  "the video call has such a lag today, switch rooms?",
];

Deno.test("prefilter() lets high signals pass and holds near matches back", () => {
  for (const text of HIGH) assert.ok(scoreOf(text) >= THRESHOLD, `${scoreOf(text)}: ${text}`);
  for (const text of LOW) assert.ok(scoreOf(text) < THRESHOLD, `${scoreOf(text)}: ${text}`);
});

Deno.test("prefilter() weighs the archetype's own names, code, links, figures and roles, and says so", () => {
  const score = prefilter(RULES);
  const plain = score(item([message("look at this please")]));
  const rich = score(item([
    message("look at `fare_cents` please, 12", { role: "exec", linkDomains: ["docs.example"], hasCode: true }),
  ]));
  assert.ok(rich.score > plain.score + 0.3);
  assert.deepEqual(rich.reasons, ["bucket", "schema_names:1", "code", "link", "figures", "role:exec"]);
  assert.deepEqual(score(item([message("select rider_id from fact_ride")])).reasons.filter((r) => r === "sql"), [
    "sql",
  ]);
});

Deno.test("prefilter() scores items of other buckets 0", () => {
  const outside = prefilter({ ...RULES, buckets: ["platform"] })(item([message(HIGH[0]!)]));
  assert.deepEqual([outside.score, outside.reasons], [0, ["bucket_not_allowed:analytics"]]);
});

Deno.test("prefilter() lets replies lift a vague root, and never lower a clear one", () => {
  const score = prefilter(RULES);
  const vague = message("hm, is this me?");
  const lifted = score(item([vague, message(HIGH[0]!)]));
  assert.ok(lifted.score > score(item([vague])).score);
  assert.equal(lifted.reasons.at(-1), "replies");
  const clear = score(item([message(HIGH[0]!)])).score;
  assert.equal(score(item([message(HIGH[0]!), message(LOW[0]!)])).score, clear);
});

Deno.test("prefilter() reads an e-mail's subject with its body", () => {
  const body = [message("see subject, thanks")];
  const score = prefilter(RULES);
  assert.ok(score(item(body, { subject: HIGH[1]! })).score > score(item(body, { subject: "hello" })).score + 0.2);
});

Deno.test("prefilter() lifts what is written near a detected event, more where it names the table", () => {
  const { tsUs } = message("");
  const event = { fromUs: tsUs - 20 * 3.6e9, toUs: tsUs - 19 * 3.6e9, table: "fact_ride", column: "rider_id" };
  const far = { ...event, fromUs: tsUs - 60 * 3.6e9, toUs: tsUs - 50 * 3.6e9 };
  assert.equal(scoreOf("odd", { events: [far] }), scoreOf("odd"));
  assert.ok(scoreOf("odd", { events: [event] }) > scoreOf("odd"));
  const named = "odd: fact_ride";
  assert.ok(
    scoreOf(named, { events: [event] }) - scoreOf(named) > scoreOf("odd", { events: [event] }) - scoreOf("odd"),
  );
});

Deno.test("prefilter() bears hostile text", () => {
  for (const text of ["", "\ud800 lone", "a".repeat(1 << 20), "`".repeat(5000), "select ".repeat(20_000)]) {
    const score = scoreOf(text);
    assert.ok(score >= 0 && score <= 1);
  }
});

Deno.test("keepItems() keeps what reaches the threshold, and of a quiet channel-day the best thirty", () => {
  const quiet = Array.from({ length: 40 }, (_, i) => item([], { id: `a${i}`, ds: "2026-06-01" }));
  const busy = Array.from({ length: 3 }, (_, i) => item([], { id: `b${i}`, ds: "2026-06-02" }));
  const items = [...quiet, ...busy, item([], { source: "nlq", channel: null, bucket: null })];
  const scores = [...quiet.map((_, i) => ({ score: i < 5 ? 0.1 : 0.2 })), { score: 0.34 }, { score: 0.35 }, {
    score: 0,
  }];
  const kept = keepItems(items, [...scores, { score: 0 }], THRESHOLD);
  assert.deepEqual(
    kept.slice(0, 40).map((is, i) => is ? i : -1).filter((i) => i >= 0),
    [...Array(30).keys()].map((i) => i + 5),
  );
  assert.deepEqual(kept.slice(40), [false, true, false, true]);
});

Deno.test("detectedEvents() are the spikes, gaps and heavy lag days that the metrics found", () => {
  const lag = { metric: "lag_p95_min", grain: "day", table: "fact_ride", ds: "2026-06-03" } as HealthRow;
  const findings = {
    report: {
      tz: "America/Los_Angeles",
      slos: { p95_ingest_lag_min: 90 },
      null_spikes: [{ table: "fact_ride", column: "rider_id", ds: "2026-03-08" }],
      write_gaps: [{ table: "fact_ride", from: "2026-05-01T10:00:00Z", to: "2026-05-02T01:00:00Z" }],
    },
    rows: [{ ...lag, value: 400 }, { ...lag, ds: "2026-06-04", value: 150 }, { ...lag, ds: "2026-06-05", value: null }],
  } as unknown as HealthFindings;
  const events = detectedEvents(findings);
  assert.deepEqual(events.map(({ column, fromUs, toUs }) => [column, (toUs - fromUs) / 3.6e9]), [
    ["rider_id", 23],
    [null, 15],
    [null, 24],
  ]);
  assert.equal(eventsNear(events, events[1]!.fromUs - 24 * 3.6e9).length, 1);
  assert.equal(eventsNear(events, events[1]!.toUs + 24 * 3.6e9).length, 0);
});
