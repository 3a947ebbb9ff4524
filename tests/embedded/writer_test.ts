import assert from "node:assert/strict";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { emailFaults, queryFaults, threadFaults } from "../../lib/comms/check_words.ts";
import { measureCorpus } from "../../lib/comms/corpus.ts";
import { type CommsPlan, planComms } from "../../lib/comms/plan.ts";
import { Config } from "../../lib/config/schema.ts";
import type { Mixes } from "../../lib/comms/company.ts";
import { ACTS, type Subject } from "../../lib/contracts/comms_plan.ts";
import { TOKEN_CAPS } from "../../lib/contracts/comms_rules.ts";
import { type Theme, THEMES } from "../../lib/contracts/demand.ts";
import type { Ledger, LedgerEntry } from "../../lib/contracts/ledger.ts";
import type { Talk } from "../../lib/contracts/talk.ts";
import { periodEnding } from "../../lib/core/calendar.ts";
import { writeEmail, writeQuery, writeThread } from "../../lib/llm/embedded/writer/mod.ts";
import { themeBank } from "../../lib/llm/embedded/writer/themes/mod.ts";

const SEED = 43;
const { comms } = Config.parse({});
const period = periodEnding("2026-06-30", 12, "America/Los_Angeles");
const tokens = (text: string): number => encode(text).length;
const companies = archetypes.flatMap(({ id, tables, talk }) => talk === undefined ? [] : [{ id, tables, talk }]);
type Company = (typeof companies)[number];

/** A spike, a gap and slow days on each fact table. */
function ledgerOf({ id, tables }: Company): Ledger {
  const base = { planned_rate: 0.1, realised_rate: 0.1, rows: 10, of_rows: 100, from: null, to: null };
  const entries = tables.filter(({ kind }) => kind === "fact").flatMap((table): LedgerEntry[] => [
    ...(table.spikeColumns ?? []).map((column): LedgerEntry => ({
      ...base,
      id: `${table.name}.${column}`,
      defect: "null_spike",
      table: table.name,
      column,
      days: ["2026-03-05"],
    })),
    { ...base, id: `${table.name}/gap`, defect: "write_gap", table: table.name, column: null, days: ["2026-02-11"] },
    { ...base, id: `${table.name}/lag`, defect: "lag_incident", table: table.name, column: null, days: ["2025-11-20"] },
  ]);
  return { schema_version: "1.0", archetype: id, seed: 1, quality: "typical", tz: period.tz, tables: [], entries };
}

function planned(company: Company, share: number): CommsPlan {
  return planComms({
    seed: SEED,
    archetype: company.id,
    talk: company.talk,
    tables: company.tables,
    period,
    threads: Math.round(comms.slack_threads * share),
    emails: Math.round(comms.email_threads * share),
    queries: Math.round(comms.nlq * share),
    mixes: { relevance: comms.relevance_mix, theme: comms.theme_mix } as Mixes,
    ledger: ledgerOf(company),
  });
}

function namesOf(talk: Talk, kind: "table" | "column", name: string): readonly string[] {
  const raw = kind === "table" ? [name] : [name, `the ${name.split(".")[1]} column`];
  return [...raw, ...talk.words[`${kind}/${name}`] ?? []];
}

/** Whether one of the names stands in the text; voices may change case, and drop or add articles. */
function says(text: string, names: readonly string[]): boolean {
  const bare = (words: string): string => words.toLowerCase().replaceAll(/\b(?:the|our|an?) /g, "");
  return names.some((name) => bare(text).includes(bare(name)));
}

function pointsAt(text: string, subject: Subject, talk: Talk): boolean {
  const { table, column, parent } = subject;
  return says(text, namesOf(talk, "table", table)) &&
    (column === null || says(text, namesOf(talk, "column", `${table}.${column}`))) &&
    (parent === null || says(text, namesOf(talk, "table", parent)));
}

