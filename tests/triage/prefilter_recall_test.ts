/** What the prefilter loses, measured on the training corpus, whose authors aim at near matches. */
import assert from "node:assert/strict";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { BUCKETS, type Relevance, type Role } from "../../lib/contracts/demand.ts";
import { prefilter } from "../../lib/triage/prefilter.ts";
import { item, message } from "./made_up.ts";

interface Written {
  readonly archetype: string;
  readonly relevance: Relevance;
  readonly role?: Role;
  readonly subject?: string;
  readonly body_text?: string;
  readonly messages?: readonly { readonly role: Role; readonly text: string }[];
}

const CORPUS = new URL("../../tools/corpus/", import.meta.url);

async function written(file: string): Promise<Written[]> {
  const authors = await Array.fromAsync(Deno.readDir(CORPUS), ({ name }) => name);
  const texts = await Promise.all(
    authors.map((author) => Deno.readTextFile(new URL(`${author}/${file}`, CORPUS)).catch(() => "")),
  );
  return texts.flatMap((text) => text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line)));
}

const scores = new Map(archetypes.map(({ id, tables }) => {
  const schemaNames = tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]);
  return [id, prefilter({ buckets: BUCKETS, schemaNames, events: [] })];
}));

function keptShare(items: readonly Written[], relevance: Relevance): number {
  const own = items.filter((one) => one.relevance === relevance);
  const kept = own.filter(({ archetype, role = "other", subject = null, body_text = "", messages }) => {
    const said = (messages ?? [{ role, text: body_text }]).map(({ role, text }) => message(text, { role }));
    return scores.get(archetype)!(item(said, { subject })).score >= 0.35;
  });
  return kept.length / own.length;
}

for (const file of ["slack.jsonl", "email.jsonl"]) {
  Deno.test(`prefilter() keeps nearly all needs of ${file}, and drops most small talk`, async () => {
    const items = await written(file);
    assert.ok(items.length > 300);
    const [positive, hard, negative] = (["positive", "hard_negative", "negative"] as const).map((relevance) =>
      keptShare(items, relevance)
    );
    const told = `kept: ${positive} of the positive, ${hard} of the near matches, ${negative} of the others`;
    assert.ok(positive! >= 0.94, told);
    assert.ok(negative! <= 0.3, told);
    assert.ok(hard! < positive!, told);
  });
}
