import assert from "node:assert/strict";
import { join } from "node:path";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { Ledger } from "../../lib/contracts/ledger.ts";
import type { QcCheck } from "../../lib/contracts/qc.ts";
import { askedOf } from "../../lib/gates/comms/asked.ts";
import { loadCorpus, loadLabels, readCorpus, readEvents, readLabels, readTexts } from "../../lib/gates/comms/facts.ts";
import { commsLabels, eventCorrelation } from "../../lib/gates/comms/labels.ts";
import { relevanceMix, themeMix } from "../../lib/gates/comms/mix.ts";
import { readStatements } from "../../lib/gates/comms/statements.ts";
import {
  commsIdentity,
  commsIntegrity,
  commsTokens,
  commsWindow,
  nearDuplicates,
  nlq,
} from "../../lib/gates/comms/texts.ts";
import { commsRoles, commsVolumes } from "../../lib/gates/comms/volumes.ts";
import { type Gate, type Gathered, Missing } from "../../lib/gates/gate.ts";
import { type Duck, openDuck } from "../../lib/infra/duck.ts";
import { readManifest } from "../../lib/infra/files.ts";
import { withoutComms } from "../../lib/pipelines/validate_comms.ts";
import { commsWorld } from "./comms_world.ts";
import { named } from "./toy_evidence.ts";

const archetype = archetypes[0]!;
const GATES = [
  commsVolumes,
  commsRoles,
  relevanceMix,
  themeMix,
  commsIntegrity,
  commsWindow,
  commsTokens,
  nlq,
  commsIdentity,
  nearDuplicates,
  commsLabels,
  eventCorrelation,
];

async function loaded(duck: Duck) {
  await using world = await commsWorld(archetype);
  await loadCorpus(duck, world.comms);
  await loadLabels(duck, world.meta, archetype);
  const ledger = Ledger.parse(JSON.parse(await Deno.readTextFile(join(world.meta, "defects.json"))));
  return { asked: askedOf(await readManifest(world.comms)), ledger };
}

const duck = await openDuck();
const { asked, ledger } = await loaded(duck);

const READERS = {
  corpus: () => readCorpus(duck),
  texts: () => readTexts(duck, asked.period),
  statements: () => readStatements(duck, archetype),
  labels: () => readLabels(duck),
  events: () => readEvents(duck, ledger, asked.period),
};

/** What `gates` need, after `sql` has changed the loaded tables; the change is taken back. */
async function evidence(gates: readonly Gate[], sql = ""): Promise<Gathered> {
  const needs = new Set(gates.flatMap((gate) => gate.needs));
  await duck.run("BEGIN");
  try {
    if (sql !== "") await duck.run(sql);
    const gathered: Record<string, unknown> = { ...withoutComms("not gathered"), asked };
    for (const [part, read] of Object.entries(READERS)) {
      if (needs.has(part as keyof typeof READERS)) gathered[part] = await read();
    }
    return gathered as unknown as Gathered;
  } finally {
    await duck.run("ROLLBACK");
  }
}

function statuses(gathered: Gathered, status: QcCheck["status"]): string[] {
  return GATES.flatMap((gate) => named(gate, gathered, status).map((check) => `${gate.id}/${check}`));
}

Deno.test("gates of communications pass what gen-comms writes, and skip nothing", async () => {
  const sound = await evidence(GATES);
  assert.deepEqual(statuses(sound, "fail"), []);
  assert.deepEqual(statuses(sound, "skip"), []);
});

/** A message, an e-mail, a query to break; `ROOT` and `REPLY` belong to one thread. */
const MESSAGE = "message_id = (SELECT max(message_id) FROM slack)";
const ROOT = "message_id = (SELECT min(message_id) FROM slack)";
const EMAIL = "message_id = (SELECT min(message_id) FROM email)";
const QUERY = "query_id = (SELECT min(query_id) FROM nlq)";
const POSITIVE = "source = 'slack' AND relevance = 'positive'";

const text = (gate: Gate, rule: string, ...texts: string[]): Case[] =>
  texts.map((text) => [text, gate, `UPDATE slack SET text = text || ' ${text}' WHERE ${MESSAGE}`, [rule]]);

type Case = readonly [what: string, gate: Gate, sql: string, failed: readonly string[]];