for (const company of companies) {
  const { id, talk, tables } = company;

  Deno.test(`the writer fills the volumes of ${id} within caps, rules and repetition`, () => {
    const plan = planned(company, 1);
    const words = {
      threads: plan.threads.map((item) => ({ texts: writeThread(item.plan, talk, SEED) })),
      emails: plan.emails.map((item) => writeEmail(item.plan, talk, SEED)),
      queries: plan.queries.map((item) => ({ text: writeQuery(item.plan, talk, SEED) })),
    };
    const rules = { count: tokens, isKnownId: () => true };
    assert.deepEqual(plan.threads.flatMap((item, i) => threadFaults(item.plan, words.threads[i]!, rules)), []);
    assert.deepEqual(plan.emails.flatMap((item, i) => emailFaults(item.plan, words.emails[i]!, rules)), []);
    assert.deepEqual(plan.queries.flatMap((item, i) => queryFaults(item.plan, words.queries[i]!, rules)), []);
    const figures = measureCorpus(plan, words, tokens);
    for (const [source, share] of Object.entries(figures.nearDuplicates)) {
      assert.ok(share! <= 0.05, `${source} ${share}`);
    }
    for (const [source, f1] of Object.entries(figures.keywordBaseline)) assert.ok(f1! <= 0.5, `${source} ${f1}`);
    assert.ok(figures.tokens.slack.median! >= 17 && figures.tokens.slack.median! <= 27);
    assert.ok(words.emails.every(({ body }) => tokens(body) >= 50));
  });

  Deno.test(`writeThread() and writeEmail() of ${id} name the subject, and nothing of the schema without one`, () => {
    const plan = planned(company, 0.3);
    const schemaNames = tables.map(({ name }) => namesOf(talk, "table", name)).flat();
    const texts = [
      ...plan.threads.map((item) => [item.plan.subject, writeThread(item.plan, talk, SEED).join("\n")] as const),
      ...plan.emails.map((item) => [item.plan.subject, writeEmail(item.plan, talk, SEED).body] as const),
    ];
    const missed = texts.filter(([subject, text]) => subject !== null && !pointsAt(text, subject, talk));
    // A slip of the finger may fall on a name.
    assert.ok(
      missed.length <= 0.02 * texts.length,
      `${missed.length} of ${texts.length}: ${JSON.stringify(missed[0])}`,
    );
    const tooMuch = texts.filter(([subject, text]) => subject === null && says(text, schemaNames));
    assert.deepEqual(tooMuch, []);
  });

  Deno.test(`writeThread() of ${id} links, names and quotes SQL where the plan says so and nowhere else`, () => {
    for (const { plan } of planned(company, 0.2).threads) {
      const texts = writeThread(plan, talk, SEED);
      assert.deepEqual(texts, writeThread(plan, talk, SEED), "not the same words again");
      plan.messages.forEach(({ link, code, mention }, i) => {
        const text = texts[i]!;
        assert.equal(text.includes("https://"), link !== null, text);
        assert.equal(text.includes("`"), code, text);
        assert.deepEqual(text.match(/\bu\d{3}\b/g) ?? [], mention === null ? [] : [mention], text);
      });
    }
  });

  Deno.test(`writeThread() and writeEmail() of ${id} fit the caps whatever the plan asks of one message`, () => {
    const demanding = {
      mention: "u017",
      link: "tickets.example",
      code: true,
      user_id: "u001",
      role: "finance",
    } as const;
    const event = { id: "d1", defect: "null_spike", ds: "2026-03-05" };
    for (const { theme, ...subject } of talk.subjects) {
      for (const [i, act] of ACTS.entries()) {
        const message = { ...demanding, message_id: `m${i}`, act };
        const common = { ds: "2026-03-07", relevance: "positive", theme, met: false, subject, event } as const;
        const [text = ""] = writeThread(
          { ...common, thread_id: `t${i}`, channel_id: "data-help", shape: "ticket", messages: [message] },
          talk,
          SEED,
        );
        assert.ok(tokens(text) <= TOKEN_CAPS.slack, text);
        const { subject: head, body } = writeEmail({ ...common, thread_id: `e${i}`, list: "all", message }, talk, SEED);
        assert.ok(tokens(`${head}\n${body}`) <= TOKEN_CAPS.email, body);
        for (const said of [text, body]) assert.ok(says(said, ["u017"]) && /https:.*`|`.*https:/s.test(said), said);
      }
    }
  });

  Deno.test(`writeEmail() of ${id} sets a greeting, paragraphs and a sign-off apart, below a short subject`, () => {
    const letters = planned(company, 0.3).emails.map((item) => writeEmail(item.plan, talk, SEED));
    for (const { body } of letters) {
      const parts = body.split("\n\n");
      assert.ok(parts.length >= 3, body);
      assert.match(parts[0]!, /,$/);
      for (const paragraph of parts.slice(1, -1)) assert.match(paragraph, /(?:[.?!:`]|https:\S+)$/, body);
    }
    const fitting = letters.filter(({ subject }) => /^\S+(?: \S+){4,8}$/.test(subject));
    assert.ok(fitting.length >= 0.93 * letters.length, `${fitting.length} of ${letters.length}`);
  });

  Deno.test(`every theme of ${id} has scenes for its events, and a dozen without`, () => {
    const events: Partial<Record<Theme, readonly string[]>> = {
      join_keys_orphans: ["null_spike"],
      freshness_ingest_lag: ["write_gap", "lag_incident"],
    };
    for (const theme of THEMES) {
      const { scenes } = themeBank(theme);
      assert.ok(scenes.filter((scene) => scene.events === undefined).length >= 12, theme);
      for (const defect of events[theme] ?? []) {
        assert.ok(scenes.some((scene) => scene.events?.includes(defect)), defect);
      }
    }
  });
}
