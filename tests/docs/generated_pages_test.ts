import assert from "node:assert/strict";
import { join } from "node:path";
import { commandPages, usageLines } from "../../tools/docs/cli_page.ts";
import { accepts } from "../../tools/docs/configuration_page.ts";
import { JSON_FILES } from "../../tools/docs/formats_page.ts";
import { cell, table, wrapped } from "../../tools/docs/markdown.ts";
import { pages } from "../../tools/docs/mod.ts";
import { schemaFiles } from "../../tools/schemas.ts";
import { dnr } from "../cli/world.ts";

const docs = join(import.meta.dirname!, "..", "..", "docs");

for (const [name, text] of pages()) {
  Deno.test(`docs/${name} is what the program says (else: deno task docs)`, async () => {
    assert.equal(await Deno.readTextFile(join(docs, name)), text);
  });
}

Deno.test("docs/cli.md has a section for each command of the help page", async () => {
  const { stdout } = await dnr(["--help"], ".");
  const listed = [...stdout.matchAll(/^ {2}([a-z][a-z-]+) {2,}/gm)].map(([, name]) => name!);
  const told = new Set([...commandPages()].map(([words]) => words[0]));
  // The parser's library adds this one by itself.
  assert.deepEqual(listed.filter((name) => !told.has(name) && name !== "completions"), []);
  assert.ok(told.size > 5);
});

Deno.test("docs/cli.md shows examples that the parser takes", async () => {
  const text = await Deno.readTextFile(join(docs, "cli.md"));
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block!);
  const examples = blocks.flatMap((block) => block.match(/(?<=^dnr ).*--.*$/gm) ?? []);
  assert.ok(examples.length > 10);
  for (const words of examples) {
    const { stderr } = await dnr([...words.split(" "), "--help"], ".");
    assert.equal(stderr, "", words);
  }
});

Deno.test("docs/formats.md says where the files of each schema lie", () => {
  assert.deepEqual([...schemaFiles().keys()].sort(), Object.keys(JSON_FILES).sort());
});

Deno.test("schemas/ holds no schema that no model has", async () => {
  const names = await Array.fromAsync(Deno.readDir(join(docs, "..", "schemas")), ({ name }) => name);
  assert.deepEqual(names.sort(), [...schemaFiles().keys()].sort());
});

Deno.test("accepts() says what a setting takes", () => {
  assert.equal(accepts({ type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), "a whole number from 1");
  assert.equal(accepts({ type: "number", exclusiveMinimum: 0 }), "a number above 0");
  assert.equal(
    accepts({ anyOf: [{ const: "all" }, { type: "array", items: { type: "string" } }] }),
    "`all` or a list of text",
  );
});

Deno.test("table() keeps a pipe in its cell", () => {
  assert.equal(cell("a | b"), "a \\| b");
  assert.equal(table(["x"], [["1 | 2"]]), "| x      |\n| ------ |\n| 1 \\| 2 |");
});

Deno.test("wrapped() keeps lines within 120 characters and code in one piece", () => {
  const lines = wrapped(`${"word ".repeat(23)}\`two words\` end`).split("\n");
  assert.deepEqual(lines.map((line) => line.length <= 120), [true, true]);
  assert.equal(lines[1], "`two words` end");
});

Deno.test("usageLines() breaks between terms alone", () => {
  const terms = Array.from({ length: 9 }, (_, i) => `[--option-${i} VALUE]`);
  const lines = usageLines(`dnr ${terms.join(" ")} --needed NAME [(--a | --b)]`).split("\n");
  assert.deepEqual(lines.map((line) => line.length <= 104), [true, true, true]);
  assert.match(lines[1]!, /^ {4}\[--option-\d VALUE\] /);
  assert.match(lines.join("\n").replaceAll(/\s+/g, " "), /--needed NAME \[\(--a \| --b\)\]$/);
});
