import assert from "node:assert/strict";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { z } from "zod";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { THEMES } from "../../lib/contracts/demand.ts";
import type { Question } from "../../lib/contracts/talk.ts";
import { openDuck } from "../../lib/infra/duck.ts";
import { expand, type Lexicon } from "../../lib/llm/embedded/writer/grammar.ts";

const MOST_TOKENS = 30;

/** Choices of slot values in which each value of each slot occurs. */
function fillings({ slots }: Question): Readonly<Record<string, { said: string; sql: string }>>[] {
  const most = Math.max(1, ...Object.values(slots).map((values) => values.length));
  return Array.from({ length: most }, (_, i) =>
    Object.fromEntries(
      Object.entries(slots).map(([name, values]) => [name, values[i % values.length]!]),
    ));
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name]!);
}

function slotNames(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name!));
}

for (const { id, tables, talk } of archetypes.filter((archetype) => archetype.talk !== undefined)) {
  const questions = talk!.questions;

  Deno.test(`talk.questions of ${id} are SQL that binds to its tables, with every slot value`, async () => {
    await using duck = await openDuck({ threads: 1 });
    for (const { name, columns } of tables) {
      await duck.run(`CREATE TABLE ${name} (${columns.map((column) => `${column.name} ${column.type}`).join(", ")})`);
    }
    for (const question of questions) {
      for (const values of fillings(question)) {
        const sql = filled(question.sql, Object.fromEntries(Object.entries(values).map(([k, v]) => [k, v.sql])));
        assert.match(sql, /^SELECT /);
        await assert.doesNotReject(() => duck.rows(`EXPLAIN ${sql}`, z.unknown()), `${question.id}: ${sql}`);
      }
    }
  });

  Deno.test(`talk.questions of ${id} say no slot that they do not have, within the cap`, () => {
    for (const question of questions) {
      const slots = new Set(Object.keys(question.slots));
      assert.deepEqual(slotNames(question.sql), slots, question.id);
      for (const wording of question.wordings) {
        assert.deepEqual(slotNames(wording), slots, `${question.id}: ${wording}`);
        for (const values of fillings(question)) {
          const said = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, v.said]));
          const lexicon: Lexicon = { has: (name) => name in said, slot: (name) => said[name]!, phrases: () => [] };
          for (const drawn of [0, 0.5, 0.99]) {
            const text = expand(wording, lexicon, () => drawn);
            assert.doesNotMatch(text, /[[\]{}|]/, text);
            assert.ok(encode(text).length <= MOST_TOKENS, text);
          }
        }
      }
    }
  });

  Deno.test(`talk.questions of ${id} name the schema's tables and columns, at least eight for each theme`, () => {
    const known = new Map(tables.map((table) => [table.name, new Set(table.columns.map((column) => column.name))]));
    for (const question of questions) {
      assert.ok(question.wordings.length >= 4, question.id);
      for (const table of question.tables) assert.ok(known.has(table), `${question.id}: ${table}`);
      for (const qualified of question.columns) {
        const [table, column] = qualified.split(".") as [string, string];
        assert.ok(question.tables.includes(table) && known.get(table)!.has(column), `${question.id}: ${qualified}`);
      }
    }
    assert.equal(new Set(questions.map((question) => question.id)).size, questions.length);
    assert.ok(questions.length >= 70, String(questions.length));
    for (const theme of THEMES) assert.ok(questions.filter((question) => question.theme === theme).length >= 8, theme);
  });

  Deno.test(`talk.subjects of ${id} are parts of the schema`, () => {
    for (const { table, column, parent } of talk!.subjects) {
      const found = tables.find(({ name }) => name === table);
      assert.ok(found !== undefined, table);
      if (column !== null) assert.ok(found.columns.some(({ name }) => name === column), `${table}.${column}`);
      if (parent !== null) {
        assert.equal(found.foreignKeys.find((key) => key.column === column)?.parent, parent, `${table}.${column}`);
      }
    }
  });
}
