import assert from "node:assert/strict";
import { itemsOf } from "../../lib/triage/items.ts";
import { correspondence } from "../support/correspondence.ts";

const TZ = "America/Los_Angeles";
const END = Date.UTC(2026, 6, 1, 6) * 1000;
const ROWS = correspondence({ slack: 7, email: 4, nlq: 3 }, END);

Deno.test("itemsOf() makes one item of each thread, e-mail and query, whatever the order of the rows", () => {
  const items = itemsOf(ROWS, TZ);
  assert.deepEqual(
    items.map(({ source }) => source).join(" "),
    "slack ".repeat(7) + "email ".repeat(4) + "nlq nlq nlq",
  );
  const shuffled = {
    ...ROWS,
    slack: ROWS.slack.toReversed(),
    email: ROWS.email.toReversed(),
    nlq: ROWS.nlq.toReversed(),
  };
  assert.deepEqual(itemsOf(shuffled, TZ), items);
  for (const source of ["slack", "email", "nlq"]) {
    const times = items.filter((item) => item.source === source).map(({ tsUs }) => tsUs);
    assert.deepEqual(times, times.toSorted((a, b) => a - b));
  }
});

Deno.test("itemsOf() puts the root first, with its channel, local day and roles", () => {
  const [item] = itemsOf(ROWS, TZ).filter(({ id }) => id === "t0000");
  assert.match(item!.messages[0].text, /case 0/);
  assert.deepEqual(item!.messages.map(({ role }) => role), ["exec", "data_eng", "bi"]);
  assert.deepEqual([item!.channel, item!.bucket], ["data-help", "analytics"]);
  const local = Temporal.Instant.fromEpochMilliseconds(item!.tsUs / 1000).toZonedDateTimeISO(TZ).toPlainDate();
  assert.equal(item!.ds, local.toString());
});

Deno.test("itemsOf() takes the message that replies to none for the root, though an adopted file has older replies", () => {
  const [first, ...rest] = ROWS.slack.filter(({ thread_id }) => thread_id === "t0001");
  const slack = [{ ...first!, ts: END }, ...rest];
  const [item] = itemsOf({ ...ROWS, slack }, TZ);
  assert.equal(item!.messages[0].id, first!.message_id);
  const [orphan] = itemsOf({ ...ROWS, slack: rest }, TZ);
  assert.equal(orphan!.messages[0].id, rest[0]!.message_id);
});

Deno.test("itemsOf() counts users without a role as others, and nothing as nothing", () => {
  const items = itemsOf({ ...ROWS, users: [] }, TZ);
  assert.ok(items.every(({ messages }) => messages.every(({ role }) => role === "other")));
  assert.deepEqual(itemsOf({ slack: [], email: [], users: [], nlq: [] }, TZ), []);
});