/** One thing broken at a time, and the checks that must fail for it. */
const cases: readonly Case[] = [
  ["a tenth of the threads missing", commsVolumes, "DELETE FROM slack WHERE right(thread_id, 1) = '7'", ["slack"]],
  ["queries written twice", commsVolumes, "INSERT INTO nlq FROM nlq", ["nlq"]],
  [
    "a thread cut short",
    commsVolumes,
    "DELETE FROM slack WHERE reply_to = (SELECT min(message_id) FROM slack)",
    ["threads of other than 4 to 8 messages"],
  ],
  [
    "e-mails of one bucket",
    commsVolumes,
    "UPDATE email SET list_cat = 'platform'",
    ["email platform", "email analytics", "email domain"],
  ],
  [
    "one person of another role",
    commsRoles,
    "UPDATE users SET role = 'exec' WHERE source = 'email' AND user_id = (SELECT min(user_id) FROM users WHERE role = 'pm')",
    ["email exec", "email pm"],
  ],
  [
    "too little of relevance",
    relevanceMix,
    "UPDATE labels SET relevance = 'negative' WHERE source = 'email' AND relevance = 'positive' AND item_id < 't0420'",
    ["email positive", "email negative"],
  ],
  [
    "one theme taken by another",
    themeMix,
    "UPDATE labels SET theme = 'duplicates_dedup' WHERE source = 'nlq' AND theme = 'metric_definition_mismatch'",
    ["nlq metric_definition_mismatch", "nlq duplicates_dedup"],
  ],
  [
    "a message id used twice",
    commsIntegrity,
    `UPDATE email SET message_id = (SELECT max(message_id) FROM slack) WHERE ${EMAIL}`,
    ["message ids are unique"],
  ],
  [
    "a thread of e-mail named as one of Slack",
    commsIntegrity,
    `UPDATE email SET thread_id = (SELECT min(thread_id) FROM slack) WHERE ${EMAIL}`,
    ["item ids are unique"],
  ],
  [
    "a reader who is not listed",
    commsIntegrity,
    `UPDATE email SET cc_ids = ['u999'] WHERE ${EMAIL}`,
    ["writers and readers are listed"],
  ],
  [
    "a query by nobody",
    commsIntegrity,
    `UPDATE nlq SET user_id = 'u999' WHERE ${QUERY}`,
    ["users of the query tool are listed"],
  ],
  [
    "somebody listed twice",
    commsIntegrity,
    "INSERT INTO users FROM users WHERE user_id = 'u001' AND source = 'slack'",
    ["users are listed once a source"],
  ],
  [
    "a thread without a root",
    commsIntegrity,
    `DELETE FROM slack WHERE ${ROOT}`,
    ["threads have one root"],
  ],
  [
    "a reply before its root",
    commsIntegrity,
    `UPDATE slack SET ts = ts + INTERVAL 30 DAY WHERE ${ROOT}`,
    ["replies follow their root, in its channel"],
  ],
  [
    "a wrong count of replies",
    commsIntegrity,
    `UPDATE slack SET reply_count = 1 WHERE ${ROOT}`,
    ["roots count their replies, replies none"],
  ],
  [
    "a link that is not declared",
    commsIntegrity,
    `UPDATE slack SET text = 'see https://docs.example/a', has_link = false, link_domains = [] WHERE ${MESSAGE}`,
    ["links are declared"],
  ],
  [
    "an attachment that is not declared",
    commsIntegrity,
    `UPDATE email SET has_attachment = NOT has_attachment WHERE ${EMAIL}`,
    ["attachments are declared"],
  ],
  [
    "an e-mail after the window",
    commsWindow,
    `UPDATE email SET ts = TIMESTAMPTZ '2026-07-01 07:00:00+00' WHERE ${EMAIL}`,
    ["email"],
  ],
  [
    "a query before the window",
    commsWindow,
    `UPDATE nlq SET ts = TIMESTAMPTZ '2026-04-01 06:59:59+00' WHERE ${QUERY}`,
    ["nlq"],
  ],
  ["a long message", commsTokens, `UPDATE slack SET text = repeat('late ', 81) WHERE ${MESSAGE}`, [
    "slack longest text",
  ]],
  [
    "a long subject before its body",
    commsTokens,
    `UPDATE email SET subject = repeat('late ', 181) WHERE ${EMAIL}`,
    ["email longest text"],
  ],
  ["a long query", nlq, `UPDATE nlq SET query_text = repeat('late ', 31) WHERE ${QUERY}`, ["nlq longest text"]],
  [
    "statements that do not fit the tables",
    nlq,
    "UPDATE nlq SET generated_sql = 'SELECT * FROM nowhere' WHERE query_id <= 'q0002'",
    ["statements parsed"],
  ],
  [
    "statements that write",
    nlq,
    "UPDATE nlq SET generated_sql = 'CREATE TABLE t (a INTEGER)' WHERE query_id <= 'q0002'",
    ["statements parsed"],
  ],
  ...text(commsIdentity, "addresses of e-mail", "ask jane.doe@mail.example"),
  ...text(
    commsIdentity,
    "links outside the placeholder domains",
    "https://evil.example/x",
    "ftp://docs.example.evil/x",
  ),
  ...text(commsIdentity, "names of other sites", "see www.shop", "on github.com"),
  ...text(commsIdentity, "numbers of phones", "call 415-555-0100", "call (415) 555", "call +44 20 7946 0018"),
  ...text(commsIdentity, "numbers of cards or accounts", "4111 1111 1111 1111", "078-05-1120", "account 123456789"),
  ...text(commsIdentity, "names behind an honorific", "ask Mr. Smith"),
  ...text(commsIdentity, "mentions of people who are not listed", "ask u999"),
  [
    "an attachment named for an address",
    commsIdentity,
    `UPDATE slack SET attachment_names = ['jane@mail.example.csv'] WHERE ${MESSAGE}`,
    ["addresses of e-mail"],
  ],
  [
    "an id outside the scheme",
    commsIdentity,
    `UPDATE nlq SET query_id = 'query-1' WHERE ${QUERY}`,
    ["ids outside their scheme"],
  ],
  [
    "one e-mail sent twenty times",
    nearDuplicates,
    `UPDATE email SET body_text = (SELECT body_text FROM email WHERE ${EMAIL}) WHERE message_id <= (
      SELECT message_id FROM email ORDER BY message_id OFFSET 19 LIMIT 1)`,
    ["emails"],
  ],
  [
    "a query worded nearly alike",
    nearDuplicates,
    "UPDATE nlq SET query_text = 'show me the late loads of card data by day this week ' || right(query_id, 1) WHERE query_id <= 'q0005'",
    ["queries"],
  ],
  ["an item without a label", commsLabels, "DELETE FROM labels WHERE item_id = 't0001'", ["every item has a label"]],
  [
    "a label without an item",
    commsLabels,
    "DELETE FROM slack WHERE thread_id = 't0001'",
    ["every label has an item"],
  ],
  [
    "a label given twice",
    commsLabels,
    "INSERT INTO labels FROM labels WHERE item_id = 't0001'",
    ["labels are unique"],
  ],
  [
    "a label of another company",
    commsLabels,
    "UPDATE labels SET archetype = 'other' WHERE item_id = 't0001'",
    ["labels are of the archetype"],
  ],
  [
    "a label of another time",
    commsLabels,
    "UPDATE labels SET ts = ts + INTERVAL 1 SECOND WHERE item_id = 't0001'",
    ["labels carry the time of the first message"],
  ],
  [
    "a need without a theme",
    commsLabels,
    `UPDATE labels SET theme = NULL WHERE item_id = (SELECT min(item_id) FROM labels WHERE ${POSITIVE})`,
    ["threads and e-mails have a theme where they are positive, and nowhere else"],
  ],
  [
    "a query with a relevance",
    commsLabels,
    "UPDATE labels SET relevance = 'positive' WHERE item_id = 'q0001'",
    ["queries have a theme and no relevance"],
  ],
  [
    "small talk that was met",
    commsLabels,
    "UPDATE labels SET met = true WHERE item_id = (SELECT min(item_id) FROM labels WHERE relevance = 'negative')",
    ["only positive items are met or unmet, name tables or tell of events"],
  ],
  [
    "a label that names what is not there",
    commsLabels,
    "UPDATE labels SET columns = ['dim_card.colour'] WHERE item_id = 'q0001'",
    ["tables and columns are declared"],
  ],
  [
    "an event that never was",
    eventCorrelation,
    "UPDATE labels SET event_id = 'd999' WHERE item_id = (SELECT min(item_id) FROM labels WHERE event_id IS NOT NULL)",
    ["events are in the ledger"],
  ],
  [
    "news of an event a month late",
    eventCorrelation,
    `UPDATE labels SET ts = TIMESTAMPTZ '2020-01-01 00:00:00+00'
      WHERE item_id = (SELECT min(item_id) FROM labels WHERE event_id IS NOT NULL)`,
    ["items lie within a day of their event"],
  ],
  [
    "news of an event that names another table",
    eventCorrelation,
    `UPDATE labels SET tables = ['dim_plan'], columns = []
      WHERE item_id = (SELECT min(item_id) FROM labels WHERE event_id IS NOT NULL)`,
    ["items name what their event hit"],
  ],
  [
    "traffic that does not rise near events",
    eventCorrelation,
    "DELETE FROM labels WHERE event_id IS NOT NULL",
    ["traffic near events"],
  ],
];

