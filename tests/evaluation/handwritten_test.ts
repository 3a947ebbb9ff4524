/** The handwritten evaluation set is whole: fields, names, counts, lengths, and needs told by their symptom alone. */
import assert from "node:assert/strict";
import { z } from "zod";
import { archetypeById } from "../../lib/archetypes/mod.ts";
import { Relevance, Role, type Source, Theme, THEMES } from "../../lib/contracts/demand.ts";

const labels = {
  archetype: z.enum(["neobank", "marketplace"]),
  tables: z.array(z.string()),
  columns: z.array(z.string()),
};
const judged = { relevance: Relevance, theme: Theme.nullable(), met: z.boolean().nullable() };
const slackItem = z.strictObject({
  id: z.string().regex(/^x-s\d{3}$/),
  ...labels,
  ...judged,
  messages: z.array(z.strictObject({ role: Role, text: z.string().min(1) })).min(2).max(8),
});
const emailItem = z.strictObject({
  id: z.string().regex(/^x-e\d{3}$/),
  ...labels,
  ...judged,
  role: Role,
  subject: z.string().min(1),
  body_text: z.string().min(1),
});
const nlqItem = z.strictObject({
  id: z.string().regex(/^x-n\d{3}$/),
  ...labels,
  theme: Theme,
  query_text: z.string().min(1),
});

interface Item {
  readonly id: string;
  readonly source: Source;
  readonly archetype: string;
  readonly relevance: Relevance;
  readonly theme: Theme | null;
  readonly met: boolean | null;
  readonly tables: readonly string[];
  readonly columns: readonly string[];
  /** What is limited in length: messages, bodies, queries. */
  readonly texts: readonly string[];
  readonly subject: string;
}

function lines(source: Source): unknown[] {
  const text = Deno.readTextFileSync(new URL(`../../tools/evaluation/${source}.jsonl`, import.meta.url));
  return text.trimEnd().split("\n").map((line): unknown => JSON.parse(line));
}

const slack: readonly Item[] = lines("slack").map((line) => {
  const item = slackItem.parse(line);
  return { ...item, source: "slack", texts: item.messages.map((message) => message.text), subject: "" };
});
const email: readonly Item[] = lines("email").map((line) => {
  const item = emailItem.parse(line);
  return { ...item, source: "email", texts: [item.body_text], subject: item.subject };
});
const nlq: readonly Item[] = lines("nlq").map((line) => {
  const item = nlqItem.parse(line);
  return { ...item, source: "nlq", relevance: "positive", met: null, texts: [item.query_text], subject: "" };
});
const items: readonly Item[] = [...slack, ...email, ...nlq];

/** Longest text in words and punctuation marks; a tokenizer of language models counts somewhat more. */
const CAPS: Readonly<Record<Source, number>> = { slack: 70, email: 175, nlq: 26 };

/** Items that each theme has at least. */
const FLOORS: Readonly<Record<Source, number>> = { slack: 8, email: 6, nlq: 13 };

/** Words that give a theme away. */
const KEYWORDS: Readonly<Record<Theme, RegExp>> = {
  metric_definition_mismatch: /\b(defin\w*|mismatch\w*|differ\w*|discrepan\w*|disagree\w*|formula\w*|metrics?)\b/i,
  join_keys_orphans: /\b(join\w*|orphan\w*|(un)?match\w*|keys?|unknown|parents?)\b/i,
  freshness_ingest_lag:
    /\b(late[rs]?|latest|stale\w*|delay\w*|lag\w*|fresh\w*|behind|up to date|watermarks?|overdue)\b/i,
  duplicates_dedup: /\b(dup\w*|dedup\w*|twice|doubl\w*|cop(y|ies)|repeat\w*|unique\w*|distinct|replay\w*)\b/i,
  access_permissions_pii:
    /\b(access\w*|permi\w*|grant\w*|mask\w*|pii|privileg\w*|rights?|authori[sz]ed|cleared|allowed|denied|roles?|erased?|privacy)\b/i,
  new_field_schema_request: /\b(fields?|columns?|schema\w*|attributes?|contracts?|backfill\w*|add(ed)?|history)\b/i,
  revenue_coverage_mapping: /\b(revenue\w*|(un)?mapp\w*|cover\w*|captured|interchange\w*|ledger|variance)\b/i,
  attribution_funnel_gaps:
    /\b(attribut\w*|funnels?|campaigns?|utm|conver\w*|touch|referr\w*|(un)?tag\w*|sources?|channels?|credit\w*|drop-?off|sessions?|steps?)\b/i,
};

Deno.test("ids are unique and the archetypes balanced", () => {
  assert.equal(new Set(items.map((item) => item.id)).size, items.length);
  for (const source of [slack, email, nlq]) {
    const ours = source.filter((item) => item.archetype === "neobank").length;
    assert.equal(ours * 2, source.length);
  }
});

Deno.test("counts are those promised", () => {
  assert.equal(slack.length, 120);
  assert.equal(email.length, 90);
  assert.equal(nlq.length, 110);
  for (const theme of THEMES) {
    for (const [source, list] of Object.entries({ slack, email, nlq })) {
      const count = list.filter((item) => item.theme === theme).length;
      assert.ok(count >= FLOORS[source as Source], `${theme} in ${source}: ${count}`);
    }
  }
  const count = (list: readonly Item[], relevance: Relevance) =>
    list.filter((item) => item.relevance === relevance).length;
  assert.deepEqual([count(slack, "hard_negative"), count(slack, "negative")], [28, 28]);
  assert.deepEqual([count(email, "hard_negative"), count(email, "negative")], [21, 21]);
});

Deno.test("only positives have a theme, tables, columns and an outcome", () => {
  for (const item of items) {
    assert.equal(item.theme !== null, item.relevance === "positive", item.id);
    if (item.relevance === "positive") continue;
    assert.deepEqual([item.met, item.tables, item.columns], [null, [], []], item.id);
  }
});

Deno.test("tables and columns are of the archetype, and every column's table is listed", () => {
  for (const item of items) {
    const tables = new Map(archetypeById(item.archetype).tables.map((table) => [table.name, table]));
    for (const name of item.tables) assert.ok(tables.has(name), `${item.id}: ${name}`);
    for (const name of item.columns) {
      const [table = "", column] = name.split(".");
      assert.ok(item.tables.includes(table), `${item.id}: ${name} without its table`);
      assert.ok(tables.get(table)?.columns.some((known) => known.name === column), `${item.id}: ${name}`);
    }
    assert.equal(new Set(item.tables).size, item.tables.length, item.id);
    assert.equal(new Set(item.columns).size, item.columns.length, item.id);
  }
});

Deno.test("texts keep within their lengths and name no address", () => {
  const tokens = (text: string) => (text.match(/\w+|[^\w\s]/g) ?? []).length;
  for (const item of items) {
    for (const text of item.texts) assert.ok(tokens(text) <= CAPS[item.source], `${item.id}: ${tokens(text)} tokens`);
    for (const text of [item.subject, ...item.texts]) {
      assert.doesNotMatch(text, /https?:|www\.|\w@\w|\b\w+\.(com|org|net|io)\b|\d{9,}/i, item.id);
    }
  }
});

Deno.test("at least two in five needs are told without an obvious keyword, in every theme", () => {
  for (const theme of THEMES) {
    const needs = items.filter((item) => item.theme === theme);
    const told = needs.filter((item) => !KEYWORDS[theme].test([item.subject, ...item.texts].join(" ")));
    assert.ok(told.length >= 0.4 * needs.length, `${theme}: ${told.length} of ${needs.length}`);
  }
});
