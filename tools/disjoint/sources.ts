/** The three bodies of text that must not know one another: the writer's, the training corpus, the evaluation set. */
import { z } from "zod";
import { archetypes } from "../../lib/archetypes/mod.ts";
import type { Mixes } from "../../lib/comms/company.ts";
import { planComms } from "../../lib/comms/plan.ts";
import { Config } from "../../lib/config/schema.ts";
import { THEMES } from "../../lib/contracts/demand.ts";
import type { Talk } from "../../lib/contracts/talk.ts";
import { periodEnding } from "../../lib/core/calendar.ts";
import { generator } from "../../lib/core/seeds.ts";
import { expand, type Lexicon } from "../../lib/llm/embedded/writer/grammar.ts";
import { writeEmail, writeQuery, writeThread } from "../../lib/llm/embedded/writer/mod.ts";
import { CHAT_EDGE, EVERYWHERE, LETTER, PHRASES, TURN_EDGES } from "../../lib/llm/embedded/writer/phrases/mod.ts";
import * as smalltalk from "../../lib/llm/embedded/writer/smalltalk/mod.ts";
import { themeBank } from "../../lib/llm/embedded/writer/themes/mod.ts";
import { BREAK, type Text } from "./runs.ts";

/** Ways of saying a line that are tried: alternatives stand side by side, so few are enough to meet each pair of them. */
const SAYINGS = 24;

/** Every template of a bank, wherever it is kept. */
function templates(bank: unknown): string[] {
  if (typeof bank === "string") return [bank];
  return typeof bank === "object" && bank !== null ? Object.values(bank).flatMap(templates) : [];
}

/** The line with its slots left out: what fills them is judged in the generated texts. */
function sayings(line: string): string[] {
  const lexicon: Lexicon = { has: () => true, slot: () => BREAK, phrases: () => [BREAK] };
  const draw = generator(1, `disjoint/${line}`);
  return Array.from({ length: SAYINGS }, () => expand(line, lexicon, draw));
}

/** Lines of the writer, and of each company's talk, as they may be said. */
export function phraseBanks(): Text[] {
  const talks = archetypes.flatMap(({ talk }) => talk === undefined ? [] : [talk]);
  const lines = templates([
    THEMES.map(themeBank),
    smalltalk,
    [CHAT_EDGE, EVERYWHERE, LETTER, PHRASES, TURN_EDGES],
    talks.map(({ words, questions }) => [words, questions.map(({ wordings }) => wordings)]),
  ]);
  return [...new Set(lines)].map((line) => ({ place: line, text: sayings(line).join(BREAK) }));
}

/** Nobody is the author of what a company calls its tables: such names break a run. */
function withoutNames({ words }: Talk): (text: string) => string {
  const names = Object.entries(words).flatMap(([slot, said]) => slot.startsWith("table/") ? said : []);
  const bare = names.map((name) => name.replace(/^(?:the|our) /, "")).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(`\\b(?:${bare.join("|")})\\b`, "gi");
  return (text) => text.replaceAll(pattern, BREAK);
}

/** What the embedded writer writes for each company, at a share of the default volumes. */
export function generated(share: number, seed: number): Text[] {
  const { comms, warehouse } = Config.parse({});
  const period = periodEnding(warehouse.as_of, comms.months, warehouse.tz);
  return archetypes.flatMap(({ id, tables, talk }) => {
    if (talk === undefined) return [];
    const plan = planComms({
      seed,
      archetype: id,
      talk,
      tables,
      period,
      threads: Math.round(comms.slack_threads * share),
      emails: Math.round(comms.email_threads * share),
      queries: Math.round(comms.nlq * share),
      mixes: { relevance: comms.relevance_mix, theme: comms.theme_mix } as Mixes,
      ledger: null,
    });
    const emails = plan.emails.map((item) => writeEmail(item.plan, talk, seed));
    const texts = [
      ...plan.threads.flatMap((item) => writeThread(item.plan, talk, seed)),
      ...emails.flatMap(({ subject, body }) => [subject, ...body.split("\n")]),
      ...plan.queries.map((item) => writeQuery(item.plan, talk, seed)),
    ];
    const anonymous = withoutNames(talk);
    return texts.map((text) => ({ place: `${id}: ${text}`, text: anonymous(text) }));
  });
}

const Handwritten = z.object({
  id: z.string(),
  messages: z.array(z.object({ text: z.string() })).optional(),
  subject: z.string().optional(),
  body_text: z.string().optional(),
  query_text: z.string().optional(),
});

/** Items of every `.jsonl` file below the folder, by id. */
export function handwritten(folder: URL): Text[] {
  return Array.from(Deno.readDirSync(folder)).toSorted((a, b) => a.name < b.name ? -1 : 1).flatMap((entry) => {
    if (entry.isDirectory) return handwritten(new URL(`${entry.name}/`, folder));
    if (!entry.name.endsWith(".jsonl")) return [];
    const lines = Deno.readTextFileSync(new URL(entry.name, folder)).split("\n").filter((line) => line !== "");
    return lines.map((line) => {
      const { id, messages = [], subject, body_text, query_text } = Handwritten.parse(JSON.parse(line));
      const parts = [...messages.map(({ text }) => text), subject, body_text, query_text];
      return { place: id, text: parts.filter((part) => part !== undefined).join(BREAK) };
    });
  });
}
