import assert from "node:assert/strict";
import fc from "fast-check";
import { code, plain, prose, table } from "../../lib/report/markdown.ts";

const HOSTILE = [
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["![x](http://evil.example/p.png)", "!\\[x\\](http\\://evil.example/p.png)"],
  ["www.evil.example and a@evil.example", "www\\.evil.example and a&#64;evil.example"],
  ["a | b\n# heading", "a \\| b # heading"],
  ["\u001b[31mred\u202e", " \\[31mred "],
  ["# heading", "\\# heading"],
  ["- item", "\\- item"],
  ["**bold** ~~gone~~ `code` _it_", "\\*\\*bold\\*\\* \\~\\~gone\\~\\~ \\`code\\` \\_it\\_"],
] as const;

Deno.test("plain() leaves hostile text inert", () => {
  for (const [text, inert] of HOSTILE) assert.equal(plain(text), inert);
});

Deno.test("plain() never leaves an opening tag, a line break or a bare table bar", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    assert.doesNotMatch(plain(text), /[<>\n\r]|(?<!\\)(?:\\\\)*\|/);
  }));
});

Deno.test("code() outlasts backquotes in a name", () => {
  assert.equal(code("fact_order"), "`fact_order`");
  assert.equal(code("a`b"), "`` a`b ``");
});

Deno.test("prose() sets names between backquotes in code type, and the rest as text", () => {
  assert.equal(prose("5% of `fact_order` <rows>"), "5% of `fact_order` &lt;rows&gt;");
});

Deno.test("table() aligns columns whose heading ends with a colon to the right", () => {
  assert.equal(table(["a", "b:"], [["1", "2"]]), "| a | b |\n| --- | ---: |\n| 1 | 2 |");
});
