import assert from "node:assert/strict";
import { canSay, expand, type Lexicon, pick } from "../../lib/llm/embedded/writer/grammar.ts";
import { scaled } from "../../lib/llm/embedded/writer/quantities.ts";
import { inVoice, type Voice } from "../../lib/llm/embedded/writer/voice.ts";

const facts: Readonly<Record<string, string>> = { metric: "bike trips", day: "2026-03-05" };
const lexicon: Lexicon = {
  has: (name) => facts[name] !== undefined,
  slot: (name) => facts[name]!,
  phrases: (name) => {
    if (name === "thanks") return ["thank you for {metric}", "thanks for {nothing}"];
    throw new RangeError(`no phrase ${name}`);
  },
};

Deno.test("expand() draws alternatives, facts and phrases, nested in one another", () => {
  const cases: readonly [string, number, string][] = [
    ["a|b", 0, "a|b"],
    ["[a|b|c]", 0.5, "b"],
    ["x[ y|]", 0.9, "x"],
    ["[on [{day}|{metric}]|never]", 0, "on 2026-03-05"],
    ["<thanks>!", 0.9, "thank you for bike trips!"],
  ];
  for (const [template, drawn, text] of cases) assert.equal(expand(template, lexicon, () => drawn), text, template);
});

Deno.test("expand() passes over alternatives that need a fact which is not there", () => {
  assert.equal(expand("[{table}|{metric}]", lexicon, () => 0), "bike trips");
  assert.equal(canSay("in {table}", lexicon), false);
  assert.equal(canSay("in [{table}|all]", lexicon), true);
});

Deno.test("expand() refuses brackets without a partner", () => {
  for (const template of ["[a|b", "a]", "{metric", "<thanks"]) {
    assert.throws(() => expand(template, lexicon, () => 0), SyntaxError, template);
  }
});

Deno.test("pick() refuses an empty list", () => {
  assert.throws(() => pick([], () => 0), RangeError);
});

Deno.test("inVoice() leaves ids, links, SQL and schema names as they are, in every voice", () => {
  const kept = ["@u017", "https://docs.example/Guide", "`SELECT Count(*)`", "fact_ride.stop_id", "GMV", "DATA-412"];
  const voices: readonly Voice[] = ["plain", "terse", "formal", "brisk", "chatty", "second_language"];
  for (const voice of voices) {
    for (let i = 0; i < 40; i++) {
      let at = i / 40;
      const draw = (): number => (at = (at * 7 + 0.13) % 1);
      const text = inVoice(`Look, ${kept.join(" and the other ")} certainly matter because of it.`, voice, draw);
      for (const part of kept) assert.ok(text.includes(part), `${voice}: ${text}`);
    }
  }
});

Deno.test("inVoice() tells voices apart", () => {
  const never = (): number => 0.99;
  const text = "it's late because the feed doesn't run.  please look  .";
  assert.equal(inVoice(text, "terse", never), "it's late bc the feed doesn't run. pls look");
  assert.equal(inVoice(text, "formal", never), "It is late because the feed does not run. Please look.");
  assert.equal(inVoice("a order came in", "plain", never), "An order came in");
});

Deno.test("scaled() writes a near figure like the first, and never the same", () => {
  const cases: readonly [string, number, string][] = [
    ["814", 0.9, "733"],
    ["9,800", 1.1, "10,780"],
    ["$3k", 1.02, "$4k"],
    ["2.1k dollars", 0.99, "2.0k dollars"],
    ["$61,010", 0.98, "$59,790"],
  ];
  for (const [said, factor, near] of cases) assert.equal(scaled(said, factor), near, said);
});