for (const [what, gate, sql, failed] of cases) {
  Deno.test(`${gate.id} fails on ${what}`, async () => {
    assert.deepEqual(named(gate, await evidence([gate], sql), "fail"), failed);
  });
}

Deno.test("eventCorrelation fails on another warehouse's ledger", async () => {
  const gathered = { ...await evidence([eventCorrelation]), asked: { ...asked, ledgerSeed: 7 } };
  assert.deepEqual(named(eventCorrelation, gathered, "fail"), ["seed of the ledger"]);
});

Deno.test("eventCorrelation skips traffic that is too thin, and a missing ledger", async () => {
  const thin = await evidence(
    [eventCorrelation],
    "DELETE FROM labels WHERE source <> 'nlq' AND right(item_id, 1) <> '3'",
  );
  assert.deepEqual(named(eventCorrelation, thin, "skip"), ["traffic near events"]);
  const without = { ...thin, events: new Missing("no ledger in meta") };
  assert.deepEqual(named(eventCorrelation, without, "skip"), ["event_correlation"]);
});

Deno.test("gates of texts skip files made elsewhere", async () => {
  const adopted = { ...await evidence(GATES), asked: new Missing("made elsewhere") };
  for (const gate of GATES.filter((gate) => gate !== commsIntegrity)) {
    assert.deepEqual(gate.run(adopted).map(({ status, reason }) => [status, reason]), [["skip", "made elsewhere"]]);
  }
});
