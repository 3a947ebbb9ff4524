import assert from "node:assert/strict";
import { archetypes } from "../../lib/archetypes/mod.ts";
import { THEMES } from "../../lib/contracts/demand.ts";
import { generator } from "../../lib/core/seeds.ts";
import { canSay, expand } from "../../lib/llm/embedded/writer/grammar.ts";
import { CHAT_EDGE, EVERYWHERE, LETTER, PHRASES, TURN_EDGES } from "../../lib/llm/embedded/writer/phrases/mod.ts";
import { type Facts, openScope } from "../../lib/llm/embedded/writer/scope.ts";
import {
  HARD_NEGATIVE_NOTICES,
  HARD_NEGATIVE_TALK,
  NEGATIVE_NOTICES,
  NEGATIVE_TALK,
} from "../../lib/llm/embedded/writer/smalltalk/mod.ts";
import { themeBank } from "../../lib/llm/embedded/writer/themes/mod.ts";

/** All lines, wherever they are kept: the banks hold nothing else but texts and names of events. */
function linesOf(bank: unknown): string[] {
  if (typeof bank === "string") return [bank];
  if (Array.isArray(bank)) return bank.flatMap(linesOf);
  const { events: _, ...rest } = bank as Record<string, unknown>;
  return Object.values(rest).flatMap(linesOf);
}

const told = linesOf([
  THEMES.map(themeBank),
  [HARD_NEGATIVE_NOTICES, HARD_NEGATIVE_TALK, NEGATIVE_NOTICES, NEGATIVE_TALK],
  EVERYWHERE,
  LETTER,
]);
const lines = [...told, ...linesOf([CHAT_EDGE, PHRASES, TURN_EDGES])];

const facts: Facts = new Map([
  ["link", () => "https://docs.example/page"],
  ["mention", () => "u001"],
  ["code", () => "`limit 1`"],
]);

for (const { id, tables, talk } of archetypes.filter((archetype) => archetype.talk !== undefined)) {
  Deno.test(`every line of the writer can be said in ${id}, with nothing left of its template`, () => {
    const table = tables.find((one) => one.foreignKeys.length > 0)!;
    const [key] = table.foreignKeys;
    const plan = {
      ds: "2026-03-05",
      subject: { table: table.name, column: key!.column, parent: key!.parent },
      event: null,
    };
    const draw = generator(1, `lines/${id}`);
    const words = Object.values(talk!.words).flat();
    for (const line of [...lines, ...words]) {
      const lexicon = openScope(plan, talk!, 1, "lines").message(facts, draw, 0.5, new Set());
      assert.ok(canSay(line, lexicon), line);
      for (let i = 0; i < 5; i++) {
        const text = expand(line, lexicon, draw);
        assert.doesNotMatch(text, /[[\]{}<>|]|undefined/, line);
      }
    }
  });
}

Deno.test("no line of the writer is kept twice", () => {
  const long = told.filter((line) => line.length > 40);
  assert.deepEqual(long.filter((line, i) => long.indexOf(line) !== i), []);
});
