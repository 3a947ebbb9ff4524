import assert from "node:assert/strict";
import fc from "fast-check";
import { element, escaped, prose, styleSheet, table } from "../../lib/report/html.ts";

Deno.test("escaped() never leaves markup, a quote, or a mark that hides or turns text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(escaped(text), /[<>"'\u0000-\u001f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
  }));
});

Deno.test("element() escapes text and attributes, and closes what is not void", () => {
  assert.equal(
    element("p", { title: `"><script>`, hidden: true, class: undefined }, "<b>").markup,
    '<p title="&quot;&gt;&lt;script&gt;" hidden>&lt;b&gt;</p>',
  );
  assert.equal(element("meta", { charset: "utf-8" }).markup, '<meta charset="utf-8">');
  assert.equal(element("p", {}).markup, "<p></p>");
});

Deno.test("prose() sets names between backquotes in code type", () => {
  assert.equal(prose("of `a<b` & c").markup, "of <code>a&lt;b</code> &amp; c");
});

Deno.test("styleSheet() refuses what would close it", () => {
  assert.throws(() => styleSheet("a{}</style><script>"), RangeError);
});

Deno.test("table() scopes its headings", () => {
  assert.equal(
    table({ columns: [{ head: "a" }, { head: "b", number: true }], rows: [["x", "1"]] }).markup,
    '<table><thead><tr><th scope="col">a</th><th scope="col" class="number">b</th></tr></thead>' +
      '<tbody><tr><th scope="row">x</th><td class="number">1</td></tr></tbody></table>',
  );
});
